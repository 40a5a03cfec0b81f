import { tell } from "#core/messages/tell.ts";
import { answered, type Answer, type Context } from "#core/answer/command.ts";
import { planUndoArticle } from "#core/changes/accept-proposal.ts";
import {
  decided,
  placed,
  readBatch,
  untilOf,
  writeBatch,
  type Kept,
  type Unplaced,
} from "#core/changes/article-batch.ts";
import type { View } from "#core/facts/view.ts";
import type { Proposer } from "#core/propose/proposer.ts";
import { paragraph, reply, text } from "#core/reply/reply.ts";
import { call } from "#core/request/call.ts";
import { ok, type Read, type Refusal } from "#core/request/refusal.ts";
import { defined } from "#core/text/defined.ts";
import { changed } from "./changed.ts";
import { lookThrough } from "./look-through.ts";
import { askPlace, placeIn, type Given } from "./propose-place.ts";
import { summaryReply } from "./propose-reply.ts";
import { byOf } from "./taking.ts";

/**
 * The article under a token, to be looked through; or the answer that comes first: which article and round it is, where
 * nobody has said so or the desk no longer holds what they said; and its review, once it is read.
 */
export async function articleAt(
  token: string,
  given: Given,
  context: Context,
  proposer: Proposer,
): Promise<Read<Kept | { readonly answer: Answer }>> {
  const { desk, view, now } = context;
  const read = readBatch(token, await desk.stash.get(token), view);
  if (!read.ok) return read;
  const waiting = read.value;
  const place = placeIn(given);
  if ("unread" in waiting) {
    if (place === undefined) return ok({ answer: askPlace(token, defined({ title: waiting.title }), given, context) });
    return ok({ answer: await lookThrough(waiting, place, token, proposer, context) });
  }
  const held = placed(waiting, view);
  if (typeof held !== "string") return ok(held);
  if (place === undefined)
    return ok({ answer: askPlace(token, known(waiting, held), given, context, why(waiting, held, view)) });
  const moved = { ...waiting, ...place, article: view.articles.get(place.source)?.id };
  await desk.stash.keep(token, writeBatch(moved), untilOf(moved, now));
  return ok(moved);
}

/** What still stands of where an article belongs. */
function known({ source, talks, title }: Kept, lost: Unplaced): Given {
  return {
    ...(lost === "round" ? { source } : {}),
    ...(lost === "article" ? { talks } : {}),
    ...(title === undefined ? {} : { title }),
  };
}

/** Why it is asked again; nothing where nobody was asked before. */
function why({ source, talks }: Kept, lost: Unplaced, view: View): string | undefined {
  if (talks === "" || source === "") return undefined;
  return tell(view, `proposal.lost.${lost}`, { round: view.talks.name(talks), article: source });
}

/** Takes back all that was taken of an article, also once its text is forgotten. */
export async function takeBack(token: string, context: Context): Promise<Answer> {
  const { desk } = context;
  const by = byOf(context);
  const outcome = await desk.changeWhole(by.author, (at) => planUndoArticle({ token }, by, at));
  const read = readBatch(token, await desk.stash.get(token), context.view);
  return changed(outcome, (n, at) => {
    const said = tell(at.view, "propose.takenBack", { n });
    return read.ok && !("unread" in read.value)
      ? summaryReply(read.value, at, said)
      : answered(reply(said, [paragraph(text(said))]));
  });
}

/** The refusal of an article whose text is forgotten, with the way to take back what was taken of it. */
export async function withWayBack(refusal: Refusal, token: string, { desk, view }: Context): Promise<Refusal> {
  if (decided({ token }, await desk.snapshot()).size === 0) return refusal;
  const back = { label: tell(view, "propose.back"), call: call(["facts", "proposals"], { batch: token, undo: "yes" }) };
  return { ...refusal, buttons: [...refusal.buttons, back] };
}
