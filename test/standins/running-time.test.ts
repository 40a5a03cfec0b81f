import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { deadline, RunningTime } from "./running-time.ts";

/** Blocks the whole process, as a database's own wait would. */
const block = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);

it("counts the time in which an app blocks its process", () => {
  const time = new RunningTime({ now: () => performance.now() });
  // Much longer than a busy machine lets it wait for a core when the block is over.
  block(500);
  expect(time.passed).toBeGreaterThan(50);
});

it("misses a deadline by the stand-in's clock, and none that was met", async () => {
  let now = 0;
  const time = new RunningTime({ now: () => now });
  const missed: string[] = [];
  const met = deadline(5, time, () => missed.push("met"));
  deadline(20, time, () => missed.push("late"));
  met();
  now = 1000;
  await expect.poll(() => missed).toEqual(["late"]);
});

it("holds nothing against an app in whose time the machine was another's", async () => {
  let now = 0;
  const time = new RunningTime({ now: () => now });
  let missed = false;
  const met = deadline(10, time, () => (missed = true));
  // On the clock that counts, next to nothing has passed.
  now = 1;
  await sleep(50);
  expect(missed).toBe(false);
  met();
});
