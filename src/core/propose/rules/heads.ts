import { matchesIn } from "#core/propose/reading/clause.ts";
import type { Sentence } from "#core/propose/reading/passage.ts";
import type { PersonMention } from "#core/propose/reading/people.ts";
import type { Read, Reading } from "#core/propose/reading/read-article.ts";
import { sideBefore, type Found } from "#core/propose/reading/rule.ts";
import { peopleFrom, personFields } from "./persons.ts";

const AT_ITS_HEAD = /\s(?:at\s(?:its|their|the)\s(?:head|helm)|in\s(?:charge|the\slead))\b(?!\sof)/giu;
const OPPOSITE = /(?:^|;\s)\s*(?:opposite|facing|across\s(?:the\stable\s)?from)\s(?:him|her)\s(?:was|is|sat|sits)\s/giu;
/** "It was A who did the talking". */
const IT_WAS = /\bit\s(?:is|was)\s/giu;
const WHO_SPOKE =
  /^,?\swho\s(?:did\s(?:all\s|most\sof\s)?the\s(?:talking|negotiating)|led|headed|spoke\sfor|negotiated\sfor)\b/u;
const LEADING = /\b(?:led|heads?|headed|leads|leading|heading)\b/u;

/** "The Norwegian team, with A at its head". */
export function* atTheHead(passage: Read, sentence: Sentence, reading: Reading): Iterable<Found> {
  for (const m of matchesIn(AT_ITS_HEAD, passage.bare, sentence)) {
    const person = passage.people.findLast((p) => p.start >= sentence.start && p.end <= m.index + 1);
    if (person === undefined || (person.post?.end ?? person.end) > m.index + 1) continue;
    const with_ = passage.bare.slice(sentence.start, Math.min(person.post?.start ?? person.start, person.start));
    const team = with_.replace(/,?\swith\s(?:the\s)?$/u, "");
    if (team === with_) continue;
    const at = sentence.start + team.length;
    // What speaks against the clause around speaks against the aside.
    yield leader(person, sideBefore(passage, sentence.start, at), { index: at - 1, 0: team.slice(-1) }, reading);
  }
}

/** "Opposite her was B", after words of who led the other side. */
export function* opposite(passage: Read, sentence: Sentence, reading: Reading): Iterable<Found> {
  const { bare, sentences } = passage;
  const last = sentences[sentences.indexOf(sentence) - 1];
  if (last === undefined || !LEADING.test(bare.slice(last.start, last.end))) return;
  for (const m of matchesIn(OPPOSITE, bare, sentence)) {
    const [person] = peopleFrom(passage, m.index + m[0].length, sentence.end);
    if (person !== undefined) yield leader(person, undefined, m, reading);
  }
}

/** "For the exporters it was A who did the talking". */
export function* itWas(passage: Read, sentence: Sentence, reading: Reading): Iterable<Found> {
  const { bare } = passage;
  for (const m of matchesIn(IT_WAS, bare, sentence)) {
    const [person] = peopleFrom(passage, m.index + m[0].length, sentence.end);
    if (person === undefined || person.start - m.index > 60) continue;
    const end = Math.max(person.end, person.post?.end ?? person.end);
    if (WHO_SPOKE.test(bare.slice(end, sentence.end))) yield leader(person, undefined, m, reading);
  }
}

/** Somebody who leads. `context`: whose side, as the words around say it. */
export function leader(
  person: PersonMention,
  context: Found["side"],
  m: { readonly index: number; readonly 0: string },
  reading: Reading,
): Found {
  const side = context ?? person.side ?? reading.sideOf(person.name);
  if (side !== undefined && side.party !== "both") reading.learn(person.name, side);
  return { at: { start: m.index, end: m.index + m[0].length }, fields: personFields(person), side };
}
