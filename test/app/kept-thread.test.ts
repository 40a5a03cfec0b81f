import { setTimeout as pause } from "node:timers/promises";
import { expect, it } from "vitest";
import { KeptThread } from "#src/app/kept-thread.ts";

const CODE = new URL("./counting-thread.ts", import.meta.url);
const LONG = 60_000;
const unexpected = (defect: unknown): void => {
  throw new Error("nobody waited", { cause: defect });
};

it("is the same thread for the next piece of work", async () => {
  const thread = new KeptThread(CODE, unexpected);
  expect([await thread.work("a", LONG), await thread.work("b", LONG)]).toEqual([{ answer: 1 }, { answer: 2 }]);
});

it("is ended by work that takes too long, and another one starts", async () => {
  const thread = new KeptThread(CODE, unexpected);
  await thread.work("a", LONG);
  expect(await thread.work("hang", 1)).toEqual({ ended: "time" });
  expect(await thread.work("b", LONG)).toEqual({ answer: 1 });
});

it.each([
  ["throw", "thrown"],
  ["exit", "a thread ended by itself, with 3"],
])("says what became of work that ends it: %s", async (work, says) => {
  const thread = new KeptThread(CODE, unexpected);
  await expect(thread.work(work, LONG)).rejects.toThrow(says);
  expect(await thread.work("b", LONG)).toEqual({ answer: 1 });
});

it("leaves after it had no work for a while", async () => {
  const thread = new KeptThread(CODE, unexpected, 1);
  await thread.work("a", LONG);
  await pause(50);
  expect(await thread.work("b", LONG)).toEqual({ answer: 1 });
});

it.each([
  ["throw later", "thrown later"],
  ["exit later", "a thread ended by itself, with 3"],
])("tells what ends it while nobody waits: %s", async (work, says) => {
  const lost: unknown[] = [];
  const thread = new KeptThread(CODE, (defect) => lost.push(defect));
  expect(await thread.work(work, LONG)).toEqual({ answer: 1 });
  await expect.poll(() => lost.map((defect) => (defect instanceof Error ? defect.message : ""))).toEqual([says]);
  expect(await thread.work("b", LONG)).toEqual({ answer: 1 });
});
