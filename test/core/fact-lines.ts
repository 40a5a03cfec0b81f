import fc from "fast-check";

/** Lines that change one of these facts: each kind of change that needs no words of the fact. */
export function factLines(facts: readonly string[]): fc.Arbitrary<string> {
  const fact = fc.constantFrom(...facts);
  return fc.oneof(
    fact.map((id) => `facts retract ${id} reason:r`),
    fact.map((id) => `facts restore ${id}`),
    fact.map((id) => `facts lock ${id}`),
    fact.map((id) => `facts source ${id} source:Meduza paragraph:2`),
    fc.tuple(fact, fact).map(([a, b]) => `facts dispute ${a} with:${b} reason:r`),
    fact.map((id) => `facts resolve ${id} reason:r`),
  );
}
