import type { Claim, Fact } from "#core/facts/fact.ts";
import type { Names } from "#core/facts/names.ts";
import { negotiationOf, type View } from "#core/facts/view.ts";
import { SLOTS } from "#core/slots/index.ts";
import type { Known } from "./name-state.ts";

/** The facts, retracted ones too, that name a thing: in a field, as their side, or as their talks. */
export function naming({ of, item }: Known, view: View): readonly Fact[] {
  return view.facts.filter((fact) =>
    of === "negotiations"
      ? negotiationOf(fact.talks, view)?.id === item.id
      : fact.claims.some((claim) => named(claim).some((n) => n.of === of && n.id === item.id)),
  );
}

export interface Naming {
  readonly of: keyof Names;
  readonly id: string;
}

/** What a claim names, each with its kind. */
export function named({ slot, talks, side, fields }: Claim): readonly Naming[] {
  return [
    { of: "talks", id: talks },
    ...(side === undefined ? [] : [{ of: "parties", id: side } as const]),
    ...Object.entries(fields).flatMap(([field, value]) => {
      const of = SLOTS[slot].fields[field]?.of;
      return of === undefined ? [] : [{ of, id: String(value) }];
    }),
  ];
}
