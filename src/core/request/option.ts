import type { Names } from "#core/facts/names.ts";
import type { Choice } from "./choice.ts";
import type { Read } from "./refusal.ts";
import type { View } from "#core/facts/view.ts";

export const NAME_MAX = 100;

/**
 * What a platform draws for an option. `file`: the value is a file's text, which a platform reads for the asker. `channel`: a channel's id;
 * `mentionable`: `role:ID`, `group:ID` or `user:ID`; both come from the platform's own picker where it has one.
 */
export const OPTION_TYPES = ["text", "long", "whole", "flag", "choice", "file", "channel", "mentionable"] as const;

/**
 * One typed thing that a command or a slot takes. Its parser runs once, at the edge; platforms read `type`, `max` and `choices` to draw
 * it. `words` marks the options that are filled in order by words without a name; a `free` one also takes words that
 * only look like another option.
 */
export interface Option<T = unknown, Required extends boolean = boolean> {
  /** What it is, 1–100 characters (Discord's limit on an option's description). */
  readonly about: string;
  readonly type: (typeof OPTION_TYPES)[number];
  readonly required: Required;
  readonly words: boolean | "free";
  /** Longest accepted text, in characters. */
  readonly max: number;
  readonly choices?: readonly Choice[];
  /** The directory that its value is an id of, where it is one. */
  readonly of?: keyof Names;
  read(raw: string, names: Names): Read<T>;
  complete?(view: View): readonly Choice[];
  /** Values for words that none begins with, best first, where there are too many to compare each: at most `most`. */
  search?(typed: string, view: View, most: number): readonly Choice[];
}

export type Options = Readonly<Record<string, Option>>;

/** The checked values of a set of options: required ones always there, the others only where given. */
export type Values<O extends Options> = {
  readonly [K in keyof O as O[K] extends Option<unknown, true> ? K : never]: ValueOf<O[K]>;
} & {
  readonly [K in keyof O as O[K] extends Option<unknown, true> ? never : K]?: ValueOf<O[K]>;
};

type ValueOf<O> = O extends Option<infer T> ? T : never;
