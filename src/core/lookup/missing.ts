import type { Fact } from "#core/facts/fact.ts";
import { negotiationOf, type View } from "#core/facts/view.ts";
import { fold } from "#core/text/text.ts";
import { yearOf } from "./calendar-words.ts";
import { otherRole } from "./fits-choices.ts";
import { lackingWords } from "./lacking-words.ts";
import { tellsLeftOut } from "./tells-left-out.ts";
import { nearNames } from "./near-names.ts";
import type { NameFound } from "./name-index.ts";
import { isPostOf } from "./asked-post.ts";
import { otherRelation } from "./other-relation.ts";
import { isFrom } from "./outlets-in.ts";
import { isOfParticipant, needsNoName } from "./participants.ts";
import { isOtherSide, premiseOf } from "./premise.ts";
import type { Question } from "./question.ts";
import { sortMissing } from "./sort-asked.ts";
import { says } from "./says.ts";
import { termOf } from "./stem.ts";
import type { Weighed } from "./weighed.ts";

// A fact's value is compared with the name in the question only where its kind is asked for as much as this.
const PREMISED = 0.3;
const MEETING = /^(?:rounds?|cycles?|meeting|talks)$/u;
const MEET =
  /^(?:meet|met|meetings?|rounds?|cycles?|talks?|sessions?|summits?|negotiat\p{L}+|toplant\p{L}+|tur\p{L}*|встреч\p{L}*|раунд\p{L}*|переговор\p{L}*)$/u;
/** What a question says that a fact lacks: telling words, names, talks, sides. Empty where the fact answers it. */
export function missingIn(weighed: Weighed, question: Question, view: View): readonly string[] {
  const { fact, named, otherSide, has, slot } = weighed;
  const premise = premiseOf(fact, question);
  const words = lackingWords(weighed, question)
    .filter((w) => !isPostOf(w, weighed, question, view) && !isOfParticipant(w, weighed, question, view))
    // What may be a spelling of a held name is asked about, and no other name.
    .filter((w) => !premise.may(w.text) || nearNames(w.text, [w.text], view, 1).length > 0)
    .map((w) => w.typed);
  const names = question.names
    .filter(
      (n) =>
        n.of !== "negotiations" &&
        !isNamed(n, question, named) &&
        !needsNoName(n, weighed, question, view) &&
        !(premise.of.has(n.of) && slot >= PREMISED),
    )
    .filter((n) => !isChoice(n, question) && !(otherSide && question.sides.includes(n.id)))
    .filter((n) => !isWritten(n, question, fact))
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
    const isOwnYear = (w: string): boolean =>
      question.known.get(fact.talks)?.days.some((d) => d.year !== undefined && d.year === yearOf(w)) === true;
    return !parts.every(
      (w) => said.has(w) || isOwnYear(w) || (fact.slot === "date" && premise.may(w)) || MEETING.test(w),
    );
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
    ...earlier(fact, question),
    ...ofAsker(weighed, question),
    ...outlets,
    ...words,
    ...names,
    ...sides,
    ...others,
    ...role,
    ...(tellsLeftOut(fact, question) ? ["besides"] : []),
    ...sortMissing(weighed, question, view),
    ...otherRelation(weighed, question, view),
  ]);
}

/** What is the asker's own: no fact is about it, whatever it is like: "can you fix my resume". */
function ofAsker({ typed }: Weighed, { words, tokens, tongue }: Question): readonly string[] {
  if (tongue !== "en") return [];
  const own = words.filter((w) => tokens[w.at - 1]?.text === "my" && ![...typed].some((t) => t.telling));
  return own.map((w) => w.typed);
}

/** "when had they met before 2005": the days of that year are none of those. */
function earlier({ slot }: Fact, { words, tokens }: Question): readonly string[] {
  if (slot !== "date") return [];
  return words
    .filter((w) => yearOf(w.text) !== undefined && /^(?:before|until|till)$/u.test(tokens[w.at - 1]?.text ?? ""))
    .map((w) => `before ${w.typed}`);
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

/** Whether a fact has the very words that name a party or a place: "the intra-Afghan conference". */
function isWritten({ of, from, size }: NameFound, { tokens, tongue }: Question, fact: Fact): boolean {
  if (tongue !== "en" || (of !== "parties" && of !== "places")) return false;
  return tokens.slice(from, from + size).every((t) => says(fact, (w) => termOf(w) === termOf(t.text)));
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
