import type { Run } from "#core/reply/reply.ts";
import type { Letters } from "./font.ts";

/** A line of words, each as its run says. */
export type Line = readonly Run[];

/** How wide and how many lines, in the unit of the picture. */
export interface Room {
  readonly width: number;
  readonly size: number;
  readonly lines: number;
}

const ELLIPSIS = "…";
const APART = 4;
/** Where something stands is written smaller than what stands there. */
const DIM = 0.86;

export function sizeOf({ as }: Run, size: number): number {
  return as === "dim" ? size * DIM : size;
}

/** Runs in lines that each fit the width; what has no room ends with an ellipsis. A longer word is broken. */
export function wrapped(runs: readonly Run[], room: Room, letters: Letters): readonly Line[] {
  const widthOf = (run: Run): number => letters.width(run.text, sizeOf(run, room.size), run.as === "strong");
  const words = runs.flatMap((run) => pieces(run, room, widthOf));
  const lines: Run[][] = [];
  let used = room.width;
  for (const word of words) {
    const width = widthOf(word);
    const isSpace = word.text.trim() === "";
    if (used + width > room.width && !isSpace) {
      lines.push([]);
      used = 0;
    }
    if (isSpace && used === 0) continue;
    lines.at(-1)?.push(word);
    used += width;
  }
  if (lines.length <= room.lines) return lines;
  const kept = lines.slice(0, room.lines);
  return [...kept.slice(0, -1), shortened(kept.at(-1) ?? [], room, widthOf)];
}

/**
 * The same for statements that each end with where they stand, in dim words: those that have no room are left out
 * whole, so that none stands without its source. Of one that alone is too long, words are left out.
 */
export function cited(runs: readonly Run[], room: Room, letters: Letters): readonly Line[] {
  const fits = (some: readonly Run[]): readonly Line[] | undefined => {
    const lines = wrapped(some, { ...room, lines: Number.POSITIVE_INFINITY }, letters);
    return lines.length <= room.lines ? lines : undefined;
  };
  // Where sources differ, all are shown.
  if (runs.some(({ text, as }) => as === "strong" && text.startsWith("Sources differ")))
    return wrapped(runs, { ...room, lines: room.lines * APART }, letters);
  const whole = fits(runs);
  if (whole !== undefined) return whole;
  const ends = runs.flatMap(({ as }, i) => (as === "dim" ? [i + 1] : []));
  for (const end of ends.toReversed()) {
    const some = fits([...runs.slice(0, end), ...(end === runs.length ? [] : [{ text: `; ${ELLIPSIS}` }])]);
    if (some !== undefined) return some;
  }
  return shortest(runs, ends[0] ?? runs.length, fits) ?? wrapped(runs, room, letters);
}

/** One statement with as much of its words as fit before its source. */
function shortest(
  runs: readonly Run[],
  end: number,
  fits: (some: readonly Run[]) => readonly Line[] | undefined,
): readonly Line[] | undefined {
  const source = runs.slice(end - 1, end);
  const before = runs.slice(0, end - 1);
  const last = before.at(-1);
  if (last === undefined) return undefined;
  const words = last.text.split(" ");
  for (let n = words.length - 1; n > 0; n -= 1) {
    const text = `${words.slice(0, n).join(" ")}${ELLIPSIS} `;
    const some = fits([...before.slice(0, -1), { ...last, text }, ...source]);
    if (some !== undefined) return some;
  }
  return undefined;
}

/** Words and the spaces between them, none wider than a line. */
function pieces(run: Run, { width }: Room, widthOf: (run: Run) => number): readonly Run[] {
  const words = run.text.split(/(\s+)/u).filter((word) => word !== "");
  return words.flatMap((word): readonly Run[] => {
    const text = word.trim() === "" ? " " : word;
    if (widthOf({ ...run, text }) <= width) return [{ ...run, text }];
    const parts: string[] = [""];
    for (const letter of text) {
      const last = `${parts.at(-1) ?? ""}${letter}`;
      if (widthOf({ ...run, text: last }) > width) parts.push(letter);
      else parts[parts.length - 1] = last;
    }
    return parts.map((part) => ({ ...run, text: part }));
  });
}

/** A line with an ellipsis at its end, and as much of it as then fits. */
function shortened(line: Line, { width }: Room, widthOf: (run: Run) => number): Line {
  const kept = [...line];
  const total = (): number => [...kept, { text: ELLIPSIS }].reduce((sum, run) => sum + widthOf(run), 0);
  while (kept.length > 1 && total() > width) kept.pop();
  const last = kept.at(-1);
  if (last === undefined) return [{ text: ELLIPSIS }];
  let { text } = last;
  while (text !== "" && total() > width) {
    text = [...text].slice(0, -1).join("");
    kept[kept.length - 1] = { ...last, text };
  }
  return [...kept.slice(0, -1), { ...last, text: `${text.trimEnd()}${ELLIPSIS}` }];
}
