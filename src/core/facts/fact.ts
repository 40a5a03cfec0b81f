import type { SlotName } from "./slot-names.ts";
import type { Citation } from "./article.ts";

/** A claim's typed fields as stored: ids of people, places and parties, words as stated, numbers. */
export type Fields = Readonly<Record<string, string | number>>;

/** Who said it, when it is not the article's own statement: `{ how: "according to", who: "the Russian Foreign Ministry" }`. */
export interface According {
  readonly how: "according to" | "confirmed by" | "as told by";
  readonly who: string;
}

/** What one article says in one slot of one talks. */
export interface Claim {
  readonly id: string;
  readonly talks: string;
  readonly slot: SlotName;
  /** A party's id; `both` where the article says it of both. */
  readonly side?: string;
  readonly fields: Fields;
  /** The words that were typed, imported or shipped for a field, where it is stored as something else: a person's id, a choice. */
  readonly as: Readonly<Record<string, string>>;
  /** It cites the place and says nothing of how the source words it: its fields are the fact's, not the source's. */
  readonly bare?: true;
  readonly according?: According;
  readonly citation: Citation;
}

export type Standing = "accepted" | "disputed" | "retracted";

/** Agreeing claims, joined. `claims` is never empty; the first one gives the fact its fields and its id. */
export interface Fact {
  readonly id: string;
  readonly talks: string;
  readonly slot: SlotName;
  readonly side?: string;
  readonly claims: readonly [Claim, ...Claim[]];
  readonly standing: Standing;
  /** Number of the last revision that changed it on this desk; 0 as shipped. */
  readonly revision: number;
  /** The fact that this one was set aside for when a moderator settled their disagreement. */
  readonly settled?: string;
  /** Why it was retracted, while it is. */
  readonly retracted?: string;
  /** The fact that a moderator put it in dispute with, and why. */
  readonly disputed?: { readonly with: string; readonly why: string };
  /** Words that ask for it although no source has them: whole questions, or what a moderator let count as its own. */
  readonly aliases?: readonly string[];
  /** Only an admin may change it. */
  readonly locked?: boolean;
}

/** A fact's own fields: those of the claim it was first made of. */
export function fieldsOf(fact: Fact): Fields {
  return fact.claims[0].fields;
}

/** Accepted or disputed: what a reader is shown. A retracted fact is shown by its id and its history only. */
export function live(fact: Fact): boolean {
  return fact.standing !== "retracted";
}
