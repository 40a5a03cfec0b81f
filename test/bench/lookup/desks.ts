import { argv } from "node:process";
import { decide } from "#core/lookup/decide.ts";
import { carryIndex } from "#core/lookup/desk-index.ts";
import type { View } from "#core/facts/view.ts";
import { notedView } from "./noted.ts";
import { readRows, shuffled } from "./rows.ts";

// A thousand desks of two hundred facts of their own, over one library: what their indexes hold together, and the
// first answer of a cold one.
const [facts = ""] = argv.slice(2);
const rows = shuffled(readRows(facts), 7);
const library = notedView(rows.slice(0, 100));
const own = notedView(rows.slice(100)).facts;
const desks = Array.from({ length: 1000 }, (_, desk): View => {
  const some = Array.from({ length: 200 }, (_, i) => own[(desk * 37 + i) % own.length]);
  return { ...library, facts: [...library.facts, ...some.flatMap((f) => f ?? [])] };
});

const memory = (): number => {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};
const before = memory();
const cold: number[] = [];
for (const view of desks) {
  const from = performance.now();
  carryIndex(view, library);
  decide("who was the leader of the country", view);
  cold.push(performance.now() - from);
}
const held = memory() - before;
cold.sort((a, b) => a - b);
console.log(
  `${desks.length} desks of 200 facts: ${held.toFixed(0)} MB; a cold desk's first answer p50 ${cold[500]?.toFixed(1)} ms, p99 ${cold[990]?.toFixed(1)} ms`,
);
