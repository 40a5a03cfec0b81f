import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import type { ProposalState } from "#core/desk/payload.ts";
import { proposalSubject, subjectParts } from "#core/desk/subject.ts";
import { hashOf } from "#core/desk/token.ts";
import type { Proposed } from "#core/propose/proposer.ts";
import type { Proposal } from "#core/propose/reading/proposal.ts";
import type { RawCall } from "#core/request/call.ts";
import { ok, refuse, type Read } from "#core/request/refusal.ts";
import { SLOTS } from "#core/slots/index.ts";
import { defined } from "#core/text/defined.ts";
import { BOTH } from "#core/facts/sides.ts";
import type { View } from "#core/facts/view.ts";

/** How long an article's text is kept. */
export const TEXT_LASTS = { hours: 24 } as const;

/** The article and its round, as a person names them once. */
export interface Place {
  readonly source: string;
  readonly talks: string;
  readonly title?: string | undefined;
  readonly address?: string | undefined;
  readonly published?: string | undefined;
}

/** An article whose proposals are looked through: kept on the desk for a day, so that anybody there can go on. */
export type Batch = Omit<Proposed, "title"> &
  Place & {
    /** A hash of each paragraph. */
    readonly hashes: readonly string[];
    /** The desk's article that `source` is the id of. */
    readonly article?: string | undefined;
    readonly until?: string | undefined;
  };

/** A batch under the token that it is kept by. */
export type Kept = Batch & { readonly token: string };

/** An article that waits until somebody says which one it is. */
export interface Unread {
  readonly unread: string;
  /** When its text is forgotten, as an instant. */
  readonly until?: string | undefined;
  readonly title?: string | undefined;
}

/** When the text of an article is forgotten. */
export function untilOf({ until }: Pick<Unread, "until">, now: Temporal.Instant): Temporal.Instant {
  return until === undefined ? now.add(TEXT_LASTS) : Temporal.Instant.from(until);
}

export async function hashesOf(paragraphs: readonly string[]): Promise<readonly string[]> {
  return Promise.all(paragraphs.map(async (text) => (await hashOf(text)).slice(0, 32)));
}

export function writeBatch(batch: Batch | Unread): string {
  return JSON.stringify(batch);
}

/** What `writeBatch` wrote, from the text that the desk keeps under a token; a refusal where a day has passed. */
export function readBatch(token: string, content: string | undefined, at: Told): Read<Kept | Unread> {
  if (content === undefined)
    return {
      ok: false,
      refusal: refuse("state", tell(at, "proposal.gone"), tell(at, "proposal.command")),
    };
  const kept = JSON.parse(content) as Batch | Unread;
  return ok("unread" in kept ? kept : { ...kept, token });
}

/** What of an article's place the desk no longer holds, or never knew. */
export type Unplaced = "round" | "article" | "both";

/**
 * A batch with its round as the desk calls it today, or what has to be said again before anything is taken: a round or
 * an article may be removed meanwhile.
 */
export function placed(batch: Kept, { talks, articles }: View): Kept | Unplaced {
  const round = talks.get(batch.talks);
  const unheld = round === undefined || round.retired === true;
  const gone = batch.source === "" || (batch.article !== undefined && !articles.has(batch.article));
  if (unheld || gone) return unheld && gone ? "both" : unheld ? "round" : "article";
  return { ...batch, talks: round.id };
}

/** What became of each proposal so far, by its number from 0; what was missed has no number. */
export function decided(
  { token }: Pick<Kept, "token">,
  { own }: Pick<Snapshot, "own">,
): ReadonlyMap<string, ProposalState> {
  const prefix = proposalSubject(token, "");
  return new Map(
    own
      .all("proposal")
      .flatMap(({ subject, state }) => (subject.startsWith(prefix) ? [[subject.slice(prefix.length), state]] : [])),
  );
}

/** The desk's article that earlier proposals of the batch were filed under. */
function articleOf(batch: Kept, at: Pick<Snapshot, "own" | "view">): string | undefined {
  return [...decided(batch, at).values()]
    .map((d) => d.article)
    .find((id) => id !== undefined && at.view.articles.has(id));
}

/** Whether a proposal can no longer be taken as it is: one of its values stands in its paragraph no longer. */
export async function altered(batch: Kept, proposal: Proposal): Promise<boolean> {
  const text = batch.paragraphs[proposal.paragraph - 1] ?? "";
  const [hash] = await hashesOf([text]);
  const cuts = [...Object.values(proposal.fields), ...(proposal.according === undefined ? [] : [proposal.according])];
  const same =
    hash === batch.hashes[proposal.paragraph - 1] && cuts.every((c) => text.slice(c.start, c.end) === c.text);
  return !same;
}

const NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Where a fact of the batch is from: the values of `/facts add` that all of its proposals share. */
export function citedIn(batch: Kept, paragraph: number, at: Pick<Snapshot, "own" | "view">): RawCall["values"] {
  const article = articleOf(batch, at);
  const { source, title, address, published, talks } = batch;
  const named = article === undefined ? { source, ...defined({ title, address, published }) } : { source: article };
  return { talks, ...named, paragraph: `${paragraph}` };
}

/** A proposal as the values of `/facts add`: each field is exactly what the text says. */
export function valuesOf(batch: Kept, proposal: Proposal, at: Pick<Snapshot, "own" | "view">): RawCall["values"] {
  const { slot, fields, side, according } = proposal;
  const own = Object.entries(fields).flatMap(([name, { text }]): readonly (readonly [string, string])[] => {
    const option = SLOTS[slot].fields[name];
    if (option === undefined) return [];
    const counted = NUMBERS.indexOf(text.toLowerCase());
    if (option.type === "whole")
      return counted < 0 && !/^\d+$/u.test(text) ? [] : [[name, counted < 0 ? text : `${counted}`]];
    return text.length > option.max ? [] : [[name, text]];
  });
  const about = SLOTS[slot].sided === "never" ? undefined : sideIn(side, at.view);
  return {
    slot,
    ...Object.fromEntries(own),
    ...defined({
      side: about,
      according: according === undefined || according.text.length > 300 ? undefined : according.text,
    }),
    ...citedIn(batch, proposal.paragraph, at),
  };
}

/** The side as the desk knows it; a country that the desk has no party for is left to the person who accepts. */
function sideIn(side: Proposal["side"], { parties }: Pick<View, "parties">): string | undefined {
  if (side === undefined) return undefined;
  const { party, name } = side;
  if (party === BOTH.id) return party;
  const own = party === undefined ? undefined : parties.get(party);
  return own === undefined || own.retired === true ? parties.exact(name)?.id : own.id;
}

/** Which proposal a typed number is: counted from 1. */
export function proposalAt(batch: Kept, at: number): Proposal | undefined {
  return batch.proposals[at - 1];
}

/** The subject of what becomes of a proposal, counted from 1. */
export function subjectAt({ token }: Pick<Kept, "token">, at: number | string): string {
  return proposalSubject(token, `${at}`);
}

/** The token of the article and the number of its proposal, from a subject. */
export function ofBatch(subject: string): string {
  return subjectParts(subject).id.split("/")[0] ?? "";
}
