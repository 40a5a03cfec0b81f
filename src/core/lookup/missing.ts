import type { Fact } from "#core/facts/fact.ts";
import { negotiationOf, type View } from "#core/facts/view.ts";
import { numberOf } from "./calendar-words.ts";
import { isAsking, isThing } from "./asking-words.ts";
import { isVerbal, mayBeName } from "./english.ts";
import { fold } from "#core/text/text.ts";
import { otherRole } from "./fits-choices.ts";
import { isFrame } from "./frame-words.ts";
import { areKin, isFree } from "./kin-slots.ts";
import { tellsLeftOut } from "./tells-left-out.ts";
import { nearNames } from "./near-names.ts";
import type { NameFound } from "./name-index.ts";
import { isPostOf } from "./asked-post.ts";
import { inFields } from "./in-fields.ts";
import { isFrom } from "./outlets-in.ts";
import { isOtherSide, premiseOf } from "./premise.ts";
import type { Question, Word } from "./question.ts";
import { sortMissing } from "./sort-asked.ts";
import { says } from "./says.ts";
import type { Weighed } from "./weighed.ts";

// A kind that is asked for this much is asked for: a fact of another kind must have the words that ask for it.
const SURE = 1;
const KIND = 0.85;
// … and meant as much as the meeting itself.
const MEANT = 0.7;
// A fact's value is compared with the name in the question only where its kind is asked for as much as this.
const PREMISED = 0.3;
const NEARLY = 0.72;
const MEETING = /^(?:rounds?|meeting|talks)$/u;
const MEET =
  /^(?:meet|met|meetings?|rounds?|talks?|sessions?|summits?|negotiat\p{L}+|toplant\p{L}+|tur\p{L}*|встреч\p{L}*|раунд\p{L}*|переговор\p{L}*)$/u;
/** What a question says that a fact lacks: telling words, names, talks, sides. Empty where the fact answers it. */
export function missingIn(weighed: Weighed, question: Question, view: View): readonly string[] {
  const { fact, named, otherSide, has, slot } = weighed;
  const premise = premiseOf(fact, question);
  const words = lackingWords(weighed, question)
    .filter((w) => !isPostOf(w, weighed, question, view))
    // What may be a spelling of a held name is asked about, and no other name.
    .filter((w) => !premise.may(w.text) || nearNames(w.text, [w.text], view, 1).length > 0)
    .map((w) => w.typed);
  const names = question.names
    .filter(
      (n) => n.of !== "negotiations" && !isNamed(n, question, named) && !(premise.of.has(n.of) && slot >= PREMISED),
    )
    .filter((n) => !isChoice(n, question) && !(otherSide && question.sides.includes(n.id)))
    .map((n) => typedAt(question, n.from, n.size));
  const said = new Set([...has].map((w) => w.text));
  // "is there a third round": where a fact speaks of one, it is held after all.
  const unheld = question.talks.unheld.filter((t) => {
    const parts = t.split(" ");
    // "the July meeting" is spoken of where a fact has the month, and some meeting.
    const at = question.tokens.findIndex(
      ({ text }, i) => text === parts.at(-1) && MEETING.test(question.tokens[i + 1]?.text ?? ""),
    );
    if (at >= 0 && fact.slot !== "date" && (!says(fact, (w) => MEET.test(w)) || asksOfRound(fact, question)))
      return true;
    return !parts.every((w) => said.has(w) || (fact.slot === "date" && premise.may(w)) || MEETING.test(w));
  });
  const sides =
    otherSide && !isOtherSide(fact, question, view) ? question.sides.map((id) => view.parties.name(id)) : [];
  const others = strangers(weighed, question, view);
  const role = otherRole(
    fact,
    question.tokens.map((t) => t.text),
  );
  const outlets = question.outlets.map((o) => o.name).filter((name) => !isFrom(fact, name, view));
  return distinct([
    ...unheld,
    ...outlets,
    ...words,
    ...names,
    ...sides,
    ...others,
    ...role,
    ...(tellsLeftOut(fact, question) ? ["besides"] : []),
    ...sortMissing(weighed, question, view),
  ]);
}

/** Whether it asks when or where a round was, or who was there: what comes next alone speaks of that. */
function asksOfRound({ slot }: Fact, { form }: Question): boolean {
  return slot !== "next" && /^(?:who|when|where|how-long)$/u.test(form);
}

/** Whether a fact has what a name's words name: "Cairo" may be the city, and may be Egypt. */
function isNamed({ of, id, from, size }: NameFound, { names, tokens }: Question, has: ReadonlySet<string>): boolean {
  // "in Cairo" is in the city, and so is "the Cairo round".
  const [before = "", after = ""] = [tokens[from - 1]?.text, tokens[from + size]?.text];
  const isPlace = of === "places" && (/^(?:in|at)$/u.test(before) || /^(?:rounds?|meetings?|sessions?)$/u.test(after));
  return has.has(id) || (!isPlace && names.some((n) => n.from === from && n.size === size && has.has(n.id)));
}

/** Each thing once: not "Nepal" beside "nepal", and no word of a longer one, such as "10" beside "april 10 2024". */
function distinct(missing: readonly string[]): readonly string[] {
  const within = (a: string, b: string): boolean => ` ${fold(b)} `.includes(` ${fold(a)} `);
  return missing.filter((one, at) =>
    missing.every((other, i) => i === at || !within(one, other) || (within(other, one) && i > at)),
  );
}

/** Whether it is one of two that are asked about: "rome or geneva". */
function isChoice({ from, size }: NameFound, { tokens }: Question): boolean {
  return tokens[from - 1]?.text === "or" || tokens[from + size]?.text === "or";
}

/**
 * The parties that a question names, by themselves or by their people, and that take no part in the fact's negotiation:
 * it is about other talks. One alone may be what was talked of, and a person may not.
 */
function strangers({ fact: { talks }, named: has }: Weighed, { names }: Question, view: View): readonly string[] {
  const there = negotiationOf(talks, view)?.parties.map((p) => p.party);
  if (there === undefined) return [];
  const named = names.flatMap(({ of, id }) =>
    of === "parties" ? [id] : of === "people" ? (view.people.get(id)?.party ?? []) : [],
  );
  const away = [...new Set(named)].filter((party) => !there.includes(party));
  const person = names.some(
    ({ of, id }) => of === "people" && !has.has(id) && away.includes(view.people.get(id)?.party ?? ""),
  );
  return away.length < 2 && !person ? [] : away.map((party) => view.parties.name(party));
}

function typedAt({ tokens }: Question, from: number, size: number): string {
  return [...new Set(tokens.slice(from, from + size).map((t) => t.typed))].join(" ");
}

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
  return question.words.filter((w) => {
    if (has.has(w) || isFrame(w.text) || (asking?.has(w.at) === true && !isThing(w.text)) || inText(w.text, fact))
      return false;
    if (has.size === 0 && w.at === doing && isVerbal(w.text)) return true;
    if (asked && (isOfMeeting ? MEETS.test(w.text) : isAsking(w.text))) return false;
    if (isAskedOfKin(w, question, weighed)) return false;
    // "how much time" asks for a length, in whatever unit.
    if (question.form === "how-long" && MEASURE.test(w.text)) return false;
    if (isOneOf(w, question, weighed)) return false;
    return w.telling || ((!asked || isOfMeeting) && elsewhere.some((s) => s.at.has(w.at)));
  });
}

// When, where and how long they met: "when was it signed" asks for none of that.
const OF_MEETING: ReadonlySet<string> = new Set(["date", "duration", "venue"]);
const MEETS =
  /^(?:delegat\p{L}+|teams?|sides?|groups?|part(?:y|ies)|diplomats?|envoys?|meet|met|meetings?|rounds?|talk(?:s|ed|ing)?|sessions?|summits?|negotiat\p{L}+|discuss\p{L}*|gather\p{L}*|conver[sg]\p{L}+)$/u;

/** Whether a word asks for a kind that is near this fact's, and the fact is about what is asked besides. */
function isAskedOfKin(word: Word, { slots, form, apart }: Question, { fact, typed, named }: Weighed): boolean {
  // What was noted is near every kind: it says whether something is so, where one negotiation alone is held.
  if (isFree(fact.slot) && (form !== "yes-no" || apart)) return false;
  if (
    !/^(?:who|what|how|yes-no)$/u.test(form) ||
    !isAsking(word.text) ||
    !slots.some((s) => s.at.has(word.at) && areKin(fact.slot, s.slot))
  )
    return false;
  return [...typed].some((w) => w.telling && w.at !== word.at) || [...named].some((id) => inFields(fact, id));
}

const MEASURE = /^(?:times?|hours?|minutes?|days?|weeks?|months?|long)$/u;

// "6" where the source says "six".
function inText(word: string, fact: Fact): boolean {
  const number = numberOf(word);
  return number !== undefined && says(fact, (w) => numberOf(w) === number);
}
