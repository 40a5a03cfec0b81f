import type { Fact } from "#core/facts/fact.ts";
import type { Named, Names } from "#core/facts/names.ts";
import { SLOTS } from "#core/slots/index.ts";
import { isDescription } from "#core/values/person.ts";

/**
 * People and places that only claims name: each is known by that name alone, and a person has the side of the first of
 * its claims. Nobody is known by "a senior official", nor by a party's name.
 */
export function claimedNames(of: keyof Names, facts: readonly Fact[], names: Names): readonly Named[] {
  const { parties } = names;
  const known = new Set(names[of].items.map((item) => item.id));
  return facts.flatMap((fact) =>
    fact.claims.flatMap((claim) =>
      Object.entries(claim.fields).flatMap(([field, value]) => {
        const id = String(value);
        if (SLOTS[claim.slot].fields[field]?.of !== of || known.has(id)) return [];
        if (of === "people" && (isDescription(id) || parties.exact(id) !== undefined)) return [];
        known.add(id);
        return [{ id, name: id, aliases: [], ...(of === "people" ? { party: claim.side } : {}) }];
      }),
    ),
  );
}
