import type { Fact } from "#core/facts/fact.ts";
import type { Named, Names } from "#core/facts/names.ts";
import { ALL_SLOTS } from "#core/slots/index.ts";
import type { Options } from "#core/request/option.ts";
import { isDescription } from "#core/values/person.ts";

/**
 * People and places that only claims name: each is known by that name alone, and a person has the side of the first of
 * its claims. Nobody is known by "a senior official", nor by a party's name.
 */
export function claimedNames(of: keyof Names, facts: readonly Fact[], names: Names): readonly Named[] {
  const { parties } = names;
  const known = new Set(names[of].items.map((item) => item.id));
  const naming = new Map(ALL_SLOTS.map(({ name, fields }) => [name, namesOf(fields, of)]));
  const found: Named[] = [];
  for (const { claims } of facts) {
    for (const { slot, fields, side } of claims) {
      for (const field of naming.get(slot) ?? []) {
        const value = fields[field];
        if (value === undefined) continue;
        const id = String(value);
        if (known.has(id)) continue;
        if (of === "people" && (isDescription(id) || parties.exact(id) !== undefined)) continue;
        known.add(id);
        const named = { id, name: id, aliases: [] };
        found.push(of === "people" ? Object.assign(named, { party: side }) : named);
      }
    }
  }
  return found;
}

/** Those of a slot's fields that hold names of this kind: most have none, so that few claims are looked into. */
function namesOf(fields: Options, of: keyof Names): readonly string[] {
  return Object.entries(fields).flatMap(([field, option]) => (option.of === of ? [field] : []));
}
