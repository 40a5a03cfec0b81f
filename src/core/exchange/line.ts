import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import type { Read } from "#core/request/refusal.ts";
import { refuse } from "#core/request/refusal.ts";
import type { PackNames } from "./pack-names.ts";

/**
 * One claim as a file has it, before anything is read: its place, and its words by column. Blank ones are not there.
 */
export interface Line {
  /** `row 5`, `article 1, claim 2`, `line 3`: as the person who opens the file finds it. */
  readonly where: string;
  readonly cells: ReadonlyMap<string, string>;
  /** The columns that its article gives, not it itself; undefined where it stands alone, as a row does. */
  readonly inherited?: ReadonlySet<string>;
  /** The id by which the file names its article. */
  readonly article?: string;
  /** What keeps it from being read at all. */
  readonly problem?: string;
}

/** A heading or key that Talks does not know; `sample`: the first value under it. */
export interface Unknown {
  readonly name: string;
  readonly sample: string;
  /** A column that has no heading: its name says where it stands. */
  readonly nameless?: true;
}

/** All lines of a file in one form, whatever its format. */
export interface Lines {
  readonly lines: readonly Line[];
  /** The names of the negotiations that the file brings. */
  readonly packs?: readonly PackNames[];
  readonly unknown: readonly Unknown[];
  /** What of `leave-out` was found, and so left out. */
  readonly leftOut: readonly string[];
  /** Set where it is a sheet: what has a name in it is a column, not a key. */
  readonly sheet?: true;
}

export function unreadable(at: Told, message: string, hint = tell(at, "file.form")): Read<never> {
  return { ok: false, refusal: refuse("usage", message, hint) };
}
