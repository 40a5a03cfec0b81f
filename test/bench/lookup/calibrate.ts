/** What became of a question: what trust was judged by, and whether the first hit was right. */
export interface Trusted {
  readonly signals: readonly number[];
  readonly right: boolean;
  readonly none: boolean;
  readonly type: "answerable" | "near" | "off-topic";
}

const at = (weights: readonly number[], signals: readonly number[]): number =>
  1 / (1 + Math.exp(-weights.reduce((s, w, i) => s + w * (signals[i] ?? 0), 0)));

/**
 * Logistic weights, so that what is said to be right at 0.8 is right four times of five. Near questions have no right
 * answer in the data and count little: by words they cannot be told from answerable ones.
 */
export function calibrated(all: readonly Trusted[]): readonly number[] {
  const of = all.filter((t) => !t.none && t.type !== "near");
  const weights: number[] = (of[0]?.signals ?? []).map(() => 0);
  const squares = weights.map(() => 1e-6);
  const total = of.reduce((n, t) => n + countOf(t), 0);
  for (let round = 0; round < 600; round += 1) {
    const slope = weights.map(() => 0);
    for (const trusted of of) {
      const { signals, right } = trusted;
      const off = countOf(trusted) * ((right ? 1 : 0) - at(weights, signals));
      for (const [k, v] of signals.entries()) slope[k] = (slope[k] ?? 0) + (off * v) / total;
    }
    for (const [k, s] of slope.entries()) {
      squares[k] = (squares[k] ?? 0) * 0.9 + s * s * 0.1;
      weights[k] = (weights[k] ?? 0) + ((0.5 / Math.sqrt(1 + round)) * s) / Math.sqrt((squares[k] ?? 0) + 1e-9);
    }
  }
  return weights;
}

// What has nothing to do with the facts is rare among the questions here and common in a room.
const OFF_TOPIC = 4;

function countOf({ type }: Trusted): number {
  return type === "off-topic" ? OFF_TOPIC : 1;
}

/** The threshold that keeps nine of ten right answers, and half of it for what is near. */
export function thresholds(
  all: readonly Trusted[],
  weights: readonly number[],
): { readonly answer: number; readonly near: number } {
  const kept = all
    .filter((t) => t.right)
    .map((t) => at(weights, t.signals))
    .toSorted((a, b) => a - b);
  const answer = kept[Math.floor(kept.length / 10)] ?? 0.5;
  return { answer: Number(answer.toFixed(3)), near: Number((answer / 2).toFixed(3)) };
}
