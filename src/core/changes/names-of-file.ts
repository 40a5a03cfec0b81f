import { listedIn } from "#core/messages/lists.ts";
import type { Told } from "#core/messages/tongue.ts";
import { isOrdinal } from "#core/facts/ordinals.ts";
import type { Named } from "#core/facts/names.ts";
import type { View } from "#core/facts/view.ts";
import { countryOf } from "#core/facts/country.ts";
import { fold } from "#core/text/text.ts";
import type { NameDetails } from "./name-state.ts";
import { partyDetails } from "./party-details.ts";

/** A party as the file tells it. One with spellings has said which there are: a country's own are not added. */
export function partyOf(
  item: { readonly name: string; readonly adjective?: string; readonly aliases: readonly string[] },
  view: View,
): NameDetails {
  const { name, aliases } = item;
  if (aliases.length === 0) return partyDetails(item, view);
  return { of: "parties", name, adjective: item.adjective ?? countryOf(name)?.adjective ?? "", aliases: [...aliases] };
}

export function namesIn(at: Told, some: readonly Named[]): string {
  const names = some.map((n) => n.name);
  return listedIn(at, names);
}

/** Whether words are a name of something. What says its place only, such as `first round`, names nothing. */
export function isCalled({ name, aliases }: Pick<Named, "name" | "aliases">, words: string): boolean {
  const folded = fold(words);
  return [name, ...aliases].some((spelling) => fold(spelling) === folded && !isOrdinal(folded));
}
