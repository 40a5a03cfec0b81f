import type { SlotName } from "#core/facts/slot-names.ts";
import type { Span } from "./span.ts";

/** Words of a paragraph: `text` is exactly what stands between `start` and `end`. */
export interface Cut extends Span {
  readonly text: string;
}

/** The side that a proposal is about, as far as the article says it: a party's id where the desk has such a party. */
export interface Side {
  readonly name: string;
  readonly party?: string;
}

/**
 * A fact that an article's text proposes, until somebody accepts it. Every value is a cut of its paragraph; what the
 * text leaves open is left open.
 */
export interface Proposal {
  readonly slot: SlotName;
  /** Counted from 1. */
  readonly paragraph: number;
  readonly sentence: Span;
  readonly fields: Readonly<Record<string, Cut>>;
  readonly side?: Side;
  /** Whom the article has it from: `according to both nations`, `Norway's foreign ministry`. */
  readonly according?: Cut;
  /** What the text says elsewhere of a field that this paragraph leaves open: shown as a hint, never a value. */
  readonly hints?: Readonly<Record<string, string>>;
  /** Who proposes it: a rule's name, or `model`. */
  readonly rule: string;
}
