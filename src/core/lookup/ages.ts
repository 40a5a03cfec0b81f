import { rounds, type View } from "#core/facts/view.ts";
import { memoised } from "#core/text/lazy.ts";

/** How many later rounds each round's negotiation has. */
export type Ages = ReadonlyMap<string, number>;

// Of facts that fit about alike, those of the newest talks of their negotiation, or of the ones before.
const GAIN = [0.2, 0.1, 0.05] as const;
// More late rounds than this are not looked for by themselves.
const LATE_MAX = 12;

/** The ages of a view's rounds. Each negotiation is weighed by itself, so one question asks for them many times. */
export const agesOf = memoised((view: View): Ages => {
  const each = Map.groupBy(rounds(view), (t) => t.negotiation).values();
  return new Map([...each].flatMap((own) => own.map((t, i): [string, number] => [t.id, own.length - 1 - i])));
});

/** The late rounds of each negotiation, the latest last. */
export function lateOf(ages: Ages): readonly string[] {
  return [...ages].flatMap(([id, age]) => (age < GAIN.length ? [id] : [])).slice(-LATE_MAX);
}

/** What a fact of a round gains for the round's age. */
export function gainOf(age: number | undefined): number {
  return age === undefined ? 0 : (GAIN[age] ?? 0);
}
