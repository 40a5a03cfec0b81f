import { expect, it } from "vitest";
import { LIMITS } from "#platforms/discord/limits.ts";
import { Pace } from "#src/scheduler/pace.ts";

/** A pace with a clock that the test sets. */
function pace(limits = LIMITS) {
  const at = { ms: 0 };
  return { at, pace: new Pace(limits, () => at.ms) };
}

it("starts no more in any second than Discord takes of an app, however long it was idle", () => {
  const { at, pace: discord } = pace();
  const started: number[] = [];
  for (at.ms = 60_000; at.ms < 70_000; at.ms += 5) {
    for (let free = discord.free(); free > 0; free -= 1) {
      discord.started();
      started.push(at.ms);
      discord.ended();
    }
  }
  const most = Math.max(...started.map((from) => started.filter((t) => t >= from && t < from + 1000).length));
  expect(most).toBeLessThanOrEqual(52);
  expect(started.length).toBeGreaterThan(450);
});

it("holds no more calls open at once than it may", () => {
  const { at, pace: slow } = pace({ atOnce: 3, perSecond: 1000, channelEvery: 1 });
  at.ms = 1000;
  for (let i = 0; i < 3; i += 1) slow.started();
  expect(slow.free()).toBe(0);
  slow.ended();
  at.ms = 2000;
  expect(slow.free()).toBe(1);
});

it("lets a channel be used once in its time, and sends who is early away by one turn each", () => {
  const { at, pace: one } = pace({ atOnce: 9, perSecond: 9, channelEvery: 1000 });
  at.ms = 5000;
  expect(one.turn("c")).toEqual({ go: 0 });
  expect([one.turn("c"), one.turn("c"), one.turn("other")]).toEqual([{ back: 1000 }, { back: 2000 }, { go: 0 }]);
  at.ms = 5600;
  expect(one.turn("c")).toEqual({ go: 400 });
  at.ms = 7000;
  expect(one.turn("c")).toEqual({ go: 0 });
});

it("lets a platform be that refuses again and again, for as long as it asks and a minute at most", () => {
  const { at, pace: refused } = pace();
  at.ms = 1000;
  for (let i = 0; i < 5; i += 1) refused.ended(3_600_000);
  at.ms = 60_999;
  expect(refused.free()).toBe(0);
  at.ms = 61_001;
  expect(refused.free()).toBeGreaterThan(0);
});

it("goes slower while others use up the same limit, and is back at it when they are gone", () => {
  const { at, pace: one } = pace();
  at.ms = 60_000;
  /** How many start within so many seconds, where every second one is refused or none is. */
  const started = (seconds: number, refused: boolean): number => {
    let count = 0;
    for (const end = at.ms + 1000 * seconds; at.ms < end; at.ms += 5) {
      for (let free = one.free(); free > 0; free -= 1) {
        count += 1;
        one.started();
        one.ended(refused && count % 2 === 0 ? 500 : undefined);
      }
    }
    return count / seconds;
  };
  expect(started(10, false)).toBeGreaterThan(44);
  started(20, true);
  expect(started(10, true)).toBeLessThan(20);
  started(40, false);
  expect(started(10, false)).toBeGreaterThan(44);
});
