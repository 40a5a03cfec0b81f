import { wordsIn } from "./words-in.ts";
import type { Row } from "./row.ts";

/** Every word of a row as it is written, each once. The speller may correct to them. */
export function surface(row: Row): ReadonlySet<string> {
  return new Set([row.subject, row.label, row.text, ...row.aliases, ...row.tags].flatMap(wordsIn));
}
