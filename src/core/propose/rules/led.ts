import { clauseBegin, clauseEnd, matchesIn } from "#core/propose/reading/clause.ts";
import { EVENT, GROUP } from "#core/propose/reading/lexicon.ts";
import type { Sentence } from "#core/propose/reading/passage.ts";
import type { PersonMention } from "#core/propose/reading/people.ts";
import type { Read, Reading } from "#core/propose/reading/read-article.ts";
import { sideBefore, type Found, type Rule } from "#core/propose/reading/rule.ts";
import { atTheHead, itWas, leader as found, opposite } from "./heads.ts";
import { endOf, peopleFrom, sideBetween } from "./persons.ts";

const HEADED = "led|headed|chaired|co-chaired|co-led|spearheaded|fronted";
const HEADS = "leads?|heads?|chairs?|leading|heading|chairing|led|headed|chaired|co-chaired";
const LEADABLE = new RegExp(
  String.raw`\b(?:${GROUP}|${EVENT}|counterparts?|joint committee|committee|factions?|bloc)\b`,
  "iu",
);

const LED_BY = new RegExp(
  String.raw`\b(?:(?:${HEADED}|presided\sover|conducted|represented(?:\s(?:at|in)\s(?:the|these)\s[\w-]+)?)\s(?:\w+ly\s)?by|under\sthe\s(?:co-)?(?:chairmanship|leadership|chair|presidency)\sof)\b`,
  "giu",
);
const UNDER = new RegExp(String.raw`\b(?:${GROUP})\b[^.;:]{0,50}?\sunder\s(?=(?:the\s)?\p{Lu})`, "giu");
/** What one person speaks for: a side, and no office or agency beside them. */
const SIDED = new RegExp(
  String.raw`\b(?:sides?|delegations?|teams?|government|union|republic|kingdom)\b|\p{Lu}[\p{L}.]+(?:,\s|\s(?:is|was|were|are)\s)$`,
  "iu",
);
/** "A headed the Chilean team, while B represented Norway": both led. */
const REPRESENTED =
  /\b(?:represented|represents|was representing|spoke for|negotiated for|negotiates for)\s(?=(?:the\s)?)/giu;
/** "A leads for Norway". */
const LEADS_FOR = /\b(?:leads|led|is leading|was leading)\s(?:the\stalks\s)?for\s(?=(?:the\s)?)/giu;

/** "The Faroese were led by": people who are called by one word. */
const PEOPLE_WERE = /^\s*(?:the\s)?(?:[\p{L}-]+\s){0,2}?[\p{L}-]+\s(?:are|were)\s$/iu;
const GROUPED = new RegExp(String.raw`\b(?:${GROUP})\b`, "iu");
const NEXT_HEADED = new RegExp(
  String.raw`,?\s(?:accompanied|assisted|flanked|supported|seconded|joined)\sby\b|(?:,|;)?\s(?:and|while|whereas)\s(?:[^,;]{2,40},\s)?[^,;]{0,80}?\b(?:${HEADED}|represented|${HEADS})\b`,
  "u",
);
const LEADS = new RegExp(
  String.raw`\b(?:who\s)?(?:(?:is|was|are|were|will be|has been|had)\s)?(?:will\s)?(?:(?:${HEADS}|presid(?:ed|es)\sover)\s(?!by\b)(?:up\s|for\s)?|(?:at\sthe\s(?:head|helm)|in\scharge)\sof\s)((?:(?:an?|the|its|his|her|their|both)\s)?(?:[\p{L}\p{M}.’'-]+\s){0,4}?(?:${GROUP}|${EVENT}|hosts)\b)`,
  "giu",
);
const INVERTED = new RegExp(
  String.raw`\b(?:heading|leading|at the (?:head|helm) of)\s((?:[\p{L}\p{M}.’'-]+\s){0,4}?(?:${GROUP}|${EVENT}|table))\s(?:is|was|are|were|sat|sits|stood|stands)\b|\bleading\sfor\s((?:the\s)?(?:\p{Lu}[\p{L}.]+\s?){1,4}(?:\s(?:is|was))?)(?::|\b)\s|\bhead of (?:the\s)?((?:[\p{L}\p{M}.’'-]+\s){0,4}?(?:delegation|(?:negotiating\s)?team))(?:\s(?:is|was))?,?\s`,
  "giu",
);

const OF_GROUP = new RegExp(
  String.raw`^(?:[’']s?)?\s(?:[\w-]+\s){0,2}?(?:${GROUP})\b[^,;.]{0,14},?\s?(?:also\s)?$`,
  "iu",
);

/** Who led a side, or the talks, as the text says it. */
export const led: Rule = {
  name: "led",
  slot: "led",
  *find(passage, sentence, reading) {
    const seen = new Set<number>();
    for (const found of [
      ...ledBy(passage, sentence, reading),
      ...under(passage, sentence, reading),
      ...leads(passage, sentence, reading),
      ...leadsFor(passage, sentence, reading),
      ...heading(passage, sentence, reading),
      ...negotiator(passage, sentence, reading),
      ...atTheHead(passage, sentence, reading),
      ...opposite(passage, sentence, reading),
      ...itWas(passage, sentence, reading),
    ]) {
      const at = found.fields["person"]?.start ?? -1;
      if (!seen.has(at)) yield found;
      seen.add(at);
    }
  },
};

/** "The Norwegian team was led by A", "the talks, headed by A and B". */
function* ledBy(passage: Read, sentence: Sentence, reading: Reading): Iterable<Found> {
  const { bare, parties } = passage;
  for (const m of matchesIn(LED_BY, bare, sentence)) {
    const from = clauseBegin(bare, m.index, sentence);
    const wide = Math.max(sentence.start, m.index - 90);
    const subject = bare.slice(Math.min(from, wide), m.index);
    const ownParty = parties.some((p) => p.end <= m.index && p.end > m.index - 40);
    if (!LEADABLE.test(subject) && !ownParty && !PEOPLE_WERE.test(bare.slice(from, m.index))) continue;
    const people = listed(
      peopleFrom(passage, m.index + m[0].length, nextHeaded(bare, m.index + m[0].length, sentence)),
      bare,
    );
    const group = GROUPED.test(subject.slice(-70)) || ownParty;
    const own = people.map((person, i) => sideBetween(passage, people[i - 1]?.end ?? person.start, person));
    const apart = people.length === 1 || own[1] !== undefined;
    // Whom one person represents, that one leads; several are those who came.
    if (/^represented/iu.test(m[0]) && !(group && apart && SIDED.test(subject))) continue;
    for (const [i, person] of people.entries()) {
      const context =
        group && apart && i === 0
          ? (groupSide(passage, m.index) ?? sideBefore(passage, Math.min(from, wide), m.index))
          : own[i];
      yield found(person, context?.party === "both" ? undefined : context, m, reading);
    }
  }
}

/** "Headed by A, B said": who comes next without an "and" does not lead. */
function listed(people: readonly PersonMention[], bare: string): readonly PersonMention[] {
  const [first, ...more] = people;
  const last = more.at(-1);
  return first === undefined || last === undefined || /\band\b|[;&]/u.test(bare.slice(first.start, last.end))
    ? people
    : [first];
}

/** Whose group a verb follows: "the Norwegian negotiating team, led by". */
function groupSide({ bare, parties }: Read, at: number): Found["side"] {
  const party = parties.findLast((p) => p.end <= at && p.end > at - 60);
  if (party === undefined) return undefined;
  return OF_GROUP.test(bare.slice(party.end, at)) ? party.side : undefined;
}

/** "and the Chilean team was headed by B": another head's own words begin there. */
function nextHeaded(bare: string, from: number, { end }: Sentence): number {
  const next = bare.slice(from, end).search(NEXT_HEADED);
  return next < 0 ? end : from + next;
}

/** "The team was under Director A", "six men under General B". */
function* under(passage: Read, sentence: Sentence, reading: Reading): Iterable<Found> {
  for (const m of matchesIn(UNDER, passage.bare, sentence)) {
    const end = m.index + m[0].length;
    const [person] = peopleFrom(passage, end, sentence.end);
    if (person === undefined || person.post === undefined || person.start - end > 60) continue;
    yield found(person, sideBefore(passage, sentence.start, m.index + m[0].lastIndexOf("under")), m, reading);
  }
}

/** "A and B headed the delegations", "B, who leads the Chilean side". */
function* leads(passage: Read, sentence: Sentence, reading: Reading): Iterable<Found> {
  const { bare } = passage;
  for (const m of matchesIn(LEADS, bare, sentence)) {
    const subjects = before(passage, sentence, m.index);
    const object = { start: m.index, end: m.index + m[0].length };
    const of = /\b(?:its|his|her|their)\b/iu.test(m[1] ?? "")
      ? undefined
      : passage.parties.find((p) => p.start >= object.start && p.end <= object.end)?.side;
    for (const person of subjects) yield found(person, of, m, reading);
  }
}

/** "A leads for Norway"; "A represented Norway" beside a side that is said to be led. */
function* leadsFor(passage: Read, sentence: Sentence, reading: Reading): Iterable<Found> {
  const beside = new RegExp(String.raw`\b(?:${HEADED}|${HEADS})\b`, "iu").test(
    passage.bare.slice(sentence.start, sentence.end),
  );
  for (const m of [
    ...matchesIn(LEADS_FOR, passage.bare, sentence),
    ...(beside ? matchesIn(REPRESENTED, passage.bare, sentence) : []),
  ]) {
    const end = m.index + m[0].length;
    const party = passage.parties.find((p) => p.start >= end && /^(?:the\s)?$/u.test(passage.bare.slice(end, p.start)));
    if (party === undefined) continue;
    const [person, ...more] = before(passage, sentence, m.index);
    if (person === undefined || more.length > 0) continue;
    yield found(person, party.side, m, reading);
    yield* gapped(passage, party.end, sentence, m, reading);
  }
}

/** "… and B for Chile": the verb is not said again. */
function* gapped(
  passage: Read,
  from: number,
  sentence: Sentence,
  m: RegExpExecArray,
  reading: Reading,
): Iterable<Found> {
  const { bare, people, parties } = passage;
  const next = people.find((p) => p.start >= from && p.end <= sentence.end);
  if (next === undefined || !/^,?\s(?:and|while)\s(?:[^,;.]{0,40}\s)?$/u.test(bare.slice(from, next.start))) return;
  const of = parties.find((p) => p.start >= next.end && /^\sfor\s(?:the\s)?$/u.test(bare.slice(next.end, p.start)));
  if (of !== undefined) yield found(next, of.side, m, reading);
}

/** The people whose clause a verb at `at` ends: "A, the minister, and B, the envoy, headed". */
function before(passage: Read, { start }: Sentence, at: number): readonly PersonMention[] {
  const { bare, people } = passage;
  const chain: PersonMention[] = [];
  let to = at;
  for (const person of people.toReversed()) {
    if (person.start < start || person.end > to || person.placed) continue;
    const gap = bare.slice(person.end, to);
    const rest = bare.slice(Math.min(endOf(passage, person), to), to);
    const linked =
      chain.length === 0
        ? /^,?\s?(?:who\s|also\s|(?:is|was|will)\s)?$/u.test(rest) || /^,[^,;.]{2,80},\s(?:who\s)?$/u.test(gap)
        : /^,?\s(?:and\s)?(?:[^,;.]{0,80})$/u.test(rest) && /\band\b/u.test(gap);
    if (!linked || /\b(?:while|whereas|but)\b/u.test(gap)) break;
    chain.unshift(person);
    to = person.post !== undefined && person.post.start < person.start ? person.post.start : person.start;
  }
  return chain;
}

/** "Heading Bolivia's team was A", "Her counterpart was B", "At the head of the delegation was A". */
function* heading(passage: Read, sentence: Sentence, reading: Reading): Iterable<Found> {
  const { bare } = passage;
  for (const m of matchesIn(INVERTED, bare, sentence)) {
    const end = m.index + m[0].length;
    const [person] = peopleFrom(passage, end, Math.min(clauseEnd(bare, end + 1, sentence) + 60, sentence.end));
    if (person === undefined || person.start - end > 90) continue;
    const own = passage.parties.find((p) => p.start >= m.index && p.end <= end)?.side;
    yield found(person, own ?? sideBefore(passage, m.index, end), m, reading);
  }
}

const IS_NEGOTIATOR =
  /^\s(?:is|was|serves\sas|acts\sas|acted\sas)\s(?:the\s|its\s)?(?:[\p{L}’']+\s){0,2}?(?:chief|lead|top|head)\snegotiator\b/iu;

/** "Finland's chief negotiator, A": a post that is the lead itself. */
function* negotiator(passage: Read, sentence: Sentence, reading: Reading): Iterable<Found> {
  const { text, people } = passage;
  for (const person of people) {
    if (person.start < sentence.start || person.end > sentence.end) continue;
    const post = person.post ?? { start: person.start, end: person.end };
    const words = text.slice(post.start, post.end);
    if (
      !/\b(?:chief|lead|top|head) (?:negotiator|delegate)\b|\b(?:head|leader|chief) of (?:the |its )?(?:[\p{L}.’'-]+ )*?(?:delegation|negotiating team)\b|\bdelegation (?:head|leader|chief)\b/iu.test(
        words,
      ) &&
      !IS_NEGOTIATOR.test(passage.bare.slice(person.end, sentence.end))
    )
      continue;
    const said = IS_NEGOTIATOR.exec(passage.bare.slice(person.end, sentence.end))?.[0].length ?? 0;
    const of = passage.parties.find(
      (p) => said > 0 && /^\s(?:for|of)\s(?:the\s)?$/u.test(passage.bare.slice(person.end + said, p.start)),
    )?.side;
    yield { ...found(person, of, { index: post.start, 0: words }, reading) };
  }
}
