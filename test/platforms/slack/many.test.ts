import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { talksInSlack } from "./talks.ts";

it.each([
  ["socket", 8],
  ["http", 5],
] as const)("keeps nothing of thousands of deliveries over %s (4 times %i hundred)", async (mode, batches) => {
  setFlagsFromString("--expose-gc");
  const gc = runInNewContext("gc") as () => void;
  const { slack } = await talksInSlack(mode, { acknowledgeWithin: 150_000, keepMessages: 10, keepHistory: 400 });
  const ann = slack.user("ann");
  const some = async (): Promise<void> => {
    for (let batch = 0; batch < batches; batch += 1)
      await Promise.all(Array.from({ length: 100 }, () => ann.slash("/talks", "where").reply()));
    gc();
  };
  await some();
  await some();
  const before = process.memoryUsage().heapUsed;
  await some();
  await some();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(4_000_000);
});
