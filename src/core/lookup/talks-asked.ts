import type { Talks } from "#core/facts/names.ts";
import type { DayKnown } from "./days-asked.ts";
import type { PostKnown } from "./post-known.ts";

/** Which talks a question is about. */
export interface TalksAsked {
  /** Ids of those that fit everything that names talks; undefined where nothing does. */
  readonly ids: ReadonlySet<string> | undefined;
  /** Which of the question's words say so. */
  readonly at: ReadonlySet<number>;
  /** More than one is named, or all: "both rounds", "the first or the third". */
  readonly several: boolean;
  /** A place or a year alone names them, which may be what is asked about: "who suggested moving to Rome". */
  readonly byPlace: boolean;
  /** Words that name talks which are not held: "sixth round", "in march". */
  readonly unheld: readonly string[];
}

/** What is known of one round to find it by. */
export interface TalksKnown {
  readonly talks: Talks;
  /** 1 for the first of its negotiation, and how many there are. */
  readonly number: number;
  readonly of: number;
  readonly days: readonly DayKnown[];
  /** Ids of those who led it, took part or brought it about. */
  readonly people: ReadonlySet<string>;
  /** The posts that these are told to have. */
  readonly posts: readonly PostKnown[];
  /** Terms of what was signed or adopted there. */
  readonly made: ReadonlySet<string>;
  /** Words of the places where it was held. */
  readonly places: ReadonlySet<string>;
  /** The countries whose capital it was held in, but for those that negotiate. */
  readonly lands: ReadonlySet<string>;
  /** Words of its names by which it can be called: `sfax` of "Sfax round, 2024". */
  readonly called: ReadonlySet<string>;
}
