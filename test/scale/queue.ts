import { parseArgs } from "node:util";
import { LIMITS } from "#platforms/discord/limits.ts";
import { Pace } from "#src/scheduler/pace.ts";

// node test/scale/queue.ts [--digests 10000] [--processes 1,2,3,6]: how long digests of one instant take, and how often
// the platform refuses, where several processes share what it takes of one bot. It runs the pace of the scheduler on a
// clock of its own: hours take seconds. Discord takes 50 requests a second of a bot, and shuts out who is refused
// 10,000 times within ten minutes.
const { values } = parseArgs({
  options: { digests: { type: "string", default: "10000" }, processes: { type: "string", default: "1,2,3,6" } },
});
const digests = Number(values.digests);
const A_SECOND = 50;
const TEN_MINUTES = 600_000;

interface Came {
  readonly took: number;
  readonly refused: number;
  /** Most refusals within ten minutes. */
  readonly most: number;
}

function simulate(count: number): Came {
  let now = 0;
  const pace = Array.from({ length: count }, () => new Pace(LIMITS, () => now));
  /** What happens when: the calls that arrive, those that end, and processes that look again. */
  const events: { at: number; run: () => void }[] = [];
  const when = (at: number, run: () => void): void => {
    let low = 0;
    for (let high = events.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((events[middle]?.at ?? 0) > at) low = middle + 1;
      else high = middle;
    }
    events.splice(low, 0, { at, run });
  };
  const waiting: number[] = [];
  let fresh = digests;
  let posted = 0;
  const taken: number[] = [];
  const refusals: number[] = [];
  const take = (): boolean => {
    if ((waiting[0] ?? Infinity) <= now) return waiting.shift() !== undefined;
    fresh -= 1;
    return fresh >= 0;
  };
  const look = (own: Pace): void => {
    for (let free = own.free(); free > 0 && take(); free -= 1) {
      own.started();
      when(now + 30 + Math.random() * 30, () => arrive(own));
    }
    if (posted < digests) when(now + Math.max(1, own.wait()), () => look(own));
  };
  const arrive = (own: Pace): void => {
    while ((taken[0] ?? now) < now - 1000) taken.shift();
    const after = taken.length < A_SECOND ? undefined : 1000 - (now - (taken[0] ?? now));
    if (after === undefined) taken.push(now);
    else refusals.push(now);
    when(now + 30 + Math.random() * 30, () => {
      own.ended(after);
      if (after === undefined) posted += 1;
      else waiting.push(now + after);
    });
  };
  for (const own of pace) when(Math.random() * 100, () => look(own));
  // At the end nothing more is begun.
  for (let next = events.pop(); next !== undefined; next = events.pop()) {
    now = next.at;
    next.run();
  }
  let most = 0;
  for (let from = 0, to = 0; to < refusals.length; to += 1) {
    while ((refusals[from] ?? 0) < (refusals[to] ?? 0) - TEN_MINUTES) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return { took: now / 1000, refused: refusals.length, most };
}

const imposed = digests / A_SECOND;
for (const count of values.processes.split(",").map(Number)) {
  const { took, refused, most } = simulate(count);
  const each = `${took.toFixed(0)} s, ${(took / imposed).toFixed(2)} × what the limit imposes`;
  console.log(`${digests} digests, ${count} processes: ${each}; refused ${refused} times, ${most} within ten minutes`);
}
