import { parseArgs } from "node:util";
import { commands } from "#commands/index.ts";
import { answer } from "#core/answer/answer.ts";
import { readLine } from "#core/answer/line.ts";
import { line, spread } from "#test/bench/measure.ts";
import { reader, session } from "#test/desk.ts";
import { remarks } from "./facts.ts";
import { BY, place, started, timed } from "./place.ts";

// node test/scale/desks.ts [--desks 10000] [--facts 100] [--postgres]: so many desks with so many facts of their own,
// each asked once in an order of chance and then a hundredth of them again.
const { values } = parseArgs({
  options: {
    desks: { type: "string", default: "10000" },
    facts: { type: "string", default: "100" },
    postgres: { type: "boolean", default: false },
  },
});
const [count, facts] = [Number(values.desks), Number(values.facts)];
const key = (n: number) => ({ platform: "test", id: `desk ${n}` });

await using location = await place(values.postgres);
const { store, desks } = await started(location);
const [filling] = await timed(async () => {
  for (let n = 0; n < count; n += 1) {
    const number = await store.desk(key(n), Temporal.Now.instant());
    await store.append(number, 0, BY, Temporal.Now.instant(), remarks(1, facts));
  }
});

const read = readLine("who-led", commands);
if (!read.ok) throw new Error("who-led");
const call = read.value;
const ask = async (n: number): Promise<void> => {
  const { kind } = await answer(call, reader, { ...session, desk: await desks.open(key(n)) });
  if (kind === "refusal") throw new Error(`desk ${n} was refused`);
};
async function asked(order: readonly number[]): Promise<readonly number[]> {
  const times: number[] = [];
  for (const n of order) times.push((await timed(() => ask(n)))[0]);
  return times;
}

const order = Array.from({ length: count }, (_, i) => (i * 7919) % count);
const memory = (): number => process.memoryUsage().rss / 1e6;
const before = memory();
const cold = await asked(order);
const again = await asked(order.slice(-count / 100));

console.log(
  [
    `${count.toLocaleString("en")} desks of ${facts} facts on ${values.postgres ? "PostgreSQL" : "SQLite"}: filled in ${(filling / 1000).toFixed(0)} s`,
    line(spread("first answer of a desk", cold)),
    line(spread("another one of the last hundredth", again)),
    `${desks.warm} desks are warm; the process grew by ${(memory() - before).toFixed(0)} MB to ${memory().toFixed(0)} MB`,
  ].join("\n"),
);
await store.close();
