import { wordsIn } from "./words-in.ts";
import type { Row } from "./row.ts";

/** Every word that a row is found by as it is written, each once: what the speller may correct to. */
export function surface(row: Row): ReadonlySet<string> {
  return new Set([row.subject, row.label, row.text, ...row.aliases, ...row.tags].flatMap(wordsIn));
}
