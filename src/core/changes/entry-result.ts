import type { Names } from "#core/facts/names.ts";
import type { OfferedSpelling } from "./offered-spelling.ts";

/** What becomes of one entry of an import. */
export interface EntryResult {
  readonly where: string;
  readonly result: "adds" | "joins" | "corrects" | "held already" | "refused";
  /** The fact's id and statement, or the reason. */
  readonly detail: string;
  /** The round that it is told of, where it is read. */
  readonly talks?: string;
  /** It is a name of this kind, and no claim. */
  readonly of?: keyof Names;
  /** It is refused because it is near a known name: it may be new, or a spelling. */
  readonly near?: boolean;
  /** It is refused for a name that may be a spelling of a known one. */
  readonly spelling?: OfferedSpelling;
}
