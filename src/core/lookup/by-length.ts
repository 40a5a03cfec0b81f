import { fieldsOf, type Fact } from "#core/facts/fact.ts";
import { lengthValue } from "#core/values/length.ts";
import type { Question } from "./question.ts";

/** The rounds that are told, the longest or the shortest first where that is asked; what cannot be read is the last. */
export function byLength(rounds: readonly (readonly Fact[])[], { tokens }: Question): readonly (readonly Fact[])[] {
  const asked = tokens.find((t) => /^(?:long|short)e(?:r|st)$/u.test(t.text))?.text;
  if (asked === undefined || rounds.some((facts) => facts.some((f) => f.slot !== "duration"))) return rounds;
  const sign = asked.startsWith("long") ? -1 : 1;
  const minutes = (facts: readonly Fact[]): number | undefined => {
    const all = facts.flatMap((f) => {
      const { length } = lengthValue({ stated: String(fieldsOf(f)["stated"] ?? "") });
      return length?.counts === "hours" ? [length.most ?? length.least] : [];
    });
    return all.length === 0 ? undefined : Math.max(...all);
  };
  return rounds
    .map((facts) => ({ facts, of: minutes(facts) }))
    .toSorted((a, b) => Number(a.of === undefined) - Number(b.of === undefined) || sign * ((a.of ?? 0) - (b.of ?? 0)))
    .map(({ facts }) => facts);
}
