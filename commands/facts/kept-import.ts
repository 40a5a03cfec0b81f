import type { EntryResult } from "#core/changes/entry-result.ts";
import type { Reading } from "#core/exchange/reader.ts";

/**
 * What a dry run keeps for its buttons: the file and how it is read, or, once it was imported, what came of each entry.
 */
export type Kept =
  | ({ readonly file: string; readonly allNew?: boolean } & Reading)
  | { readonly results: readonly EntryResult[] };

export function writeKept(kept: Kept): string {
  return JSON.stringify(kept);
}

/** What `writeKept` wrote, or the bare text of a file that a Talks before this one kept. */
export function readKept(content: string): Kept {
  const bare: Kept = { file: content, leaveOut: [], fillDown: [] };
  try {
    const kept = JSON.parse(content) as Partial<Record<"file" | "leaveOut" | "results", unknown>>;
    return Array.isArray(kept.results) || (typeof kept.file === "string" && Array.isArray(kept.leaveOut))
      ? (kept as unknown as Kept)
      : bare;
  } catch {
    return bare;
  }
}
