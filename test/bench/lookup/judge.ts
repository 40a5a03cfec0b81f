import type { Answered, Built } from "./engine.ts";
import type { Question, Way } from "./rows.ts";

/** What one engine made of one way of asking. Shares are from 0 to 1, times in milliseconds. */
export interface Judged {
  readonly engine: string;
  readonly kind: Way;
  readonly facts: number;
  readonly questions: number;
  readonly accuracy: number;
  readonly recall5: number;
  readonly mrr: number;
  /**
   * Off-topic questions still answered: by an engine that decides, as it says; else at the threshold that keeps nine of
   * ten right answers. Null for engines that neither decide nor score.
   */
  readonly falseAnswers: number | null;
  readonly falseNear: number | null;
  readonly calibration: number | null;
  readonly p50: number;
  readonly p99: number;
}

interface Outcome {
  readonly type: Question["type"];
  readonly rank: number;
  readonly score: number | undefined;
  readonly decision: Answered["decision"];
  readonly ms: number;
}

/**
 * Asks the questions in their order until time is up, so that a slow engine is judged by fewer: `questions` says how
 * many have an answer.
 */
export async function judge(
  engine: string,
  built: Built,
  questions: readonly Question[],
  { kind, facts, seconds }: { readonly kind: Way; readonly facts: number; readonly seconds: number },
): Promise<Judged> {
  const outcomes: Outcome[] = [];
  const until = performance.now() + seconds * 1000;
  for (const q of questions) {
    if (performance.now() > until) break;
    const text = q.ways[kind];
    if (text === undefined) continue;
    const from = performance.now();
    const { ids, score, decision } = await built.ask(text);
    const ms = performance.now() - from;
    outcomes.push({ type: q.type, rank: ids.findIndex((id) => q.gold.includes(id)), score, decision, ms });
  }
  const answerable = outcomes.filter((o) => o.type === "answerable");
  // What is only offered is no answer.
  const right = answerable.filter((o) => o.rank === 0 && (o.decision ?? "answer") === "answer");
  const kept = right.map((o) => o.score ?? 0).toSorted((a, b) => a - b)[Math.floor(right.length / 10)] ?? 0;
  const scored = outcomes.every((o) => o.score !== undefined);
  const over = (type: Question["type"]): number | null => {
    const of = outcomes.filter((o) => o.type === type);
    if (of.length === 0) return null;
    if (of.every((o) => o.decision !== undefined))
      return share(of.filter((o) => o.decision === "answer").length, of.length);
    return scored ? share(of.filter((o) => (o.score ?? 0) >= kept).length, of.length) : null;
  };
  const times = outcomes.map((o) => o.ms).toSorted((a, b) => a - b);
  return {
    engine,
    kind,
    facts,
    questions: answerable.length,
    accuracy: share(right.length, answerable.length),
    recall5: share(answerable.filter((o) => o.rank >= 0 && o.rank < 5).length, answerable.length),
    mrr: answerable.reduce((n, o) => n + (o.rank < 0 ? 0 : 1 / (o.rank + 1)), 0) / Math.max(1, answerable.length),
    falseAnswers: over("off-topic"),
    falseNear: over("near"),
    calibration: scored ? expectedError(outcomes.filter((o) => o.type !== "near")) : null,
    p50: times[Math.floor(times.length * 0.5)] ?? 0,
    p99: times[Math.floor(times.length * 0.99)] ?? 0,
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** Expected calibration error in ten bins (Guo and others, 2017); only means something for a score between 0 and 1. */
function expectedError(outcomes: readonly Outcome[]): number | null {
  if (outcomes.some((o) => (o.score ?? 0) > 1)) return null;
  let error = 0;
  for (let bin = 0; bin < 10; bin += 1) {
    const of = outcomes.filter((o) => Math.min(9, Math.floor((o.score ?? 0) * 10)) === bin);
    const said = of.reduce((n, o) => n + (o.score ?? 0), 0);
    error += Math.abs(said - of.filter((o) => o.rank === 0).length) / Math.max(1, outcomes.length);
  }
  return error;
}
