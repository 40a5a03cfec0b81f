import { parseArgs } from "node:util";
import { commands } from "#commands/index.ts";
import { answer } from "#core/answer/answer.ts";
import { readLine } from "#core/answer/line.ts";
import type { Desk } from "#core/desk/desk.ts";
import { line, median, spread, type Row } from "#test/bench/measure.ts";
import { session } from "#test/desk.ts";
import { ann } from "#test/moderation.ts";
import { remarks } from "./facts.ts";
import { BY, place, started, worked } from "./place.ts";

// node test/scale/one-desk.ts [--revisions 500,50000] [--facts 2000] [--postgres]: desks of so many revisions over so
// many facts at the most, in one run: opened cold, asked, and added to. In milliseconds of the thread's processor time.
const { values } = parseArgs({
  options: {
    revisions: { type: "string", default: "500,50000" },
    facts: { type: "string", default: "1000000" },
    postgres: { type: "boolean", default: false },
  },
});
const sizes = values.revisions.split(",").map(Number);
const COLD = 7;
const CALLS = 30;

async function say(desk: Desk, words: string): Promise<void> {
  const read = readLine(words, commands);
  if (!read.ok) throw new Error(words);
  const { kind } = await answer(read.value, ann, { ...session, desk });
  if (kind === "refusal") throw new Error(`${words} was refused`);
}

async function times(deed: (n: number) => Promise<unknown>, runs: number): Promise<readonly number[]> {
  const all: number[] = [];
  for (let i = 0; i < runs; i += 1) all.push((await worked(() => deed(i)))[0]);
  return all;
}

await using location = await place(values.postgres);
const rows: Row[] = [];
for (const size of sizes) {
  const key = { platform: "test", id: `of ${size}` };
  const first = await started(location);
  const number = await first.store.desk(key, Temporal.Now.instant());
  for (let n = 0; n < size; n += 500)
    await first.store.append(
      number,
      n,
      BY,
      Temporal.Now.instant(),
      remarks((n % Number(values.facts)) + 1, Math.min(500, size - n)),
    );
  await first.store.close();
  const of = `${size.toLocaleString("en")} revisions`;
  const cold: number[] = [];
  for (let i = 0; i < COLD; i += 1) {
    const { store, desks } = await started(location);
    cold.push((await worked(async () => (await desks.open(key)).snapshot()))[0]);
    await store.close();
  }
  rows.push({ what: `opened cold, ${of}`, unit: "ms", runs: COLD, median: median(cold) });
  const { store, desks } = await started(location);
  const desk = await desks.open(key);
  rows.push({
    what: `first question, ${of}`,
    unit: "ms",
    runs: 1,
    median: (await worked(() => say(desk, "ask how long did they meet")))[0],
  });
  rows.push(spread(`ask, ${of}`, await times(() => say(desk, "ask how long did they meet"), CALLS)));
  const add = (n: number) =>
    say(
      desk,
      `facts add note remark:"it rained ${n} times" source:"new: Gazette" paragraph:${n + 1} keep-both:yes talks:second`,
    );
  rows.push(spread(`facts add, ${of}`, (await times(add, CALLS)).slice(5)));
  await store.close();
}
console.log(rows.map(line).join("\n"));
