import type { PartyMention } from "./parties.ts";
import type { Passage } from "./passage.ts";
import type { PersonMention } from "./people.ts";

const FRAME = /^[“"‘]?(?:from|for|on|representing)\s(?:the\s)?$/iu;
const FRAMED = /^(?:[’']s?)?(?:\s(?:side|government|team|part|behalf))?(?:,|\s(?:was|were|came|there)\b)/iu;

/** "From the Chilean side, A took part": those whom a sentence names are of the side that it begins with. */
export function framedSide(
  { bare, sentences }: Passage,
  parties: readonly PartyMention[],
  people: readonly PersonMention[],
): readonly PersonMention[] {
  const frames = sentences.flatMap((sentence) => {
    const party = parties.find((p) => p.start >= sentence.start && p.end <= sentence.end);
    if (party === undefined || !FRAME.test(bare.slice(sentence.start, party.start))) return [];
    return FRAMED.test(bare.slice(party.end, sentence.end)) ? [{ ...sentence, side: party.side }] : [];
  });
  return people.map((m) => {
    const frame = m.side === undefined ? frames.find((f) => m.start >= f.start && m.end <= f.end) : undefined;
    return frame === undefined ? m : { ...m, side: frame.side };
  });
}
