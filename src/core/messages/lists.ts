import { either, listed } from "#core/text/text.ts";
import type { Told, Tongue } from "./tongue.ts";

/** `a, b and c`, in the language in which it is read. */
export function listedIn({ tongue }: Told, words: readonly string[]): string {
  return tongue === undefined ? listed(words) : formatOf(tongue, "conjunction").format(words);
}

/** The same for those of which one is meant. */
export function eitherIn({ tongue }: Told, words: readonly string[]): string {
  return tongue === undefined ? either(words) : formatOf(tongue, "disjunction").format(words);
}

const made = new Map<string, Intl.ListFormat>();

function formatOf(tongue: Tongue, type: "conjunction" | "disjunction"): Intl.ListFormat {
  const key = `${tongue} ${type}`;
  const format = made.get(key) ?? new Intl.ListFormat(tongue, { type });
  made.set(key, format);
  return format;
}
