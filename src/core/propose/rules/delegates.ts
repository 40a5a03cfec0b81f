import { matchesIn } from "#core/propose/reading/clause.ts";
import { GROUP } from "#core/propose/reading/lexicon.ts";
import type { Sentence } from "#core/propose/reading/passage.ts";
import type { PersonMention } from "#core/propose/reading/people.ts";
import type { Side } from "#core/propose/reading/proposal.ts";
import type { Read, Reading } from "#core/propose/reading/read-article.ts";
import { sideBefore } from "#core/propose/reading/rule.ts";
import { within, type Span } from "#core/propose/reading/span.ts";
import { peopleFrom } from "./persons.ts";

/** Words that a list of people follows, the people, and whose they are where the words say so. */
interface Listed {
  readonly at: Span;
  readonly people: readonly PersonMention[];
  readonly side?: Side | undefined;
}

const OF_ONE = `${GROUP}|panel|members`;
const COUNTED =
  /\b(?:include[sd]?|including|compris(?:e[sd]?|ing)|count(?:s|ed)|consist(?:s|ed|ing) of|(?:is|was|are|were) made up of)\s/giu;
const COUNTABLE = new RegExp(
  String.raw`\b(?:${OF_ONE}|delegates?|participants?|attendees?|observers?|guests?|those (?:present|attending|in the room))\b`,
  "iu",
);
/** The people of one side, and not all who came. */
const ONE_SIDE = new RegExp(String.raw`\b(?:${OF_ONE})\b`, "iu");

/** Where somebody is, before the verb: "at the table were", "with A came", "representing Chile are". */
const PRESENCE =
  /(?:^|;\s)\s*(?:also\s|and\s)?(at|in|on|around|among|with|joining|representing|accompanying|assisting|flanking|facing|opposite|beside|behind|alongside|next to|across|present|attending|taking part|sitting|seated)\b[^,;:.]{0,90}?\s(?:also\s)?(?:were|was|are|is|sat|sits|stood|(?:(?:had|have|has)\s)?(?:come|came|travelled|traveled|flown|participated|joined|took part|attended))\s(?:also\s)?(?!not\b|never\b)/giu;
const OF_THE_SAME = /^(?:on|with|representing|accompanying|assisting|joining|flanking|beside|alongside)$/iu;
const TOPICS = /\b(?:agenda|on the table|issues?|topics?)\b/iu;
const NOT_THEM = /\b(?:that|which|of|by|to|about|over|against|not)\b/iu;
/** How far from the verb the first of them stands. */
const NEAR = 70;

/** "A brought an adviser, B": those who come with somebody. */
const COMPANY =
  /\b(?:brought(?!\s(?:together|down|up|about|back|to|an?\send|forward|into|out|on)\b)(?:\s(?:along|with\s(?:him|her|them)))?|came\s(?:along\s)?with|(?:accompanied|assisted|flanked|supported)\sby|(?:arriv(?:ed|es)|(?:up|down)\sthe\s\w+|(?:in|into|through)\sthe\s\w+),\swith)\s/giu;

/** "Chile: A, B and C" and nothing more. */
const HEADING = /(?:^|[.;]\s)\s*(?:for\s|from\s|on\s)?(?:the\s)?[\p{L} ]{3,50}:\s/giu;

/** "And now the Serbs: A, who runs an office", told as they come in. */
const COMING =
  /(?:^|[.;]\s)\s*(?:(?:and|but)\s)?(?:now|then|next|here|there)\s(?:(?:come|comes|are|is)\s)?(?:the\s)?[\p{L} ]{3,40}:\s/giu;

/** The lists of those who came, beside the verbs that name who took part. */
export function* delegates(passage: Read, sentence: Sentence, reading: Reading): Iterable<Listed> {
  const { bare } = passage;
  for (const m of matchesIn(COUNTED, bare, sentence)) {
    const subject = bare.slice(sentence.start, m.index);
    // "The case, told by the delegation, was one of many, including A's": who is counted stands just before.
    const counted = /^including/iu.test(m[0]) ? (subject.replace(/,\s$/u, "").split(/,\s/u).at(-1) ?? "") : subject;
    if (!COUNTABLE.test(counted)) continue;
    const end = m.index + m[0].length;
    const side = ONE_SIDE.test(subject) ? groupSide(passage, sentence.start, m.index) : undefined;
    yield { at: { start: m.index, end }, people: peopleFrom(passage, end, sentence.end), side };
  }
  for (const m of matchesIn(PRESENCE, bare, sentence)) {
    const at = { start: m.index, end: m.index + m[0].length };
    const people = peopleFrom(passage, at.end, sentence.end);
    const [first] = people;
    const gap = bare.slice(at.end, Math.max(at.end, Math.min(first?.post?.start ?? at.end, first?.start ?? at.end)));
    if (TOPICS.test(m[0]) || gap.length > NEAR || NOT_THEM.test(gap)) continue;
    const side = OF_THE_SAME.test(m[1] ?? "") ? sideWithin(passage, at, reading) : undefined;
    yield { at, people, side };
  }
  for (const m of matchesIn(HEADING, bare, sentence)) {
    const at = { start: m.index, end: m.index + m[0].length };
    const party = passage.parties.findLast((p) => within(p, at));
    const people = peopleFrom(passage, at.end, sentence.end);
    const last = people.at(-1);
    const rest = bare.slice(Math.max(last?.end ?? at.end, last?.post?.end ?? at.end), sentence.end);
    if (party !== undefined && people.length > 1 && /^\)?[.;]?\s*$/u.test(rest)) yield { at, people, side: party.side };
  }
  for (const m of matchesIn(COMING, bare, sentence)) {
    const at = { start: m.index, end: m.index + m[0].length };
    const party = passage.parties.findLast((p) => within(p, at));
    if (party !== undefined) yield { at, people: peopleFrom(passage, at.end, sentence.end), side: party.side };
  }
  for (const m of matchesIn(COMPANY, bare, sentence)) {
    const end = m.index + m[0].length;
    const whose =
      passage.people.findLast((p) => p.start >= sentence.start && p.end <= m.index && !p.placed) ??
      lastNamed(passage, sentence, m.index);
    const i = passage.voice !== undefined && /\b(?:I|we)\b/iu.test(bare.slice(sentence.start, m.index));
    const side = i
      ? reading.sideOf(passage.voice ?? "")
      : whose === undefined
        ? groupSide(passage, sentence.start, m.index)
        : sideOf(whose, reading);
    yield { at: { start: m.index, end }, people: peopleFrom(passage, end, sentence.end), side };
  }
}

/** "He was accompanied by B": he whom the sentence before named last. */
function lastNamed(passage: Read, { start }: Sentence, at: number): PersonMention | undefined {
  if (!/^\s*(?:he|she)\s(?:was|is)\s$/iu.test(passage.bare.slice(start, at))) return undefined;
  const from = passage.sentences.findLast((s) => s.end <= start)?.start ?? start;
  return passage.people.findLast((p) => p.start >= from && p.end <= start && !p.placed && !p.bare);
}

/** The party whose group a piece of a sentence is about: not one that stands in somebody's post. */
function groupSide(passage: Read, from: number, at: number): Side | undefined {
  const { parties, people } = passage;
  const own = parties.filter((p) => !people.some((m) => m.post !== undefined && within(p, m.post)));
  const side = sideBefore({ ...passage, parties: own }, from, at);
  return side?.party === "both" ? undefined : side;
}

/** The party, or the side of somebody, that a phrase names. */
function sideWithin({ parties, people }: Read, at: Span, reading: Reading): Side | undefined {
  const party = parties.findLast((p) => within(p, at) && !p.capital);
  if (party !== undefined) return party.side;
  const person = people.findLast((p) => within(p, at));
  return person === undefined ? undefined : sideOf(person, reading);
}

function sideOf(person: PersonMention, reading: Reading): Side | undefined {
  return person.side ?? reading.sideOf(person.name);
}
