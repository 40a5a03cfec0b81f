import { execFile } from "node:child_process";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { ROOT } from "#test/desk.ts";
import { engines } from "./engines.ts";
import type { Job } from "./one.ts";
import { compared, line, shown, type Line } from "./table.ts";

const { values } = parseArgs({
  allowPositionals: true,
  options: {
    facts: { type: "string" },
    questions: { type: "string" },
    // Written by the first of the engines: what it says to every question.
    answers: { type: "string" },
    only: { type: "string" },
    // So many facts, one run for each of several: 100,1000,10000,100000. All where it is not said.
    size: { type: "string", default: "0" },
    // So many of the questions that have an answer, as many of every set. All where it is not said.
    most: { type: "string", default: "0" },
    // How long one engine may be asked in one way: those that scan every fact get to fewer of the questions.
    seconds: { type: "string", default: "30" },
    json: { type: "boolean", default: false },
  },
});

const run = promisify(execFile);
const { facts, questions, only } = values;
const chosen = engines(facts === undefined).filter((e) => only === undefined || e.name.startsWith(only));
if (chosen.length === 0) {
  const names = engines(facts === undefined).map((e) => e.name);
  throw new Error(`No engine is called ${only}; --only takes the start of one of: ${names.join(", ")}.`);
}
for (const size of values.size.split(",").map(Number)) {
  const lines: Line[] = [];
  for (const [i, { name: engine }] of chosen.entries()) {
    const job: Job = {
      engine,
      ...(facts === undefined ? {} : { facts }),
      ...(questions === undefined ? {} : { questions }),
      ...(i === 0 && values.answers !== undefined ? { answers: values.answers } : {}),
      size,
      most: Number(values.most),
      seconds: Number(values.seconds),
    };
    const asked = await run(
      process.execPath,
      ["--expose-gc", join(ROOT, "test", "bench", "lookup", "one.ts"), JSON.stringify(job)],
      { maxBuffer: 1e8 },
    ).catch((defect: unknown) => ({ stdout: "", defect }));
    // A peer that runs out of memory has lost this size, not ended the run.
    if ("defect" in asked) {
      process.exitCode = 1;
      console.error(`${engine} at ${size} facts gave up: ${String(asked.defect).slice(0, 2000)}`);
    }
    const own = asked.stdout
      .split("\n")
      .filter((text) => text !== "")
      .map((text) => line.parse(JSON.parse(text)));
    lines.push(...own);
    if (own.length > 0) console.log(values.json ? own.map((l) => JSON.stringify(l)).join("\n") : shown(own));
  }
  if (!values.json) console.log(compared(lines));
}
