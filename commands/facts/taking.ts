import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { tongueOfLocale } from "#core/messages/tongue.ts";
import type { Context } from "#core/answer/command.ts";
import { planTake, type By, type Taken } from "#core/changes/accept-proposal.ts";
import { altered, proposalAt, readBatch, valuesOf, type Kept } from "#core/changes/article-batch.ts";
import { authorOf, type Changed, type Snapshot } from "#core/desk/desk.ts";
import type { RawCall } from "#core/request/call.ts";
import { no, ok, refuse, type Read, type Refusal } from "#core/request/refusal.ts";

/** The article that is kept under a token, for everybody of the desk. */
export async function keptArticle(token: string, { desk, view }: Context): Promise<Read<Kept>> {
  const read = readBatch(token, await desk.stash.get(token), view);
  if (!read.ok) return read;
  const { value } = read;
  if ("unread" in value) return no(tell(view, "proposal.unsaid"), tell(view, "proposal.command"));
  return ok(value);
}

export function byOf({ asker, now, digests }: Context): By {
  return {
    author: authorOf(asker),
    tier: asker.tier,
    now,
    workspace: digests?.reaches,
    tongue: tongueOfLocale(asker.locale),
  };
}

/** A refusal where the text of one of these proposals is not what it was. */
export async function alteredIn(batch: Kept, all: readonly number[], at: Told): Promise<Refusal | undefined> {
  for (const number of all) {
    const proposal = proposalAt(batch, number);
    if (proposal !== undefined && (await altered(batch, proposal)))
      return refuse("conflict", tell(at, "proposal.changed", { n: proposal.paragraph }), tell(at, "proposal.again"));
  }
  return undefined;
}

/**
 * Takes a proposal, or what was missed where `at` is undefined. `edited`: the values of the form; without them those of
 * the text. Refused where the text is not what it was when this was proposed.
 */
export async function take(
  batch: Kept,
  at: number | undefined,
  edited: RawCall["values"] | undefined,
  context: Context,
): Promise<Changed<Taken>> {
  const wrong = await alteredIn(batch, at === undefined ? [] : [at], context.view);
  if (wrong !== undefined) return { kind: "refused", refusal: wrong };
  const proposal = at === undefined ? undefined : proposalAt(batch, at);
  const by = byOf(context);
  const values = (snapshot: Snapshot): RawCall["values"] =>
    edited ?? (proposal === undefined ? {} : valuesOf(batch, proposal, snapshot));
  return context.desk.change(by.author, (snapshot) => planTake(batch, at, values(snapshot), by, snapshot));
}

/** `Accepted 3 as f12.`, `Suggested 3 as s1.` */
export function takenLine(what: string, taken: Taken, at: Told): string {
  if (taken.kind === "suggested") return tell(at, "propose.suggestedAs", { what, id: taken.id });
  const { how, id } = taken.added;
  return tell(at, how === "joined" ? "propose.acceptedTo" : "propose.acceptedAs", { what, id });
}
