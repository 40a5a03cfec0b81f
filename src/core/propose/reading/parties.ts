import { countryOf } from "#core/facts/country.ts";
import type { Names, Party } from "#core/facts/names.ts";
import { fold } from "#core/text/text.ts";
import type { Groups } from "./groups.ts";
import type { Side } from "./proposal.ts";
import type { Span } from "./span.ts";
import type { Word } from "./words-of.ts";

/** A party or country that a paragraph names. `capital`: by its capital, which may be the place instead. */
export interface PartyMention extends Span {
  readonly side: Side;
  readonly capital: boolean;
}

/** Seats of government that stand for it, beside capitals. */
const SEATS: ReadonlyMap<string, string> = new Map([
  ["Kremlin", "Russia"],
  ["White House", "United States"],
  ["State Department", "United States"],
  ["Pentagon", "United States"],
  ["Downing Street", "United Kingdom"],
  ["Whitehall", "United Kingdom"],
]);

type Parties = Pick<Names, "parties">;
const LONGEST = 5;
/** "Rebel group". */
const LONGEST_NOUN = 2;

/** The parties that words name: the desk's own by any spelling first, then groups of the article, then countries. */
export function partiesIn(
  words: readonly Word[],
  text: string,
  names: Parties,
  groups: Groups,
  looked: Looked = new Map(),
): readonly PartyMention[] {
  const found: PartyMention[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const longest = words[at]?.capital === true ? LONGEST : groups.called.size === 0 ? 0 : LONGEST_NOUN;
    for (let length = longest; length > 0; length -= 1) {
      const [first, last] = [words[at], words[at + length - 1]];
      if (first === undefined || last === undefined) continue;
      const end = last.start + last.letters.length;
      const said = text.slice(first.start, end);
      if (/[,;:.!?]\s/u.test(said)) continue;
      const side = first.capital
        ? lookUp(said, names, groups, looked)
        : calledIn(said, text, found.at(-1), first, groups);
      if (side === undefined) continue;
      found.push({ start: first.start, end, ...side });
      at += length - 1;
      break;
    }
  }
  return found;
}

/** Words that were looked up before: an article has the same names again and again. */
export type Looked = Map<string, Whose | undefined>;

function lookUp(said: string, names: Parties, groups: Groups, looked: Looked): Whose | undefined {
  if (!looked.has(said)) looked.set(said, sideOf(said, names, groups));
  return looked.get(said);
}

type Whose = Pick<PartyMention, "side" | "capital">;

/** "The union", "the rebels": a noun that in this article means one side. "The Chilean government" is Chile's. */
function calledIn(
  said: string,
  text: string,
  before: PartyMention | undefined,
  { start }: Span,
  { called }: Groups,
): Whose | undefined {
  const side = called.get(said);
  if (side === undefined || (before !== undefined && /^(?:[’']s?)?\s$/u.test(text.slice(before.end, start))))
    return undefined;
  return /\bthe\s(?:[\w’'-]+\s)?$/iu.test(text.slice(0, start)) ? { side, capital: false } : undefined;
}

/** The party or country that a word names by itself. */
export function countrySide(said: string, names: Parties): Side | undefined {
  return sideOf(said, names, NO_GROUPS)?.side;
}
const NO_GROUPS: Groups = { named: new Map(), called: new Map() };

function sideOf(said: string, names: Parties, { named }: Groups): Whose | undefined {
  const held = ownParty(said, names) ?? ownParty(said.replace(/s$/u, ""), names);
  if (held !== undefined) return { side: { name: held.name, party: held.id }, capital: false };
  const group = named.get(said) ?? named.get(said.replace(/s$/u, ""));
  if (group !== undefined) return { side: group, capital: false };
  // "us" and "me" do not name a party.
  if (/^\p{L}{1,2}$/u.test(said)) return undefined;
  const country =
    countryOf(SEATS.get(said) ?? said) ?? (/[a-z]{4}s$/u.test(said) ? countryOf(said.slice(0, -1)) : undefined);
  if (country === undefined) return undefined;
  const party = ownParty(country.name, names) ?? ownParty(country.adjective, names);
  const side = party === undefined ? { name: country.name } : { name: party.name, party: party.id };
  return { side, capital: fold(said) === fold(country.capital) };
}

function ownParty(said: string, { parties }: Parties): Party | undefined {
  const found = parties.exact(said);
  // Letters such as US are a party in capitals only: "us" is a word.
  const letters = said.replace(/[^\p{L}]/gu, "");
  return found !== undefined && letters.length <= 2 && letters !== letters.toUpperCase() ? undefined : found;
}

export const BOTH_SIDES: Side = { name: "Both sides", party: "both" };

/** Words for all who negotiate. */
export const BOTH_WORDS =
  /\b(?:both (?:sides?|parties|countries|nations|states|governments|delegations|teams|capitals|ministers|ministries|neighbou?rs)|(?:the )?two (?:sides|parties|countries|nations|states|governments|delegations|teams|capitals|neighbou?rs|ministers|had|have|agreed|settled)|(?:the )?(?:sides|parties|delegations|negotiators|delegates|ministers)\b(?! of)|both\b(?= (?:agreed|have|said|had))|they\b)/giu;
