import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { completing } from "./completing.ts";
import { judge, type Judged } from "./judge.ts";
import { asking, ours } from "./ours.ts";
import { PEERS } from "./peers.ts";
import { readQuestions, readRows, shuffled, WAYS } from "./rows.ts";
import { sample, swollen } from "./sampling.ts";
import { ownQuestions, ownRows } from "./talks.ts";

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    facts: { type: "string" },
    questions: { type: "string" },
    answers: { type: "string" },
    only: { type: "string" },
    size: { type: "string", default: "0" },
    most: { type: "string", default: "0" },
    json: { type: "boolean", default: false },
  },
});

// All facts unless --size says how many; with --most, that many of the questions, spread evenly.
const allRows = values.facts === undefined ? ownRows() : readRows(values.facts);
const allQuestions = values.questions === undefined ? ownQuestions() : readQuestions(values.questions);
const size = Number(values.size) || allRows.length;
const questions = sample(allQuestions, Number(values.most) || allQuestions.length);
const rows = shuffled(size > allRows.length ? swollen(allRows, size) : sampleRows(), 7);

function sampleRows() {
  const gold = new Set(questions.flatMap((q) => q.gold));
  const must = allRows.filter((r) => gold.has(r.id));
  const rest = shuffled(
    allRows.filter((r) => !gold.has(r.id)),
    3,
  );
  return size === allRows.length ? allRows : [...must, ...rest].slice(0, Math.max(size, must.length));
}

const judged: Judged[] = [];
for (const engine of [values.facts === undefined ? asking : ours, ...PEERS].filter(
  (e) => values.only === undefined || e.name.startsWith(values.only),
)) {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const from = performance.now();
  const built = await engine.build(rows);
  const build = performance.now() - from;
  globalThis.gc?.();
  const after = process.memoryUsage();
  const memory = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / 1e6;
  if (!values.json)
    console.log(`${engine.name}: ${rows.length} facts, built in ${build.toFixed(0)} ms, ${memory.toFixed(0)} MB`);
  // The first questions warm the compiler.
  for (const q of questions.slice(0, 100)) await built.ask(q.ways.clean);
  const begun = await completing(built, rows);
  if (!values.json && begun !== undefined && begun.begun > 0)
    console.log(
      `  begun to be typed   in ten ${(begun.hit10 * 100).toFixed(1)}  p50 ${begun.completeP50.toFixed(2)} p99 ${begun.completeP99.toFixed(2)} ms`,
    );
  for (const kind of WAYS.filter((way) => questions.some((q) => q.ways[way] !== undefined))) {
    const result = await judge(engine.name, built, questions, kind, rows.length);
    judged.push(result);
    console.log(values.json ? JSON.stringify({ ...result, ...begun, build, memory }) : shown(result));
  }
  if ((engine === ours || engine === asking) && values.answers !== undefined) {
    const lines: string[] = [];
    for (const q of questions) {
      for (const kind of WAYS) {
        const text = q.ways[kind];
        if (text === undefined) continue;
        const { ids, decision } = await built.ask(text);
        lines.push(JSON.stringify({ id: q.id, kind, decision, facts: decision === "none" ? [] : ids.slice(0, 3) }));
      }
    }
    writeFileSync(values.answers, `${lines.join("\n")}\n`);
  }
}

function shown(j: Judged): string {
  const percent = (n: number | null): string => (n === null ? "n/a" : (n * 100).toFixed(1)).padStart(6);
  return [
    `  ${j.kind.padEnd(18)}`,
    `first ${percent(j.accuracy)}`,
    `in five ${percent(j.recall5)}`,
    `mrr ${j.mrr.toFixed(3)}`,
    `off-topic ${percent(j.falseAnswers)}`,
    `near ${percent(j.falseNear)}`,
    `calibration ${j.calibration === null ? "n/a" : j.calibration.toFixed(3)}`,
    `p50 ${j.p50.toFixed(2)} p99 ${j.p99.toFixed(2)} ms`,
  ].join("  ");
}
