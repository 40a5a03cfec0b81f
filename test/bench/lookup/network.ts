import type { Network } from "#core/lookup/network.ts";
import { seeded } from "./rows.ts";

/** One question: what each candidate looks like, and which are right. At least one is. */
export interface Lesson {
  readonly inputs: readonly (readonly number[])[];
  readonly gold: readonly boolean[];
}

const HIDDEN = 12;
const ROUNDS = 24;
const BATCH = 256;
const RATE = 0.003;
const KEEP = 1e-3;

/**
 * Learns to give the right candidates of each question the most (softmax over its candidates), by Adam (Kingma and Ba,
 * 2015) on standardised inputs, whose scale is then folded into the weights. The same lessons give the same network.
 */
export function network(lessons: readonly Lesson[]): Network {
  const size = lessons[0]?.inputs[0]?.length ?? 0;
  const random = seeded(1);
  const { mean, spread } = scaleOf(lessons, size);
  const scaled = lessons.map((l) =>
    l.inputs.map((x) => Float64Array.from(x, (v, i) => (v - at(mean, i)) / at(spread, i))),
  );
  // All weights in one row: direct, hidden, bias, out.
  const [biasAt, outAt] = [size + HIDDEN * size, size + HIDDEN * size + HIDDEN];
  const weights = new Float64Array(outAt + HIDDEN);
  for (let i = size; i < biasAt; i += 1) weights[i] = normal(random) / Math.sqrt(size);
  for (let i = outAt; i < weights.length; i += 1) weights[i] = normal(random) * 0.3;
  const [slope, speed, square] = [0, 1, 2].map(() => new Float64Array(weights.length)) as [F, F, F];
  const order = lessons.map((_, i) => i);
  let steps = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [at(order, j), at(order, i)];
    }
    const rate = RATE * 0.5 * (1 + Math.cos((Math.PI * round) / ROUNDS)) + 1e-5;
    for (let from = 0; from < order.length; from += BATCH) {
      const batch = order.slice(from, from + BATCH);
      for (let i = 0; i < slope.length; i += 1) slope[i] = KEEP * at(weights, i);
      for (const which of batch) lesson(scaled[which] ?? [], lessons[which]?.gold ?? [], batch.length);
      steps += 1;
      for (let i = 0; i < weights.length; i += 1) {
        const s = at(slope, i);
        speed[i] = 0.9 * at(speed, i) + 0.1 * s;
        square[i] = 0.999 * at(square, i) + 0.001 * s * s;
        const step = at(speed, i) / (1 - 0.9 ** steps) / (Math.sqrt(at(square, i) / (1 - 0.999 ** steps)) + 1e-8);
        weights[i] = at(weights, i) - rate * step;
      }
    }
  }
  return unscaled();

  function lesson(candidates: readonly Float64Array[], gold: readonly boolean[], of: number): void {
    const lit = candidates.map((x) =>
      Float64Array.from({ length: HIDDEN }, (_, h) => Math.tanh(at(weights, biasAt + h) + dot(x, size + h * size))),
    );
    const scores = candidates.map((x, c) =>
      [...(lit[c] ?? [])].reduce((sum, l, h) => sum + l * at(weights, outAt + h), dot(x, 0)),
    );
    const most = Math.max(...scores);
    const shares = scores.map((s) => Math.exp(s - most));
    const sum = shares.reduce((a, b) => a + b, 0);
    const rightly = shares.reduce((a, s, c) => a + (gold[c] === true ? s : 0), 0);
    for (const [c, x] of candidates.entries()) {
      const pull = (at(shares, c) / sum - (gold[c] === true ? at(shares, c) / rightly : 0)) / of;
      add(x, 0, pull);
      for (let h = 0; h < HIDDEN; h += 1) {
        const l = lit[c]?.[h] ?? 0;
        slope[outAt + h] = at(slope, outAt + h) + pull * l;
        const down = pull * at(weights, outAt + h) * (1 - l * l);
        slope[biasAt + h] = at(slope, biasAt + h) + down;
        add(x, size + h * size, down);
      }
    }
  }

  function dot(x: Float64Array, from: number): number {
    let sum = 0;
    for (let i = 0; i < size; i += 1) sum += at(x, i) * at(weights, from + i);
    return sum;
  }

  function add(x: Float64Array, from: number, times: number): void {
    for (let i = 0; i < size; i += 1) slope[from + i] = at(slope, from + i) + times * at(x, i);
  }

  function unscaled(): Network {
    const row = (from: number): readonly number[] => mean.map((_, i) => at(weights, from + i) / at(spread, i));
    const hidden = Array.from({ length: HIDDEN }, (_, h) => row(size + h * size));
    return {
      direct: row(0),
      hidden,
      bias: hidden.map((w, h) => at(weights, biasAt + h) - w.reduce((sum, v, i) => sum + v * at(mean, i), 0)),
      out: hidden.map((_, h) => at(weights, outAt + h)),
    };
  }
}

type F = Float64Array;

function at(values: ArrayLike<number>, i: number): number {
  return values[i] ?? 0;
}

function scaleOf(lessons: readonly Lesson[], size: number) {
  const all = lessons.flatMap((l) => l.inputs);
  const mean = Array.from({ length: size }, (_, i) => all.reduce((sum, x) => sum + at(x, i), 0) / all.length);
  const spread = mean.map(
    (m, i) => Math.sqrt(all.reduce((sum, x) => sum + (at(x, i) - m) ** 2, 0) / all.length) + 1e-6,
  );
  return { mean, spread };
}

/** Box and Muller's normal numbers. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
