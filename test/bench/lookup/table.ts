import { z } from "zod";
import { WAYS } from "./rows.ts";

const share = z.number().nullable();

/**
 * What one engine made of one way of asking, see Judged and Completing; `build` in milliseconds, `memory` in megabytes.
 */
export const line = z.object({
  engine: z.string(),
  kind: z.enum(WAYS),
  facts: z.number(),
  questions: z.number(),
  accuracy: z.number(),
  recall5: z.number(),
  mrr: z.number(),
  falseAnswers: share,
  falseNear: share,
  calibration: share,
  p50: z.number(),
  p99: z.number(),
  begun: z.number().optional(),
  hit10: z.number().optional(),
  completeP50: z.number().optional(),
  completeP99: z.number().optional(),
  build: z.number(),
  memory: z.number(),
});
export type Line = z.output<typeof line>;

const percent = (n: number | null): string => (n === null ? "n/a" : (n * 100).toFixed(1)).padStart(6);

/** One engine, a line for each way of asking. */
export function shown(lines: readonly Line[]): string {
  const [first] = lines;
  if (first === undefined) return "";
  const { hit10, completeP50, completeP99 } = first;
  return [
    `${first.engine}: ${first.facts} facts, built in ${first.build.toFixed(0)} ms, ${first.memory.toFixed(0)} MB`,
    ...(hit10 === undefined || completeP50 === undefined || completeP99 === undefined
      ? []
      : [
          `  begun to be typed   in ten ${percent(hit10)}  p50 ${completeP50.toFixed(2)} p99 ${completeP99.toFixed(2)} ms`,
        ]),
    ...lines.map((l) =>
      [
        `  ${l.kind.padEnd(18)}`,
        `first ${percent(l.accuracy)}`,
        `in five ${percent(l.recall5)}`,
        `mrr ${l.mrr.toFixed(3)}`,
        `off-topic ${percent(l.falseAnswers)}`,
        `near ${percent(l.falseNear)}`,
        `calibration ${l.calibration === null ? "n/a" : l.calibration.toFixed(3)}`,
        `p50 ${l.p50.toFixed(2)} p99 ${l.p99.toFixed(2)} ms`,
        `${l.questions} asked`,
      ].join("  "),
    ),
  ].join("\n");
}

// What an engine made of fewer questions before its time was up says nothing of how good it is.
const ENOUGH = 30;

/**
 * Each other engine beside the first: points that the first is ahead, by way of asking, and how many times as long and
 * as much the other takes.
 */
export function compared(lines: readonly Line[]): string {
  const [ours] = lines;
  if (ours === undefined) return "";
  const of = (engine: string): readonly Line[] => lines.filter((l) => l.engine === engine);
  const mine = of(ours.engine);
  return [...new Set(lines.map((l) => l.engine))]
    .slice(1)
    .map((engine) => {
      const theirs = of(engine);
      const ahead = WAYS.flatMap((way) => {
        const [a, b] = [mine, theirs].map((all) => all.find((l) => l.kind === way));
        if (a === undefined || b === undefined) return [];
        return [b.questions < ENOUGH ? "n/a" : ((a.accuracy - b.accuracy) * 100).toFixed(1)];
      });
      const [a, b] = [mine[0] ?? ours, theirs[0] ?? ours];
      const times = (x: number | undefined, y: number | undefined): string =>
        x === undefined || y === undefined || y === 0 ? "n/a" : (x / y).toFixed(1);
      const fewer = b.questions < a.questions ? ` (${b.questions} asked)` : "";
      return `${ours.engine} over ${engine}${fewer}: ${ahead.join(" / ")} points; ask ${times(b.p50, a.p50)} x, complete ${times(b.completeP50, a.completeP50)} x, memory ${times(b.memory, a.memory)} x`;
    })
    .join("\n");
}
