import { nameKey } from "#core/text/text.ts";
import { Directory, spellings, type Named, type Names } from "#core/facts/names.ts";
import { mistakeAt, type DataFile } from "./data-file.ts";
import type { Mistake } from "./mistake.ts";
import type { PackFile } from "#core/exchange/schema.ts";

const LISTS = ["people", "places", "parties", "talks", "slots"] as const;

/**
 * The names of one pack. Added to `mistakes`: a spelling that leads to two things or stands twice, a party that is
 * none, a place in the order that is taken.
 */
export function readNames(file: DataFile<PackFile>, mistakes: Mistake[]): Names {
  const { negotiation, talks, parties, people, places, slots } = file.data;
  const wrong = (path: readonly PropertyKey[], message: string): void => {
    mistakes.push(mistakeAt(file, path, message));
  };
  for (const kind of LISTS) unique(kind, file.data[kind], wrong);
  unique("negotiation", [negotiation], wrong);
  for (const [index, { id, order, parties: there }] of talks.entries()) {
    const same = order === undefined ? undefined : talks.slice(0, index).find((t) => t.order === order);
    if (same !== undefined) wrong(["talks", index, "order"], `${same.id} has the order ${order} of ${id} too`);
    for (const [at, party] of there.entries()) {
      if (there.indexOf(party) < at) wrong(["talks", index, "parties", at], `${party} stands there twice`);
      if (!isParty(party)) wrong(["talks", index, "parties", at], `no party has the id ${party}`);
    }
  }
  for (const [index, { party }] of people.entries()) {
    if (party !== undefined && !isParty(party)) wrong(["people", index, "party"], `no party has the id ${party}`);
  }
  if (parties.filter(({ role }) => role === "party").length < 2)
    wrong(["parties"], "fewer than two have the role party");
  return {
    negotiations: new Directory([{ ...negotiation, parties: parties.map(({ id, role }) => ({ party: id, role })) }]),
    talks: new Directory(talks.map((t) => ({ ...t, negotiation: negotiation.id }))),
    parties: new Directory(parties.map(({ role: _, ...party }) => party)),
    people: new Directory(people),
    places: new Directory(places),
    slots: new Directory(slots),
  };

  function isParty(id: string): boolean {
    return parties.some((p) => p.id === id);
  }
}

function unique(
  list: (typeof LISTS)[number] | "negotiation",
  items: readonly Named[],
  wrongAt: (path: readonly PropertyKey[], message: string) => void,
): void {
  const seen = new Map<string, string>();
  for (const [index, item] of items.entries()) {
    const wrong = (path: readonly (string | number)[], message: string): void => {
      wrongAt(list === "negotiation" ? [list, ...path] : [list, index, ...path], message);
    };
    const own = new Set([nameKey(item.id)]);
    if (seen.has(nameKey(item.id))) wrong(["id"], `"${item.id}" already names ${seen.get(nameKey(item.id))}`);
    for (const [at, spelling] of spellings(item).entries()) {
      const path = at === 0 ? ["id"] : at === 1 ? ["name"] : ["aliases", at - 2];
      const key = nameKey(spelling);
      const other = seen.get(key);
      if (key === "") wrong(path, "a spelling needs a letter or a digit");
      else if (other !== undefined && other !== item.id) wrong(path, `"${spelling}" already names ${other}`);
      else if (at > 1 && own.has(key) && (key === nameKey(item.name) || key !== nameKey(item.id)))
        wrong(path, `"${spelling}" is already a spelling of ${item.id}; each stands once`);
      own.add(key);
      seen.set(key, item.id);
    }
  }
}
