import { memoisedIn } from "#core/text/lazy.ts";
import { fold } from "#core/text/text.ts";
import type { View } from "#core/facts/view.ts";
import { isThing } from "./asking-words.ts";
import { isFrame } from "./frame-words.ts";
import { isOfDay, numberOf } from "./calendar-words.ts";
import type { NameFound } from "./name-index.ts";
import type { Question, Word } from "./question.ts";
import { termOf } from "./stem.ts";
import type { Weighed } from "./weighed.ts";
import type { TalksKnown } from "./talks-asked.ts";

// When, where and how long they met is told of the round, and not of those who met.
const OF_MEETING: ReadonlySet<string> = new Set(["date", "duration", "venue"]);
const OF_PRESENCE: ReadonlySet<string> = new Set(["led", "attended", "role"]);
const MEETS =
  /^(?:meet|met|meets|meeting|talk(?:s|ed|ing)?|sp(?:eak|oke|eaking)|s[ia]t|sitting|see|saw|negotiat\p{L}+|receiv\p{L}+|welcom\p{L}+|host\p{L}*|visit\p{L}*|hold|held|gather\p{L}*|conven\p{L}+|confer\p{L}*|spen[dt]|took|take|taken|place|been|together|convers\p{L}+|discuss\p{L}*|last|lasted|go|went|on|longer?|time|times|very|face|more|less|than|over|under|least|most|exactly)$/u;
const BESIDE = /^(?:with|between|and|beside|alongside|against)$/u;
const TO =
  /^(?:offer|tell|told|ask|give|gave|promise|propos|demand|want|offered|asked|proposed|promised|demanded|say|said|to|from|of|with)/u;
// What one side says to the other one, it says to those who are there.
const SAID_TO: ReadonlySet<string> = new Set(["position", "purpose", "grievance"]);

/**
 * Whether somebody whom a question names need not be in a fact: "where did Ray meet Lee" is answered by the place of
 * the round that both were at. It is not where what is asked is something that one of them did there.
 */
export function needsNoName(name: NameFound, weighed: Weighed, question: Question, view: View): boolean {
  const { fact } = weighed;
  if (name.of !== "people" || question.known.get(fact.talks)?.people.has(name.id) !== true) return false;
  const before = question.tokens[name.from - 1]?.text ?? "";
  if (OF_PRESENCE.has(fact.slot)) return weighed.named.size > 0 && BESIDE.test(before);
  if (SAID_TO.has(fact.slot)) {
    const party = view.people.get(name.id)?.party;
    const isOther = fact.side !== undefined && party !== fact.side;
    return isOther && (TO.test(before) || question.names.some((n) => n.from < name.from && n.of !== "places"));
  }
  return OF_MEETING.has(fact.slot) && isOfMeeting(weighed, question, view);
}

/**
 * The same of a word that is only part of a name, "Kim", of several who have it; and of what the two who met did with
 * each other: "where did Ray receive Lee".
 */
export function isOfParticipant(
  { text }: Pick<Word, "text">,
  weighed: Weighed,
  question: Question,
  view: View,
): boolean {
  const round = question.known.get(weighed.fact.talks);
  if (round === undefined || !OF_MEETING.has(weighed.fact.slot)) return false;
  const people = wordsOfPeople(round, view);
  // "where did the ministers meet": those who led or took part.
  if (isPost(text, round) && isOfMeeting(weighed, question, view)) return true;
  const isTwo = (): boolean => question.tokens.filter((t) => people.has(t.text)).length > 1;
  return (people.has(text) || (MEETS.test(text) && isTwo())) && isOfMeeting(weighed, question, view);
}

/** Whether a question says nothing but that somebody met, so that the round's own day and place answer it. */
function isOfMeeting({ fact, has }: Weighed, question: Question, view: View): boolean {
  const { words, slots, known } = question;
  const asking = slots.find((s) => s.slot === fact.slot)?.at;
  const round = known.get(fact.talks);
  const people = round === undefined ? new Set<string>() : wordsOfPeople(round, view);
  return words.every(
    (w) =>
      has.has(w) ||
      (asking?.has(w.at) === true && !/^(?:hotel|house|land|arrive)/u.test(w.text)) ||
      MEETS.test(w.text) ||
      isFrame(w.text) ||
      (round !== undefined && isPost(w.text, round)) ||
      isOfDay(w.text) ||
      numberOf(w.text) !== undefined ||
      people.has(w.text),
  );
}

function isPost(word: string, { posts }: TalksKnown): boolean {
  return !isThing(word) && posts.some((p) => p.terms.has(termOf(word)));
}

const wordsOfPeople = memoisedIn(
  ({ people }: TalksKnown, view: View): ReadonlySet<string> =>
    new Set(
      [...people].flatMap((id) => {
        const person = view.people.get(id);
        return person === undefined ? [] : [person.name, ...person.aliases].flatMap((n) => fold(n).split(" "));
      }),
    ),
);
