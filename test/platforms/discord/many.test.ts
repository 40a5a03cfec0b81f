import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { talksInDiscord } from "./talks.ts";

// How fast so many are answered is for `npm run bench`; here it is that each is.
const FLOOD = { acknowledgeWithin: 150_000, patience: 150_000 };

it("answers 500 at once, each with its own", async () => {
  const { discord, incidents } = await talksInDiscord({ ...FLOOD, disturbed: true });
  const lines = ["talks who-led", "talks where", "talks when", "talks how-long", "talks properties"];
  const asked = Array.from({ length: 500 }, (_, i) => discord.user(`user ${i}`).slash(lines[i % 5] ?? ""));
  const shown = await Promise.all(asked.map((one) => one.reply()));
  const first = shown.slice(0, 5).map((one) => one.text);
  expect(new Set(first).size).toBe(5);
  for (const [i, one] of shown.entries()) expect(one.text).toBe(first[i % 5]);
  // On a busy machine the client does not wait for Discord, and sends again: 40060 says that the first one had arrived.
  expect(discord.violations.filter((violation) => !violation.includes(": 40060 "))).toEqual([]);
  expect(incidents).toEqual([]);
});

it("keeps nothing of 3,200 interactions: neither memory nor listeners", async () => {
  setFlagsFromString("--expose-gc");
  const gc = runInNewContext("gc") as () => void;
  const { discord } = await talksInDiscord({
    keep: { requests: 10, messages: 10, interactions: 300 },
    ...FLOOD,
  });
  const ann = discord.user("ann");
  const some = async (): Promise<void> => {
    for (let batch = 0; batch < 32; batch += 1) {
      await Promise.all(
        Array.from({ length: 25 }, (_, i) =>
          i % 2 === 0 ? ann.autocomplete("talks fact", "id", "led") : ann.slash("talks where").acknowledged(),
        ),
      );
    }
    gc();
  };
  await some();
  const [before, listeners] = [process.memoryUsage().heapUsed, process.listenerCount("warning")];
  await some();
  await some();
  await some();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(4_000_000);
  expect(process.listenerCount("warning")).toBe(listeners);
});
