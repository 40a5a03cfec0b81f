import { shuffled, type BenchRow, type Question } from "./rows.ts";

/** Some of the questions, every so many, so that sets and types keep their shares. */
export function sample(all: readonly Question[], most: number): readonly Question[] {
  if (most >= all.length) return all;
  return Array.from({ length: most }, (_, i) => all[Math.floor((i * all.length) / most)]).filter(
    (q) => q !== undefined,
  );
}

/** Some of the rows: those that answer the questions, and others by chance. */
export function sampleOf(
  rows: readonly BenchRow[],
  questions: readonly Question[],
  size: number,
  seed: number,
): readonly BenchRow[] {
  const gold = new Set(questions.flatMap((q) => q.gold));
  const must = rows.filter((r) => gold.has(r.id));
  const rest = rows.filter((r) => !gold.has(r.id));
  return [...must, ...shuffled(rest, seed)].slice(0, Math.max(size, must.length));
}

/** More facts than there are, for speed and memory alone: copies whose words are drawn from all rows, so that no copy answers anything. */
export function swollen(rows: readonly BenchRow[], size: number): readonly BenchRow[] {
  const words = shuffled(
    rows.flatMap((r) => r.text.split(" ")),
    11,
  );
  let at = 0;
  const some = (count: number): string => {
    const from = at % Math.max(1, words.length - count);
    at += count + 1;
    return words.slice(from, from + count).join(" ");
  };
  const more = Array.from({ length: size - rows.length }, (_, i) => {
    const like = rows[i % rows.length];
    const count = like?.text.split(" ").length ?? 20;
    return {
      id: `more-${i}`,
      subject: some(1),
      label: some(1),
      kind: "",
      text: some(count),
      aliases: [],
      tags: [],
      article: "",
    };
  });
  return [...rows, ...more];
}
