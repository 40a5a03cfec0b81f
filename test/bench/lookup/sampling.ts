import { shuffled, type BenchRow, type Question } from "./rows.ts";

interface Drawn {
  readonly rows: readonly BenchRow[];
  /** In no order that any engine could gain from, so that the first few are a fair sample too. */
  readonly questions: readonly Question[];
}

/**
 * `size` of the rows (more than there are: filled up with copies that answer nothing), and of the questions that have
 * an answer at most `most`, as many of every set, so that half of the rows or fewer answer any; of the other questions
 * the same share. All where 0.
 */
export function draw(rows: readonly BenchRow[], questions: readonly Question[], size = 0, most = 0): Drawn {
  const answerable = questions.filter((q) => q.type === "answerable");
  const half = size === 0 || size >= rows.length ? Infinity : size / 2;
  const gold = new Set<string>();
  const taken: Question[] = [];
  for (const q of bySet(answerable)) {
    if (taken.length === (most === 0 ? Infinity : most) || gold.size + q.gold.length > half) break;
    taken.push(q);
    for (const id of q.gold) gold.add(id);
  }
  const others = (["near", "off-topic"] as const).flatMap((type) => {
    const of = questions.filter((q) => q.type === type);
    return shuffled(of, 5).slice(0, Math.ceil((of.length * taken.length) / Math.max(1, answerable.length)));
  });
  return { rows: shuffled(sized(rows, taken, size), 7), questions: shuffled([...taken, ...others], 9) };
}

function sized(rows: readonly BenchRow[], questions: readonly Question[], size: number): readonly BenchRow[] {
  if (size === 0 || size === rows.length) return rows;
  return size > rows.length ? swollen(rows, size) : sampleOf(rows, questions, size, 3);
}

/** One question of every set in turn. */
function bySet(questions: readonly Question[]): readonly Question[] {
  const sets = [...new Set(questions.map((q) => q.set))].map((set) =>
    shuffled(
      questions.filter((q) => q.set === set),
      5,
    ),
  );
  const longest = Math.max(0, ...sets.map((s) => s.length));
  return Array.from({ length: longest }, (_, i) => sets.flatMap((s) => s.slice(i, i + 1))).flat();
}

/** Some of the rows: those that answer the questions, and others by chance. */
function sampleOf(
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

/**
 * More facts than there are, for speed and memory alone: copies whose words are drawn from all rows, so that no copy
 * answers anything.
 */
function swollen(rows: readonly BenchRow[], size: number): readonly BenchRow[] {
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
      text: some(count),
      aliases: [],
      tags: [],
      article: "",
    };
  });
  return [...rows, ...more];
}
