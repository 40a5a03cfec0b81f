import { matchesIn } from "#core/propose/reading/clause.ts";
import type { Sentence } from "#core/propose/reading/passage.ts";
import { BOTH_SIDES } from "#core/propose/reading/parties.ts";
import type { PersonMention } from "#core/propose/reading/people.ts";
import type { Read, Reading } from "#core/propose/reading/read-article.ts";
import { sideBefore, type Found, type Rule } from "#core/propose/reading/rule.ts";
import type { Span } from "#core/propose/reading/span.ts";
import { delegates } from "./delegates.ts";
import { endOf, peopleFrom, personFields, sideBetween, sidesInBrackets } from "./persons.ts";

const LIST =
  /\b(?:attended by|joined by|represented by|brought together|with the participation of|in the presence of|participants (?:included?|are|were|:)|attendees (?:included?|are|were)|(?:team|delegation|side|group|negotiators) (?:also )?(?:includes?|included|comprises?|comprised|consists? of|consisted of|was made up of|is made up of)|(?:taking|took) part (?:were|was|are)|present (?:were|was|are)|attending(?:\s(?:the|these|this)\s[\w-]+(?:\s[\w-]+){0,2})?\s(?:were|was|are|included?)|and (?:also )?included|signed by|initialled by|is sending|are sending|has sent|have sent|had sent|sent|also included|members? of the (?:[\p{L}.]+ )?(?:delegation|team) (?:are|were|include[sd]?)|(?:facilitated|moderated|brokered)\sby|(?:the\s)?other\s(?:members|negotiators|delegates|participants)(?:\sof\sthe\s[\w-]+)?\s(?:are|were|is|was)|(?:opposite|facing|beside|alongside|across from) (?:them|him|her|it) (?:was|were|sat)|seated beside (?:him|her) (?:was|were)|received by|hosted by|mediated by|talks with|consultations with|negotiations with|met with|met|holds? talks with|meeting with|counterpart,?)(?=[\s:])/giu;
const JOINING =
  /\b(?:also\s)?(?:attended|(?:is|are|was|were) attending|attends|took part|takes part|participated|participates|joined|(?:is|are|was|were)\s(?:also\s|both\s|all\s)?(?:present|in\s(?:the\sroom|attendance)|at\sthe\stable|on\shand|among\s(?:the|those))|(?:was|were)\sthere(?=[\s,.](?:as\swell|too|with)?)|sat\s(?:in\b|between|beside|with\s(?:them|him|her)|alongside)|(?:is|are|was|were)\sin\sthe\schair|(?:acted|acts|served|serves|is\sacting)\sas\s(?:the\s|an?\s)?(?:[a-z]+\s)?(?:mediators?|facilitators?|go-betweens?|intermediar(?:y|ies)|interpreters?|moderators?|observers?)|opened\sthe\s(?:meeting|session|talks|round)|at\s(?:his|her|their)\sside|arrived|flew\sin|turned\sup|presided(?!\sover)|(?:is|was|are|were)\s(?:first|next|last)\s(?:up|in|through|to)\b|arrives?\b(?!\sat\sthe\sconclusion)|(?:walk(?:s|ed)?|stepp?(?:s|ed)?|go(?:es)?|went)\s(?:in|inside|into)\b|(?:has|have)\s(?:just\s)?(?:arrived|gone\sin|walked\sin)|(?:is|are)\s(?:here|inside)\b|greet(?:s|ed)\b|came\swith|(?:is|are|was|were)\s(?:also\s)?(?:part|an?\smember|members)\sof\sthe\s(?:[\p{L}.-]+\s){0,2}(?:team|delegation|side)|signed|shook\shands|put\s(?:their|his|her)\s(?:names?|signatures?)\sto|represented|(?:is|are|was|were)\srepresenting|met|held (?:[\w-]+\s){0,5}?(?:talks|consultations|a meeting|negotiations|discussions)|hosted|(?:mediat|moderat|facilitat)(?:ed|es)|(?:is|are|was|were) (?:mediating|moderating|facilitating|hosting))\b/giu;
/** "A, and the governors of X, Y and Z": others, whom the text does not name. */
const OTHERS =
  /^,?\s(?:and|as well as|along with|together with)\s(?:(?!\b(?:was|were|is|are|has|had|said|will|did)\b)[^;.]){3,160}$/u;
/** "A, who runs Chile's trade office, was present". */
const RUNS = /^,\swho\s(?:runs|heads|leads|chairs|represents)\s[^,;.]{3,70},\s(?:also\s)?$/u;
const BETWEEN = /\b(?:between|(?:meeting|session|consultations|summit)\sof)\s/giu;

/** Who took part, as the text names them. */
export const attended: Rule = {
  name: "attended",
  slot: "attended",
  whole: true,
  *find(passage, sentence, reading) {
    const seen = new Set<number>();
    for (const found of [
      ...together(passage, sentence, reading),
      ...lists(passage, sentence, reading),
      ...joining(passage, sentence, reading),
      ...between(passage, sentence, reading),
    ]) {
      const at = found.fields["person"]?.start ?? -1;
      if (!seen.has(at)) yield found;
      seen.add(at);
    }
  },
};

function* together(passage: Read, sentence: Sentence, reading: Reading): Iterable<Found> {
  for (const { at, people, side } of delegates(passage, sentence, reading))
    yield* all(passage, people, at, side, reading);
}

/** Each one of a list. `own`: whose they are where no words between them say otherwise. */
function* all(
  passage: Read,
  people: readonly PersonMention[],
  { start, end }: Span,
  own: Found["side"],
  reading: Reading,
): Iterable<Found> {
  const bracketed = sidesInBrackets(passage, people);
  let before = end;
  for (const person of people) {
    // Somebody named in full before goes on to do something: "came A and B; Lin brought C".
    if (reading.fullName(person.name) !== person.name && passage.bare.slice(before, person.start).includes(";")) return;
    const side = person.side ?? bracketed.get(person.start) ?? sideBetween(passage, before, person) ?? own;
    yield found(person, start, end, side, reading);
    before = person.end;
  }
}

function* lists(passage: Read, sentence: Sentence, reading: Reading): Iterable<Found> {
  for (const m of matchesIn(LIST, passage.bare, sentence)) {
    const end = m.index + m[0].length;
    const group = /\b(?:team|delegation|side|represented by|sending|sent|joined)\b/iu.test(m[0]);
    const own = group ? sideBefore(passage, sentence.start, end) : undefined;
    const people = peopleFrom(passage, end, sentence.end);
    yield* all(passage, people, { start: m.index, end }, own === BOTH_SIDES ? undefined : own, reading);
  }
}

function* joining(passage: Read, sentence: Sentence, reading: Reading): Iterable<Found> {
  const { bare, people } = passage;
  for (const m of matchesIn(JOINING, bare, sentence)) {
    let to = m.index;
    for (const person of people.filter((p) => p.start >= sentence.start && p.end <= to).toReversed()) {
      if (person.placed || person.bare) continue;
      const gap = bare.slice(Math.min(endOf(passage, person), to), to);
      if (
        !(
          /^(?:,)?\s?(?:and\s|also\s|both\s|had\s|have\s|who\s|,\s)*(?:[^,;.]{0,70}\sand\s[^,;.]{0,70})?$/u.test(gap) ||
          RUNS.test(gap) ||
          OTHERS.test(gap)
        ) ||
        /\b(?:of|to|for|by|with|that)\s*$/u.test(gap) ||
        // "Representatives of Ansar Allah took part": that is a side.
        (person.post === undefined && /\bof\s$/u.test(bare.slice(sentence.start, person.start)))
      )
        break;
      yield found(person, m.index, m.index + m[0].length, person.side ?? representedSide(passage, m), reading);
      to = person.post !== undefined && person.post.start < person.start ? person.post.start : person.start;
    }
  }
}

/** "A represented the Chilean side". */
function representedSide({ bare, parties }: Read, m: RegExpExecArray): Found["side"] {
  const end = m.index + m[0].length;
  if (/\bof\sthe\s/iu.test(m[0])) return parties.find((p) => p.start >= m.index && p.end <= end)?.side;
  if (!/represent/iu.test(m[0])) return undefined;
  return parties.find((p) => p.start >= end && /^\s(?:the\s)?$/u.test(bare.slice(end, p.start)))?.side;
}

function* between(passage: Read, sentence: Sentence, reading: Reading): Iterable<Found> {
  for (const m of matchesIn(BETWEEN, passage.bare, sentence)) {
    const end = m.index + m[0].length;
    const people = peopleFrom(passage, end, sentence.end);
    const [first, second] = people;
    const joined =
      second !== undefined && (/^between/iu.test(m[0]) || /\band\b/u.test(passage.bare.slice(end, second.start)));
    const alone =
      first !== undefined &&
      /^,?\s(?:[^,;.]{0,60},\s)?and\s(?:his|her|the|an?|its)\s/u.test(
        passage.bare.slice(endOf(passage, first), sentence.end),
      );
    if (joined || alone) for (const person of people) yield found(person, m.index, end, person.side, reading);
  }
}

function found(person: PersonMention, start: number, end: number, own: Found["side"], reading: Reading): Found {
  const side = own ?? reading.sideOf(person.name);
  if (side !== undefined) reading.learn(person.name, side);
  return { at: { start, end }, fields: personFields(person), side };
}
