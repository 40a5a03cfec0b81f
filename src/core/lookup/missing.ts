import type { View } from "#core/facts/view.ts";
import { fieldsOf, type Fact } from "#core/facts/fact.ts";
import { numberOf } from "./calendar-words.ts";
import { BOTH } from "#core/facts/sides.ts";
import { isAsking, isThing } from "./asking-words.ts";
import { nearNames } from "./near-names.ts";
import { isNameWord } from "./name-index.ts";
import { termOf } from "./stem.ts";
import { premiseOf } from "./premise.ts";
import type { Question, Word } from "./question.ts";
import type { Weighed } from "./weigh.ts";

// A kind that is asked for this much is asked for: a fact of another kind must have the words that ask for it.
const SURE = 1;
const KIND = 0.85;
const NEARLY = 0.72;
// Words of what a question is asked about, which say nothing of it.
const FRAME = new Set(
  "people man men guys person official officials group kind sort part way thing things per exactly really actually already according question answer news facts fact information info detail details moment point case first happen happened side head table names name idea whose himself themselves round rounds meetings sessions list show biggest main used use uses using per".split(
    " ",
  ),
);

/** What a question says that a fact lacks: telling words, names, talks, sides. Empty where the fact answers it. */
export function missingIn(weighed: Weighed, question: Question, view: View): readonly string[] {
  const { fact, named, otherSide, has } = weighed;
  const premise = premiseOf(fact, question);
  const words = lackingWords(weighed, question)
    // What may be a spelling of a held name is asked about, and no other name.
    .filter((w) => !premise.may(w.text) || nearNames(w.text, [w.text], view, 1).length > 0)
    .map((w) => w.typed);
  const names = question.names
    .filter((n) => n.of !== "negotiations" && !named.has(n.id) && !premise.of.has(n.of))
    .map((n) => typedAt(question, n.from, n.size));
  const said = new Set([...has].map((w) => w.text));
  // "is there a third round": where a fact speaks of one, it is held after all.
  const unheld = question.talks.unheld.filter(
    (t) =>
      !t
        .split(" ")
        .every(
          (w) => said.has(w) || (fact.slot === "date" && premise.may(w)) || /^(?:rounds?|meeting|talks)$/u.test(w),
        ),
  );
  const sides = otherSide ? question.sides.map((id) => view.parties.name(id)) : [];
  const number = question.form === "how-many" && !hasNumber(fact) ? ["how many"] : [];
  const building =
    asksForBuilding(question) && fact.slot === "venue" && fieldsOf(fact)["place"] === undefined ? ["building"] : [];
  return [
    ...new Set([
      ...unheld,
      ...words,
      ...names,
      ...sides,
      ...number,
      ...building,
      ...uncounted(weighed, question),
      ...unanswered(weighed, question, view),
    ]),
  ];
}

function typedAt({ tokens }: Question, from: number, size: number): string {
  return [...new Set(tokens.slice(from, from + size).map((t) => t.typed))].join(" ");
}

/** The telling words of a question that a fact has not, and that do not ask for its kind. */
export function lackingWords(weighed: Weighed, question: Question): readonly Word[] {
  const { fact, has } = weighed;
  const own = question.slots.find((s) => s.slot === fact.slot);
  const asking = own?.at;
  const most = question.slots[0]?.weight ?? 0;
  const asked = (own?.weight ?? 0) >= Math.max(KIND, most * NEARLY);
  const elsewhere = question.slots.filter((s) => s.weight >= SURE && s.slot !== fact.slot);
  return question.words.filter((w) => {
    if (has.has(w) || FRAME.has(w.text) || (asking?.has(w.at) === true && !isThing(w.text)) || inText(w.text, fact))
      return false;
    if (asked && isAsking(w.text)) return false;
    return w.telling || (!asked && elsewhere.some((s) => s.at.has(w.at)));
  });
}

function asksForBuilding({ tokens }: Question): boolean {
  return tokens.some(
    (t, i) => /^(?:building|hotel|palace)$/u.test(t.text) && /^(?:which|what|in)$/u.test(tokens[i - 1]?.text ?? ""),
  );
}

function hasNumber(fact: Fact): boolean {
  return COUNTED.has(fact.slot) || says(fact, (w) => numberOf(w) !== undefined);
}

const COUNTED = new Set(["figure", "property", "duration"]);
const PEOPLE = new Set(["people", "person", "persons", "members", "member", "men", "delegates"].map(termOf));

/** What is counted by "how many …", where the fact does not have it. */
function uncounted({ fact, has }: Weighed, { form, tokens, words }: Question): readonly string[] {
  if (form !== "how-many") return [];
  const at = tokens.findIndex((t) => t.text === "many" || t.text === "much");
  const counted = words.find((w) => w.at > at && at >= 0 && w.at <= at + 2);
  if (counted === undefined || has.has(counted)) return [];
  const people =
    PEOPLE.has(termOf(counted.text)) &&
    says(fact, (w) => PEOPLE.has(termOf(w)) || /^(?:delegations?|teams?|groups?)$/u.test(w));
  return people ? [] : [counted.typed];
}

const WHY: ReadonlySet<string> = new Set(["purpose", "background", "grievance", "position", "assessment"]);

// Kinds of fact that name somebody, or the side that they are of.
const WHO = new Set(["led", "attended", "role", "quote", "property", "excluded"]);

/** What a question word asks for, where the fact has nothing of that sort. */
function unanswered({ fact }: Weighed, question: Question, view: View): readonly string[] {
  if (question.form === "why") return WHY.has(fact.slot) ? [] : ["why"];
  if (question.form !== "who" || WHO.has(fact.slot) || (fact.side !== undefined && fact.side !== BOTH.id)) return [];
  const names = says(fact, (w) => w.length > 2 && isNameWord(w, view));
  return names && fact.slot !== "venue" && fact.slot !== "date" && fact.slot !== "duration" ? [] : ["who"];
}

// "6" where the source says "six".
function inText(word: string, fact: Fact): boolean {
  const number = numberOf(word);
  return number !== undefined && says(fact, (w) => numberOf(w) === number);
}

/** Whether a word of any of its claims' values is such a one. */
function says(fact: Fact, isSuch: (word: string) => boolean): boolean {
  return fact.claims.some((c) => Object.values(c.fields).some((v) => wordsOf(String(v)).some(isSuch)));
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().split(/[^\p{L}\p{N}]+/u);
}
