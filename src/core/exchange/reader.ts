import type { Told } from "#core/messages/tongue.ts";
import type { Read } from "#core/request/refusal.ts";
import type { ReadEntry } from "./entry.ts";
import type { Gap } from "./gaps.ts";
import type { PackNames } from "./pack-names.ts";
import type { Placeholder } from "./placeholders.ts";

/** How a file is to be read, beyond what it says itself. */
export interface Reading {
  /** Headings and keys to leave out, as the file writes them, each or with commas between. */
  readonly leaveOut: readonly string[];
  /** Columns whose empty cells mean the one above, each or with commas between. */
  readonly fillDown: readonly string[];
  /** The round of the lines that name none. */
  readonly talks?: string | undefined;
}

/** A file's claims, each to be put to the desk or wrong by itself, and what else there is to tell of it. */
export interface FileRead {
  readonly entries: readonly ReadEntry[];
  /** The names of the negotiations that the file brings. They come before its claims. */
  readonly packs: readonly PackNames[];
  /** Where lines stand that are empty but for their slot or round: a template's that nobody filled in. */
  readonly empty: readonly string[];
  readonly leftOut: readonly string[];
  /** Cells that hold a word for nothing, such as NULL, and were read as empty. */
  readonly placeholders: readonly Placeholder[];
  readonly gaps: readonly Gap[];
  /** No line says which talks it is about. */
  readonly noTalks: boolean;
}

/** The port by which files are read: away from where desks are answered, for a file may take seconds. */
export interface Reader {
  /** `at`: in which language what is wrong with the file and its entries is told. */
  read(content: string, reading: Reading, at?: Told): Promise<Read<FileRead>>;
  /** Lets whatever waits be answered before a long plan goes on. */
  giveWay(): Promise<void>;
}

/** Longest file, in characters. */
export const IMPORT_MAX = 1_000_000;
