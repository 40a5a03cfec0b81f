import type { Told } from "#core/messages/tongue.ts";
import type { Names } from "#core/facts/names.ts";
import type { Dialect } from "./dialect.ts";
import type { Choice } from "./choice.ts";
import type { Read } from "./refusal.ts";
import type { View } from "#core/facts/view.ts";

export const NAME_MAX = 100;

/**
 * What a platform draws for an option.
 * `file`: the platform reads a file for the asker, and its text is the value. `channel`: a channel's id.
 * `mentionable`: `role:ID`, `group:ID` or `user:ID`. The last two come from the platform's own picker where it has one.
 */
export const OPTION_TYPES = ["text", "long", "whole", "flag", "choice", "file", "channel", "mentionable"] as const;

/**
 * One typed value that a command or a slot takes. `read` parses it once, at the edge; platforms draw it by `type`,
 * `max` and `choices`. Words without an option's name fill the options with `words`, in order; a `free` one also takes
 * words that only look like another option, a `rest` one each of the remaining words with a line break after it.
 */
export interface Option<T = unknown, Required extends boolean = boolean> {
  /** What it is, 1–100 characters (Discord's limit on an option's description). */
  readonly about: string;
  /** What a form asks, where that is not the option's name; at most 45 characters (Discord's limit on a label). */
  readonly label?: string;
  readonly type: (typeof OPTION_TYPES)[number];
  readonly required: Required;
  readonly words: boolean | "free" | "rest";
  /** Longest accepted text, in characters. */
  readonly max: number;
  readonly choices?: readonly Choice[];
  /** What a form and a completion call a choice, where that is not its own label. */
  readonly shows?: (value: string, at: Told) => string;
  /** Values that are offered for a text which may be any other too; `complete` offers them with what the desk holds. */
  readonly suggests?: readonly Choice[];
  /** The directory that its value is an id of, where it is one. */
  readonly of?: keyof Names;
  /** `dialect`: how the asker's platform writes mentions, channels and threads. */
  read(raw: string, names: Names & Told, dialect?: Dialect): Read<T>;
  complete?(view: View): readonly Choice[];
  /**
   * Values for words that no choice begins with, best first, at most `most`: for options with too many values to
   * compare each.
   */
  search?(typed: string, view: View, most: number): readonly Choice[];
}

export type Options = Readonly<Record<string, Option>>;

/** The checked values of a set of options. Required ones are always there, the others only where they were given. */
export type Values<O extends Options> = {
  readonly [K in keyof O as O[K] extends Option<unknown, true> ? K : never]: ValueOf<O[K]>;
} & {
  readonly [K in keyof O as O[K] extends Option<unknown, true> ? never : K]?: ValueOf<O[K]>;
};

type ValueOf<O> = O extends Option<infer T> ? T : never;
