import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { countryOf } from "#core/facts/country.ts";
import { Directory, type Party } from "#core/facts/names.ts";
import { fold } from "#core/text/text.ts";
import { inLatin } from "#core/values/transliteration.ts";
import { loadLibrary } from "./load-library.ts";
import { BadLibrary } from "./mistake.ts";

/** What became of it: the file that was written, from the data folder on; or why there is none. */
export type NewPack = { readonly written: string } | { readonly problem: string };

/**
 * Writes `<folder>/<id>/pack.yaml` for a negotiation, to be filled in: the parties that its name says, and empty lists.
 * `npm run data` says of what is left empty that it is. A folder that is there stays as it is.
 */
export function newPack(folder: string, typed: string): NewPack {
  const name = typed.trim();
  const id = idOf(name);
  if (id === "") return { problem: 'Give the negotiation\'s name, as in: npm run new -- "Egypt–Ethiopia"' };
  const at = join(folder, id);
  if (existsSync(at)) return { problem: `${id} is there already. Give another name, or fill in its pack.yaml.` };
  const known = partiesIn(folder);
  const parties = partsOf(name).map((part) => partyOf(part, known));
  mkdirSync(at);
  writeFileSync(join(at, "pack.yaml"), textOf(id, name, parties));
  return { written: join(id, "pack.yaml") };
}

type Entry = Omit<Party, "adjective"> & { readonly adjective: string | null };

function textOf(id: string, name: string, parties: readonly Entry[]): string {
  const more = Array.from({ length: Math.max(0, 2 - parties.length) }, (_, i) => ({
    id: `party-${parties.length + i + 1}`,
    name: null,
    adjective: null,
    role: "party",
    aliases: [],
  }));
  const own = [...parties.map(({ aliases, ...p }) => ({ ...p, role: "party", aliases })), ...more];
  const write = (value: object): string => stringify(value, { lineWidth: 0, nullStr: "" }).trimEnd();
  return `# Fill this in; \`npm run data\` says what is missing. data/README.md has the form.

${write({ negotiation: { id, name, aliases: [] } })}

# Who takes part. Roles: party (those who negotiate), mediator, host, observer.
${write({ parties: own })}

# One entry for each round. Leave parties out where all were there.
#  - { id: ${id}-1, name: "First round, a city, a month", aliases: [] }
talks: []

#  - { id: somebody, name: Their Name, party: ${own[0]?.id ?? ""}, aliases: [Another Spelling] }
people: []

#  - { id: a-city, name: A City, kind: city, aliases: [] }
places: []

# Articles with their claims, here or one a file in articles/*.yaml.
#  - id: an-outlet-1
#    outlet: An Outlet
#    address: https://…
#    published: 2025-01-31
#    held: text
#    paragraphs: 9
#    claims:
#      - { id: day-an-outlet, talks: ${id}-1, slot: date, paragraph: 1, says: { stated: 30 January 2025 } }
articles: []
`;
}

/** The parties that a name says: `Egypt–Ethiopia`, `Sudan, Egypt and Ethiopia`. None where it has no such form. */
function partsOf(name: string): readonly string[] {
  const parts = name.split(/\s*(?:[–—/,;]|(?<=\S)-(?=\S)|\s-\s|\band\b)\s*/u).filter((part) => fold(part) !== "");
  return parts.length < 2 ? [] : parts;
}

/** A party as another pack has it, under the same id; else a country with what is known of it; else its name alone. */
function partyOf(part: string, known: Directory<Party>): Entry {
  // `Egypt nuclear talks` begins with the party's name.
  const words = part.split(/\s+/u);
  for (let size = words.length; size > 0; size -= 1) {
    const some = words.slice(0, size).join(" ");
    const held = known.exact(some);
    if (held !== undefined) return { id: held.id, name: held.name, adjective: held.adjective, aliases: [] };
    const country = countryOf(some);
    if (country !== undefined) {
      const { name, adjective, spellings } = country;
      const aliases = spellings.filter((s) => ![name, idOf(name)].some((own) => fold(own) === fold(s)));
      const once = aliases.filter((s, i) => aliases.findIndex((other) => fold(other) === fold(s)) === i);
      return { id: idOf(name), name, adjective, aliases: once };
    }
  }
  return { id: idOf(part), name: part, adjective: null, aliases: [] };
}

function partiesIn(folder: string): Directory<Party> {
  try {
    return new Directory(loadLibrary(folder).parties);
  } catch (error) {
    // What is wrong there is for `npm run data` to say.
    if (error instanceof BadLibrary) return new Directory<Party>([]);
    throw error;
  }
}

function idOf(name: string): string {
  // `U.S.` is two letters that stand together.
  return inLatin(fold(name))
    .replaceAll(/(?<=\b[a-z]) (?=[a-z]\b)/gu, "")
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .replaceAll(/^-+|-+$/gu, "")
    .slice(0, 60);
}
