import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { commands } from "#commands/index.ts";
import { answer } from "#core/answer/answer.ts";
import { readLine } from "#core/answer/line.ts";
import { reader, ROOT, session } from "#test/desk.ts";
import { floods } from "./floods.ts";
import { line, median, spread, type Row } from "./measure.ts";

const MAIN = join(ROOT, "src", "app", "start.js");
const RUNS = 11;

/**
 * Start to answer as a process, and its peer: the same node that starts and does nothing. Alternating, so that both
 * meet the same load.
 */
function processes(): readonly Row[] {
  const run = (argv: readonly string[]): number => {
    const from = performance.now();
    execFileSync(process.execPath, argv, { stdio: "ignore" });
    return performance.now() - from;
  };
  const pairs = Array.from({ length: RUNS }, () => [run([MAIN, "once", "who-led"]), run(["-e", "0"])] as const);
  const ours = median(pairs.map(([talks]) => talks));
  const peer = median(pairs.map(([, node]) => node));
  return [
    { what: "who-led, start to answer", unit: "ms", runs: RUNS, median: ours },
    { what: "peer: node -e 0", unit: "ms", runs: RUNS, median: peer },
    { what: "who-led / peer", unit: "×", runs: RUNS, median: ours / peer },
  ];
}

const QUESTIONS = [
  "who led teh rusian side",
  "how long did they meet",
  "seatle consulate",
  "what did bruce say",
  "who won the election",
];
const LINES = ["who-led", "how-long", "properties", "timeline", "compare", "disputes"];

async function calls(lines: readonly string[], rounds: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let i = 0; i < rounds + 5; i += 1) {
    for (const words of lines) {
      const from = performance.now();
      const read = readLine(words, commands);
      if (read.ok) await answer(read.value, reader, session);
      // The first rounds warm the compiler; they are nobody's tenth question.
      if (i >= 5) times.push(performance.now() - from);
    }
  }
  return times;
}

function parses(): readonly number[] {
  return Array.from({ length: 5000 }, (_, i) => {
    const from = performance.now();
    readLine(`who-led side:us talks:"second round" --public ${i % 2 === 0 ? "" : "x:y"}`, commands);
    return performance.now() - from;
  });
}

const rows: readonly Row[] = [
  ...processes(),
  spread("a typed command, read and answered", await calls(LINES, 40)),
  spread(
    "a question to ask, read and answered",
    await calls(
      QUESTIONS.map((q) => `ask ${q}`),
      20,
    ),
  ),
  spread("peer: a line read, not answered", parses()),
  ...(await floods()),
];

const about = {
  node: process.version,
  cpus: navigator.hardwareConcurrency,
  facts: (await session.desk.view()).facts.length,
};
console.log(
  process.argv.includes("--json")
    ? JSON.stringify({ ...about, rows }, null, 2)
    : [`node ${about.node}, ${about.cpus} CPUs, ${about.facts} facts`, ...rows.map(line)].join("\n"),
);
