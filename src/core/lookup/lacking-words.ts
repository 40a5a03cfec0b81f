import type { Fact } from "#core/facts/fact.ts";
import { monthOf, numberOf, yearOf } from "./calendar-words.ts";
import { isAsking, isThing } from "./asking-words.ts";
import { isVerbal, mayBeName } from "./english.ts";
import { asksWhichCountries, countriesThere, isOfPresence, namesCountries } from "./countries-there.ts";
import { COUNTS, countsIt } from "./counts-it.ts";
import { isFrame } from "./frame-words.ts";
import { areKin, isFree } from "./kin-slots.ts";
import { inFields } from "./in-fields.ts";
import { isMadeThere } from "./made-there.ts";
import { isOfItsRound } from "./of-its-round.ts";
import { relativeVerbAt } from "./relative-clause.ts";
import { hasOfSort } from "./sorts-of-things.ts";
import { tellsPresence } from "./premise-slots.ts";
import type { Question, Word } from "./question.ts";
import { says, valuesIn } from "./says.ts";
import type { Weighed } from "./weighed.ts";

// A kind that is asked for this much is asked for: a fact of another kind must have the words that ask for it.
const SURE = 1;
const KIND = 0.85;
// … and meant as much as the meeting itself.
const MEANT = 0.7;
const NEARLY = 0.72;

/** "the flights and the visas", "rome or geneva": a fact about one of them is about what is asked. */
function isOneOf({ at, text }: Word, { tokens, names }: Question, { has, named }: Weighed): boolean {
  const words = tokens.map((t) => t.text);
  // Of two who are named together, both are meant.
  const joint = mayBeName(text) ? /^(?:or|nor)$/u : /^(?:and|or|nor)$/u;
  const own = names.flatMap((n) => (named.has(n.id) ? [n.from, n.from + n.size - 1] : []));
  const places = new Set([...[...has].map((w) => w.at), ...own]);
  const joins = (i: number, step: number): boolean => {
    const next = words[i + step] === "the" ? i + 2 * step : i + step;
    if (!joint.test(words[next] ?? "")) return false;
    return places.has(next + step) || (words[next + step] === "the" && places.has(next + 2 * step));
  };
  return joins(at, -1) || joins(at, 1);
}

/** The telling words of a question that a fact has not, and that do not ask for its kind. */
export function lackingWords(weighed: Weighed, question: Question): readonly Word[] {
  if (isMadeThere(weighed, question)) return [];
  const { fact, has } = weighed;
  const own = question.slots.find((s) => s.slot === fact.slot);
  const asking = own?.at;
  const most = question.slots[0]?.weight ?? 0;
  const asked = (own?.weight ?? 0) >= Math.max(KIND, most * NEARLY);
  const isOfMeeting = OF_MEETING.has(fact.slot);
  const elsewhere = question.slots.filter(
    (s) => s.weight >= (isOfMeeting ? MEANT : SURE) && s.slot !== fact.slot && !areKin(fact.slot, s.slot),
  );
  // What somebody did is the question, however common the word: "who seated the delegations".
  const doing = question.form === "who" ? question.tokens.findIndex((t) => t.text === "who") + 1 : 0;
  const telling = [...has].filter((w) => w.telling).length;
  const isThere = asksWhichCountries(question) && countriesThere(fact);
  const clause = relativeVerbAt(question);
  return question.words.filter((w) => {
    if (isAtOtherTime(w, question, fact)) return true;
    if (has.has(w) || isFrame(w.text) || (asking?.has(w.at) === true && !isThing(w.text)) || inText(w.text, fact))
      return false;
    // How long two of them were alone is not how long they all met.
    if (isOfMeeting && APART.test(w.text)) return true;
    if (COUNTS.test(w.text) && countsIt(fact, question)) return false;
    if ((has.size > 0 && hasOfSort(w.text, fact)) || (isThere && isOfPresence(w.text))) return false;
    if (w.at === clause) return false;
    if (w.at === doing && isComing(w.text, weighed, question)) return false;
    if (has.size === 0 && w.at === doing && isVerbal(w.text)) return true;
    if (asked && (isOfMeeting ? MEETS.test(w.text) : isAsking(w.text))) return false;
    if (isAskedOfKin(w, question, weighed)) return false;
    // "how much time" asks for a length, in whatever unit.
    if (question.form === "how-long" && MEASURE.test(w.text)) return false;
    // "in which months": it names some.
    if (question.form === "when" && /^months?$/u.test(w.text) && says(fact, (s) => monthOf(s) !== undefined))
      return false;
    // "start date", "when did the delegates begin": of a moment of the meeting.
    if (fact.slot === "session" && ((own !== undefined && DAY.test(w.text)) || (asked && MEETS.test(w.text))))
      return false;
    // "what day did the round begin": the first of its days.
    if (fact.slot === "date" && (own?.weight ?? 0) >= WHOLE_DAY && BEGINS.test(w.text)) return false;
    // "was she in the room": who took part was.
    if (tellsPresence(fact.slot) && THERE.test(w.text)) return false;
    // "which areas get aid", where the fact has the rest.
    if (isSortOf(w, question, SORT) && telling > 1) return false;
    // "which countries": a fact that names some has them.
    if (isSortOf(w, question, COUNTRIES) && namesCountries(fact)) return false;
    if (isOneOf(w, question, weighed) || isOfItsRound(w, question, fact)) return false;
    return w.telling || ((!asked || isOfMeeting) && elsewhere.some((s) => s.at.has(w.at)));
  });
}

const APART = /^(?:alone|separately|privately|apart)$/u;

/** "before 2021", where a fact tells of 2021 alone. */
function isAtOtherTime({ at, text }: Word, { tokens, form }: Question, fact: Fact): boolean {
  const before = tokens[at - 1]?.text ?? "";
  if (yearOf(text) === undefined || before !== "before" || form === "when") return false;
  const having = valuesIn(fact).filter((words) => words.includes(text));
  return having.length > 0 && !having.some((words) => words[words.indexOf(text) - 1] === before);
}

function isSortOf({ at, text }: Word, { tokens }: Question, sorts: RegExp): boolean {
  return /^(?:what|which)$/u.test(tokens[at - 1]?.text ?? "") && sorts.test(text);
}

const SORT =
  /^(?:areas?|regions?|places?|cit(?:y|ies)|towns?|groups?|officials?|bod(?:y|ies)|institutions?|organi[sz]ations?|agenc(?:y|ies)|compan(?:y|ies))$/u;

// When, where and how long they met: "when was it signed" asks for none of that.
const OF_MEETING: ReadonlySet<string> = new Set(["date", "duration", "venue"]);
const MEETS =
  /^(?:delegat\p{L}+|teams?|sides?|groups?|part(?:y|ies)|diplomats?|envoys?|meet|met|meetings?|rounds?|talk(?:s|ed|ing)?|sessions?|summits?|negotiat\p{L}+|discuss\p{L}*|gather\p{L}*|s[ia]t|take|took|taken|place|conver[sg]\p{L}+)$/u;

/** Whether a word asks for a kind that is near this fact's, and the fact is about what is asked besides. */
function isAskedOfKin(
  word: Word,
  { slots, form, apart, sides }: Question,
  { fact, has, typed, named }: Weighed,
): boolean {
  // What was noted is near every kind: it says whether something is so, where one negotiation alone is held.
  const others = [...has].filter((w) => w.at !== word.at).length;
  if (isFree(fact.slot) && (form !== "yes-no" || apart) && (form !== "what" || others < 2)) return false;
  if (
    !/^(?:who|what|how|yes-no)$/u.test(form) ||
    !isAsking(word.text) ||
    !slots.some((s) => s.at.has(word.at) && areKin(fact.slot, s.slot))
  )
    return false;
  const isTheirs = fact.side !== undefined && sides.length === 1 && sides[0] === fact.side && has.size > 0;
  return (
    isTheirs || [...typed].some((w) => w.telling && w.at !== word.at) || [...named].some((id) => inFields(fact, id))
  );
}

// "what day", and nothing of the hour.
const WHOLE_DAY = 2;
const BEGINS = /^(?:beg[aiu]n|begins?|starts?|started|open|opens|opened)$/u;
const COMES = /^(?:c[ao]me|travell?ed|traveled|flew|went|arrived)$/u;

/** "who came for Chad": those of its side who were there. */
function isComing(verb: string, { fact }: Weighed, { sides }: Question): boolean {
  return COMES.test(verb) && tellsPresence(fact.slot) && sides.includes(fact.side ?? "");
}

const THERE = /^(?:room|table|ceremony)$/u;
const DAY = /^(?:dates?|days?|times?)$/u;
const COUNTRIES = /^(?:countr(?:y|ies)|nations?|states?)$/u;
const MEASURE = /^(?:times?|hours?|minutes?|days?|weeks?|months?|long)$/u;

// "6" where the source says "six".
function inText(word: string, fact: Fact): boolean {
  const number = numberOf(word);
  return number !== undefined && says(fact, (w) => numberOf(w) === number);
}
