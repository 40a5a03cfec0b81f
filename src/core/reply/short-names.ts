import { shorten } from "#core/text/text.ts";

// What a column's head holds beside others on a phone.
const MAX = 40;

/**
 * The beginnings of names that tell them from each other, for the heads of columns: `First round` and `Second round` of
 * `First round, Geneva, May` and `Second round, Oslo, June`. The whole names where none does.
 */
export function shortNames(names: readonly string[]): readonly string[] {
  const parts = Math.max(...names.map((name) => name.split(", ").length), 1);
  for (let n = 1; n < parts; n += 1) {
    const short = names.map((name) => name.split(", ").slice(0, n).join(", "));
    if (new Set(short).size === names.length) return short.map((name) => shorten(name, MAX));
  }
  return names.map((name) => shorten(name, MAX));
}
