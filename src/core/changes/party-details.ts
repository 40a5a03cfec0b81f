import { countryOf } from "#core/facts/country.ts";
import type { View } from "#core/facts/view.ts";
import { nameKey } from "#core/text/text.ts";
import type { NameDetails } from "./name-state.ts";

interface Given {
  readonly name: string;
  readonly adjective?: string | undefined;
  readonly aliases?: readonly string[] | undefined;
}

/**
 * A party as it was typed, with what is known of it where it is a country: its English name, its adjective and its
 * spellings, except those that lead to something else on the desk. Any other party has what was typed; without an
 * adjective `planName` refuses it.
 */
export function partyDetails(
  { name, adjective, aliases = [] }: Given,
  view: View,
): NameDetails & { readonly of: "parties" } {
  const country = countryOf(name);
  if (country === undefined) return { of: "parties", name, adjective: adjective ?? "", aliases: [...aliases] };
  const known = new Set([country.name, ...aliases].map(nameKey));
  const free = [name, ...country.spellings].filter((spelling) => {
    const taken = known.has(nameKey(spelling)) || view.parties.spelt(spelling).length > 0;
    known.add(nameKey(spelling));
    return !taken;
  });
  return {
    of: "parties",
    name: country.name,
    adjective: adjective ?? country.adjective,
    aliases: [...aliases, ...free],
  };
}
