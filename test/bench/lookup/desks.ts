import { argv } from "node:process";
import { RowIndex } from "#core/lookup/row-index.ts";
import { search } from "#core/lookup/search.ts";
import { readRows, shuffled } from "./rows.ts";

// A thousand desks of two hundred facts of their own, over one library: what they hold together, and the first answer
// of a cold one.
const [facts = ""] = argv.slice(2);
const rows = shuffled(readRows(facts), 7);
const library = new RowIndex();
for (const row of rows.slice(0, 100)) library.put(row);

const memory = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};
const before = memory();
const desks: RowIndex[] = [];
const cold: number[] = [];
for (let desk = 0; desk < 1000; desk += 1) {
  const from = performance.now();
  const own = new RowIndex();
  for (let i = 0; i < 200; i += 1) {
    const row = rows[(desk * 37 + i) % rows.length];
    if (row !== undefined) own.put(row);
  }
  search("who was the leader of the country", { indexes: [library, own] });
  cold.push(performance.now() - from);
  desks.push(own);
}
cold.sort((a, b) => a - b);
console.log(
  `${desks.length} desks of 200 facts: ${(memory() - before).toFixed(0)} MB; a cold desk's first answer p50 ${cold[500]?.toFixed(1)} ms, p99 ${cold[990]?.toFixed(1)} ms`,
);
