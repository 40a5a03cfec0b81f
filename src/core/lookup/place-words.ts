import type { Names } from "#core/facts/names.ts";
import { fold } from "#core/text/text.ts";

/** The words of a place's names by which talks held there are found. */
export function placeWords(names: Names, id: string): readonly string[] {
  const place = names.places.get(id);
  if (place === undefined) return [];
  return [place.name, ...place.aliases]
    .map((spelling) => fold(spelling).replace(/^the /u, ""))
    .filter((spelling) => !spelling.includes(" "));
}
