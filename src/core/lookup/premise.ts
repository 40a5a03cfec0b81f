import type { Fact } from "#core/facts/fact.ts";
import { fieldsOf } from "#core/facts/fact.ts";
import type { Names } from "#core/facts/names.ts";
import { isOfSide } from "#core/facts/sides.ts";
import type { View } from "#core/facts/view.ts";
import { lengthValue, relateLengths } from "#core/values/length.ts";
import { readDay } from "#core/values/day.ts";
import { weekdayOf as weekdayOfDay } from "#core/values/day-value.ts";
import { asksForPost } from "./asked-post.ts";
import { isOfDay, monthOf, numberOf, weekdayOf } from "./calendar-words.ts";
import { mayBeName } from "./english.ts";
import { placeWords } from "./place-words.ts";
import { isBeside } from "./premise-slots.ts";
import type { Question } from "./question.ts";
import { ordinalsIn } from "./rounds-counted.ts";
import { isMeans } from "./means-of-travel.ts";
import { says, wordsOf } from "./says.ts";

/** What a question takes for true, and a fact can show to be otherwise. */
export interface Premise {
  /** Kinds of names that may be other than the fact's. */
  readonly of: ReadonlySet<keyof Names>;
  /** Whether a word may be such a name, or another value. */
  may(word: string): boolean;
}

/** Words that a yes-or-no question names somebody or some place by that the desk does not know. */
export function unheardOf(fact: Fact, question: Question): readonly string[] {
  const premise = premiseOf(fact, question);
  if (premise.of.size === 0) return [];
  return question.words.filter((w) => w.terms.length === 0 && w.telling && premise.may(w.text)).map((w) => w.typed);
}

const NAMES: Readonly<Record<string, readonly (keyof Names)[]>> = {
  led: ["people"],
  role: ["people", "parties"],
  venue: ["places", "parties"],
};
// "did they arrive a week before", "did it last a week": where it was another time, that is the answer.
const OF_TIME = /^(?:days?|weeks?|months?|years?|hours?|minutes?|morning|afternoon|evening|night|noon|midnight)$/u;
const NONE: Premise = { of: new Set(), may: () => false };

/**
 * What a yes-or-no question says of a fact's own value: "did Ray lead for Egypt" names a leader. The one who led
 * instead is its answer. So it is only where a side or a round has one such value.
 */
export function premiseOf(fact: Fact, question: Question): Premise {
  if (!isClosed(question) || question.presence || asksForPost(question)) return NONE;
  const of = NAMES[fact.slot];
  if (of !== undefined) {
    const premise = { of: new Set(of), may: fact.slot === "venue" ? placeIn(question) : mayBeName };
    return isOfOne(fact, question) ? premise : { ...premise, may: () => false };
  }
  if (fact.slot === "date") return { of: new Set(), may: isOfDay };
  // "did she come by plane": how she came says whether.
  if (fact.slot === "movement" && says(fact, isMeans)) return { of: new Set(), may: isMeans };
  if (fact.slot === "movement") return { of: new Set(), may: (word) => isOfDay(word) || OF_TIME.test(word) };
  if (fact.slot === "duration")
    return { of: new Set(), may: (word) => numberOf(word) !== undefined || OF_TIME.test(word) };
  if (fact.slot === "figure") return { of: new Set(), may: (word) => numberOf(word) !== undefined };
  return NONE;
}

/** Whether a word may be the place: "was it in Geneva", and not "was the IAEA in the room". */
function placeIn({ tokens }: Question): Premise["may"] {
  const words = tokens.map((t) => t.text);
  return (word) => {
    const at = words.indexOf(word);
    return (
      mayBeName(word) && words.slice(Math.max(0, at - 2), at).some((w) => /^(?:in|at|or|near|inside|to)$/u.test(w))
    );
  };
}

/** Whether it names but one that the desk does not know, and says of which side or talks: that has one such value. */
function isOfOne({ slot }: Fact, { words, sides, talks }: Question): boolean {
  if (slot !== "venue" && sides.length === 0 && talks.ids === undefined) return false;
  const unknown = words.filter((w) => w.terms.length === 0 && w.telling && mayBeName(w.text)).map((w) => w.at);
  // Words that stand together are one name.
  return unknown.filter((at) => !unknown.includes(at - 1)).length < 2;
}

/** Whether it is answered by yes or no, or by one of two. */
function isClosed({ form, tokens }: Question): boolean {
  return form === "yes-no" || tokens.some((t) => t.text === "or");
}

/** "yes" or "no" where a fact's value says so of what the question takes for true; undefined where it cannot tell. */
export function verdictOf(fact: Fact, question: Question, view: View): "yes" | "no" | undefined {
  const { form, sides } = question;
  if (form !== "yes-no" || question.tokens.some((t) => t.text === "or")) return undefined;
  if (sides.length > 0 && fact.side !== undefined && !sides.some((id) => isOfSide(fact, id, view))) return "no";
  const slot: string = fact.slot;
  if (question.presence) return isThere(fact, question) ? "yes" : undefined;
  if (asksForPost(question)) return undefined;
  if (slot === "led" || slot === "role") return named(fact, question, view);
  if (slot === "date") return dated(fact, question);
  if (slot === "duration") return lasted(fact, question);
  if (slot === "figure") return counted(fact, question);
  if (slot === "attended" && isOtherSide(fact, question, view)) return "no";
  return slot === "venue" ? heldAt(fact, question, view) : undefined;
}

function counted(fact: Fact, { words }: Question): "yes" | "no" | undefined {
  const said = words.map((w) => numberOf(w.text)).find((n) => n !== undefined);
  const held = numberOf(String(fieldsOf(fact)["number"] ?? ""));
  return said === undefined || held === undefined ? undefined : said === held ? "yes" : "no";
}

/** Whether somebody who is named took part, and for another side than the one that is named. */
export function isOtherSide(fact: Fact, question: Question, view: View): boolean {
  const { sides, names } = question;
  if (fact.slot !== "attended" || question.form !== "yes-no" || sides.length === 0) return false;
  const person = String(fieldsOf(fact)["person"] ?? "");
  return names.some((n) => n.of === "people" && n.id === person) && !sides.some((id) => isOfSide(fact, id, view));
}

function heldAt(fact: Fact, question: Question, view: View): "yes" | "no" | undefined {
  const { names } = question;
  const places = names.filter((n) => n.of === "places").map((n) => view.places.name(n.id));
  if (places.length === 0) return isThereByRound(fact, question, view) ? "yes" : undefined;
  // A source that names the city alone does not say which building it was not.
  const known =
    fieldsOf(fact)["place"] !== undefined ||
    names.some((n) => n.of === "places" && view.places.get(n.id)?.kind !== "building");
  const held = ["place", "city"].flatMap((f) =>
    fieldsOf(fact)[f] === undefined ? [] : [view.places.name(String(fieldsOf(fact)[f]))],
  );
  return places.every((p) => held.some((h) => h === p || h.includes(p))) ? "yes" : known ? "no" : undefined;
}

/** "was the third round in Bergen": a place that tells which round is meant is asked about as well. */
function isThereByRound(fact: Fact, { talks, tokens, known }: Question, view: View): boolean {
  // "the second round in Bergen" may be the second of those there: a "yes" would be to another round's number.
  const counted = ordinalsIn(
    tokens.map((t) => t.text),
    new Set(),
  ).map((o) => o.number);
  const round = known.get(fact.talks);
  const isOther =
    counted.length > 0 && !counted.some((n) => (n < 0 ? round?.number === round?.of : n === round?.number));
  if (isOther) return false;
  const own = new Set(["place", "city"].flatMap((field) => placeWords(view, String(fieldsOf(fact)[field] ?? ""))));
  return [...talks.at].some((i) => own.has(tokens[i]?.text ?? "") && /^(?:in|at)$/u.test(tokens[i - 1]?.text ?? ""));
}

/** Who led, who took part and who had a role were there. */
function isThere(fact: Fact, { names, tokens }: Question): boolean {
  const words = tokens.map((t) => t.text);
  const of = new Set([fact.side, ...fact.claims.flatMap((c) => [c.fields["person"], c.fields["party"]])]);
  const who = names.filter((n) => (n.of === "people" || n.of === "parties") && !isBeside(n, words));
  return who.some((n) => of.has(n.id));
}

const ROLE: ReadonlySet<string> = new Set(["role"]);

function named(fact: Fact, { names }: Question, view: View): "yes" | "no" | undefined {
  const people = names.filter((n) => n.of === "people").map((n) => n.id);
  const of = fact.claims.flatMap((c) => [c.fields["person"], c.fields["party"]]).map(String);
  if (people.length > 0) return people.every((id) => of.includes(id)) ? "yes" : "no";
  const parties = ROLE.has(fact.slot) ? names.filter((n) => n.of === "parties").map((n) => n.id) : [];
  const own = new Set(of.flatMap((id) => [id, view.people.get(id)?.party ?? ""]));
  if (parties.length > 0) return parties.some((id) => own.has(id)) ? "yes" : "no";
  return undefined;
}

function dated(fact: Fact, { words, tokens }: Question): "yes" | "no" | undefined {
  const day = readDay(String(fieldsOf(fact)["stated"] ?? ""));
  const weekday = words.map((w) => weekdayOf(w.text)).find((d) => d !== undefined);
  if (weekday !== undefined) {
    const held =
      day.kind === "weekday" ? day.weekday : day.kind === "day" ? (day.weekday ?? weekdayOfDay(day)) : undefined;
    return held === undefined ? undefined : held === weekday ? "yes" : "no";
  }
  const month = tokens.map((t) => monthOf(t.text)).find((m) => m !== undefined);
  if (month !== undefined && day.kind !== "day" && day.kind !== "weekday") {
    // "28 and 29 July": of several days, the month tells.
    const months = wordsOf(String(fieldsOf(fact)["stated"] ?? "")).map(monthOf);
    return months.every((m) => m === undefined) || months.includes(month) ? undefined : "no";
  }
  if (month === undefined || day.kind !== "day") return undefined;
  const number = tokens.map((t) => Number(/^\d{1,2}/u.exec(t.text)?.[0])).find((n) => n >= 1 && n <= 31);
  return day.month === month && (number === undefined || number === day.day) ? "yes" : "no";
}

const LENGTH =
  /(?:(?:more|less|longer|fewer) than|over|under|past|about|around|nearly|almost|at least|at most)?\s*\S+ (?:hours?|minutes?|days?)(?: and a half)?/u;

function lasted(fact: Fact, { tokens }: Question): "yes" | "no" | undefined {
  const said = LENGTH.exec(tokens.map((t) => t.text).join(" "))?.[0];
  const stated = fieldsOf(fact)["stated"];
  if (said === undefined || stated === undefined) return undefined;
  const relation = relateLengths(lengthValue({ stated: said.trim() }), lengthValue({ stated: String(stated) }));
  if (relation === "same") return "yes";
  return relation === "differs" ? "no" : undefined;
}
