import { tell } from "#core/messages/tell.ts";
import { refused, type Answer, type Context } from "#core/answer/command.ts";
import { hashesOf, untilOf, writeBatch, type Place, type Unread } from "#core/changes/article-batch.ts";
import { rulesOff } from "#core/changes/proposal-rules.ts";
import type { Proposer } from "#core/propose/proposer.ts";
import { refuse } from "#core/request/refusal.ts";
import { defined } from "#core/text/defined.ts";
import { opening } from "./propose-place.ts";
import { reviewReply } from "./propose-reply.ts";

/** Reads an article, keeps it for a day with what it proposes, and begins its review. `token`: of one that waited. */
export async function lookThrough(
  { unread, until }: Unread,
  { title, ...place }: Place,
  token: string | undefined,
  proposer: Proposer,
  { desk, view, now }: Context,
): Promise<Answer> {
  const snapshot = await desk.snapshot();
  const read = await proposer.propose(unread, view, rulesOff(snapshot));
  if (!read.ok) return refused(read.refusal);
  const { paragraphs } = read.value;
  if (paragraphs.length === 0)
    return refused(refuse("usage", tell(view, "article.noParagraph"), tell(view, "article.giveText")));
  const forgotten = untilOf({ until }, now);
  const batch = {
    ...read.value,
    ...place,
    ...defined({ title: title ?? read.value.title, article: view.articles.get(place.source)?.id }),
    until: forgotten.toString(),
    hashes: await hashesOf(paragraphs),
  };
  const kept = { ...batch, token: token ?? (await desk.stash.put(writeBatch(batch))) };
  if (token !== undefined) await desk.stash.keep(token, writeBatch(batch), forgotten);
  return reviewReply(kept, undefined, await desk.snapshot(), opening(kept, view));
}
