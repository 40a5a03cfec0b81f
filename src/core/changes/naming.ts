import type { Fact } from "#core/facts/fact.ts";
import { negotiationOf, type View } from "#core/facts/view.ts";
import { namedBy } from "#core/slots/named-by.ts";
import type { Known } from "./name-state.ts";

/** The facts, retracted ones too, that name a thing: in a field, as their side, or as their talks. */
export function naming({ of, item }: Known, view: View): readonly Fact[] {
  return view.facts.filter((fact) =>
    of === "negotiations"
      ? negotiationOf(fact.talks, view)?.id === item.id
      : fact.claims.some((claim) => namedBy(claim).some((n) => n.of === of && n.id === item.id)),
  );
}
