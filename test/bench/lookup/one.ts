import { writeFileSync } from "node:fs";
import { argv } from "node:process";
import { z } from "zod";
import { completing } from "./completing.ts";
import { engines } from "./engines.ts";
import { judge } from "./judge.ts";
import { readQuestions, readRows, WAYS } from "./rows.ts";
import { draw } from "./sampling.ts";
import { ownQuestions, ownRows } from "./talks.ts";

/** One engine over so many facts, in a process of its own: what one holds is not counted to another. */
export const job = z.object({
  engine: z.string(),
  facts: z.string().optional(),
  questions: z.string().optional(),
  answers: z.string().optional(),
  size: z.number(),
  most: z.number(),
  seconds: z.number(),
});
export type Job = z.output<typeof job>;

const WARMED = 100;

async function run({ engine: name, facts, questions: asked, answers, size, most, seconds }: Job): Promise<void> {
  const engine = engines(facts === undefined).find((e) => e.name === name);
  if (engine === undefined) throw new Error(`no engine is called ${name}`);
  const { rows, questions } = draw(
    facts === undefined ? ownRows() : readRows(facts),
    asked === undefined ? ownQuestions() : readQuestions(asked),
    size,
    most,
  );
  const before = held();
  const from = performance.now();
  const built = await engine.build(rows);
  const build = performance.now() - from;
  const memory = Math.max(0, held() - before) + (built.beside?.() ?? 0) / 1e6;
  // The first questions warm the compiler.
  const warm = performance.now() + 1000;
  for (const q of questions.slice(0, WARMED)) if (performance.now() < warm) await built.ask(q.ways.clean);
  const begun = await completing(built, rows, seconds);
  for (const kind of WAYS.filter((way) => questions.some((q) => q.ways[way] !== undefined))) {
    const judged = await judge(engine.name, built, questions, { kind, facts: rows.length, seconds });
    console.log(JSON.stringify({ ...judged, ...begun, build, memory }));
  }
  if (answers === undefined) return;
  const lines: string[] = [];
  for (const q of questions) {
    for (const kind of WAYS) {
      const text = q.ways[kind];
      if (text === undefined) continue;
      const { ids, decision } = await built.ask(text);
      const found = decision === "none" ? [] : ids.slice(0, 3);
      lines.push(`${JSON.stringify({ id: q.id, kind, decision, facts: found })}\n`);
    }
  }
  writeFileSync(answers, lines.join(""));
}

/** What is held after a collection, in megabytes. */
function held(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

if (import.meta.main) await run(job.parse(JSON.parse(argv[2] ?? "{}")));
