import type { Picture, Run } from "#core/reply/reply.ts";
import type { Letters } from "./font.ts";
import { INK, box, dot, heightOf, lines, type Across, type Drawn } from "./svg.ts";
import { cited, wrapped } from "./wrap.ts";

const SIZE = 15;
const ROUND = 17;
const GAP = 10;
const LINE = 10;
const WORDS = 30;
const LINES_MAX = 3;

/** Rounds under each other along a line: their name, then what is told of each, a dot for what is told. */
export function timeline({ rows }: Picture, { left, width }: Across, letters: Letters): readonly Drawn[] {
  return rows.flatMap(([round = [], what = [], told = []], i) => {
    const name = words(round);
    const isNew = i === 0 || name !== words(rows[i - 1]?.[0] ?? []);
    const heading = isNew && name !== "" ? [headed(round, { left, width }, letters, i === 0)] : [];
    return [...heading, entry([...what, { text: " — " }, ...told], { left, width }, letters, i === rows.length - 1)];
  });
}

function words(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join("");
}

function headed(round: readonly Run[], { left, width }: Across, letters: Letters, isFirst: boolean): Drawn {
  const runs = round.map(({ text }): Run => ({ text, as: "strong" }));
  const name = wrapped(runs, { width: width - WORDS, size: ROUND, lines: 2 }, letters);
  const above = isFirst ? 0 : GAP;
  const height = above + heightOf(name.length, ROUND) + GAP / 2;
  return {
    height,
    at: (top) =>
      `${rail(left, top, height, isFirst ? ROUND * 0.7 : 0)}${dot(left + LINE, top + above + ROUND * 0.7, 8)}${lines(name, left + WORDS, top + above, ROUND)}`,
  };
}

function entry(runs: readonly Run[], { left, width }: Across, letters: Letters, isLast: boolean): Drawn {
  const told = cited(runs, { width: width - WORDS, size: SIZE, lines: LINES_MAX }, letters);
  const height = heightOf(told.length, SIZE) + GAP;
  return {
    height,
    at: (top) =>
      `${rail(left, top, isLast ? SIZE * 0.7 : height, 0)}${dot(left + LINE, top + SIZE * 0.7, 4)}${lines(told, left + WORDS, top, SIZE)}`,
  };
}

function rail(left: number, top: number, height: number, from: number): string {
  return box(left + LINE - 1, top + from, 2, height - from, INK.rule);
}
