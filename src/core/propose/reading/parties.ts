import { countryOf } from "#core/facts/country.ts";
import type { Names, Party } from "#core/facts/names.ts";
import { fold } from "#core/text/text.ts";
import type { Side } from "./proposal.ts";
import type { Span } from "./span.ts";
import type { Word } from "./words-of.ts";

/** A party or country that a paragraph names. `capital`: by its capital, which may be the place instead. */
export interface PartyMention extends Span {
  readonly side: Side;
  readonly capital: boolean;
}

type Parties = Pick<Names, "parties">;
const LONGEST = 3;

/** The parties that words name: the desk's own by any spelling first, then countries. */
export function partiesIn(words: readonly Word[], text: string, names: Parties): readonly PartyMention[] {
  const found: PartyMention[] = [];
  for (let at = 0; at < words.length; at += 1) {
    for (let length = LONGEST; length > 0; length -= 1) {
      const [first, last] = [words[at], words[at + length - 1]];
      if (first === undefined || last === undefined || !first.capital) continue;
      const end = last.start + last.letters.length;
      const said = text.slice(first.start, end);
      if (/[,;:.!?]\s/u.test(said)) continue;
      const side = sideOf(said, names);
      if (side === undefined) continue;
      found.push({ start: first.start, end, ...side });
      at += length - 1;
      break;
    }
  }
  return found;
}

function sideOf(said: string, names: Parties): Pick<PartyMention, "side" | "capital"> | undefined {
  const held = ownParty(said, names) ?? ownParty(said.replace(/s$/u, ""), names);
  if (held !== undefined) return { side: { name: held.name, party: held.id }, capital: false };
  // "us" and "me" do not name a party.
  if (/^\p{L}{1,2}$/u.test(said)) return undefined;
  const country = countryOf(said) ?? (/[a-z]{4}s$/u.test(said) ? countryOf(said.slice(0, -1)) : undefined);
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
