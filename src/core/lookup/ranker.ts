import { FEATURES } from "./features.ts";
import type { Network } from "./network.ts";
import { RANK } from "./weights.ts";

/** The features of every candidate, each with how far it is below the highest among them. */
export function inputs(features: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const best = FEATURES.map((_, i) => features.reduce((most, f) => Math.max(most, f[i] ?? 0), -Infinity));
  return features.map((f) => [...f, ...f.map((value, i) => value - (best[i] ?? 0))]);
}

export function scoreOf(input: readonly number[], { direct, hidden, bias, out }: Network = RANK): number {
  const dot = (weights: readonly number[]): number => {
    let sum = 0;
    for (let i = 0; i < input.length; i += 1) sum += (weights[i] ?? 0) * (input[i] ?? 0);
    return sum;
  };
  let score = dot(direct);
  for (let h = 0; h < hidden.length; h += 1) score += (out[h] ?? 0) * Math.tanh((bias[h] ?? 0) + dot(hidden[h] ?? []));
  return score;
}
