import type { NameFound } from "./name-index.ts";

const BESIDES =
  /(?:^| )(other than|besides?|apart from|aside from|except for|except|excluding|but not|not counting)(?: the)?$/u;
const JOINS = /^(?:and|or|nor)$/u;

/** Those who are named as the ones who are not meant, "who besides Ida Ray and Ann Lee", and the words that say so. */
export function leftOut(
  words: readonly string[],
  names: readonly NameFound[],
): { readonly names: readonly NameFound[]; readonly at: ReadonlySet<number> } {
  const out: NameFound[] = [];
  const at = new Set<number>();
  for (const name of names.toSorted((a, b) => a.from - b.from)) {
    const before = words.slice(Math.max(0, name.from - 3), name.from).join(" ");
    const said = BESIDES.exec(before)?.[0].trim().split(" ").length;
    const ends = out.map((n) => n.from + n.size);
    if (said === undefined && !(JOINS.test(words[name.from - 1] ?? "") && ends.includes(name.from - 1))) continue;
    out.push(name);
    for (let i = 1; i <= (said ?? 1); i += 1) at.add(name.from - i);
  }
  return { names: out, at };
}
