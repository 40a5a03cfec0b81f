import { z } from "zod";
import type { Immutable } from "#core/text/immutable.ts";
import { CITATION } from "./article.ts";
import { optionalKey } from "./optional-key.ts";
import { SLOT_NAMES, type SlotName } from "./slot-names.ts";

/** How an article attributes a statement; the words stand before the name. */
export const ATTRIBUTIONS = ["according to", "confirmed by", "as told by"] as const;

/** One step of who said it: `{ how: "according to", who: "the Russian Foreign Ministry" }`. */
const ACCORDING = z.object({ how: z.enum(ATTRIBUTIONS), who: z.string() });
export type According = Immutable<z.infer<typeof ACCORDING>>;

/** Most steps from an article back to who said it: the article after an agency after a ministry after an aide. */
export const STEPS_MAX = 3;

// A desk of 50,000 facts is read with each of them checked: z.record() takes three times as long.
function holds(value: unknown, kinds: readonly string[]): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((each) => kinds.includes(typeof each))
  );
}

/** What one article says in one slot of one talks. */
export const CLAIM = z.object({
  id: z.string(),
  talks: z.string(),
  slot: z.enum(SLOT_NAMES),
  /** A party's id; `both` where the article says it of both. */
  side: optionalKey(z.string()),
  /** As stored: ids of people, places and parties, words as stated, numbers. */
  fields: z.custom<Readonly<Record<string, string | number>>>((value) => holds(value, ["string", "number"])),
  /**
   * The words that were typed, imported or shipped for a field that is stored as something else: a person's id, a
   * choice.
   */
  as: z.custom<Readonly<Record<string, string>>>((value) => holds(value, ["string"])),
  /** It cites the place and does not say how the source words it: its fields are the fact's, not the source's. */
  bare: optionalKey(z.literal(true)),
  /**
   * Who said it, when it is not the article's own statement, the nearest to the article first. Early claims kept the
   * one step alone.
   */
  according: optionalKey(
    z.union([
      ACCORDING.transform((step): readonly z.infer<typeof ACCORDING>[] => [step]),
      z.array(ACCORDING).min(1).max(STEPS_MAX).readonly(),
    ]),
  ),
  citation: CITATION,
});
export type Claim = Immutable<z.infer<typeof CLAIM>>;
export type Fields = Claim["fields"];

export type Standing = "accepted" | "disputed" | "retracted";

/** Agreeing claims, joined. `claims` is never empty: the first claim gives the fact its fields and its id. */
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
  /** Words that ask for it although no source has them: whole questions, or words that a moderator approved. */
  readonly aliases?: readonly string[];
  /** Its talks are retired, so that readers do not see it either. */
  readonly unlisted?: true;
  /** Only an admin may change it. */
  readonly locked?: boolean;
}

/** A fact's own fields: those of the claim it was first made of. */
export function fieldsOf(fact: Fact): Fields {
  return fact.claims[0].fields;
}

/**
 * Whether readers see it: it is accepted or disputed, and its talks are not retired. Another one is shown only by its
 * id and in its history.
 */
export function live(fact: Fact): boolean {
  return fact.standing !== "retracted" && fact.unlisted !== true;
}
