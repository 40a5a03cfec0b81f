import { monthOf, yearOf } from "./calendar-words.ts";
import type { TalksKnown } from "./talks-asked.ts";

const BESIDE = /^(?:in|of|the|during|since|from|before|after|until|by|for|and|or|to|than)$/u;
// "before 2021" is not in it, and "since 2021" is not in it alone.
const NOT_IN = /^(?:before|since|until|by|after)$/u;

/** Years by which a question names rounds: "in 2021", "the 2022 accord"; only those of rounds that are held. */
export function yearsIn(words: readonly string[], known: readonly TalksKnown[], taken: ReadonlySet<number>) {
  return words.flatMap((word, i) => {
    const year = yearOf(word);
    if (year === undefined || taken.has(i) || isOfMonth(words, i) || NOT_IN.test(words[i - 1] ?? "")) return [];
    const fits = (k: TalksKnown): boolean => k.days.some((d) => d.year === year);
    const isEdge = i === words.length - 1 || i === 0 || BESIDE.test(words[i - 1] ?? "");
    return isEdge && known.some(fits) ? [[[i], fits] as const] : [];
  });
}

/** "July 2024" names a month: where no round is of that, its year names none. */
function isOfMonth(words: readonly string[], i: number): boolean {
  return [i - 1, i - 2].some(
    (j) => monthOf(words[j] ?? "") !== undefined && (j === i - 1 || /^\d/u.test(words[i - 1] ?? "")),
  );
}
