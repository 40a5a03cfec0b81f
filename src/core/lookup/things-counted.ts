import type { Fact, Fields } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import { fold } from "#core/text/text.ts";
import { numberOf } from "./calendar-words.ts";
import { HELPS } from "./asked-doer.ts";
import { alike, alikeInNews, isVerbal } from "./english.ts";
import { isNameWord, type NameFound } from "./name-index.ts";
import type { Question } from "./question.ts";
import { says, valuesIn, wordsOf } from "./says.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { termOf } from "./stem.ts";
import type { Weighed } from "./weighed.ts";

const PEOPLE = new Set(["people", "person", "persons", "members", "member", "men", "delegates"].map(termOf));
const GROUP = new Set(["delegation", "delegations", "team", "teams", "group", "groups", "side"].map(termOf));
const SIZE = new Set(["size", "number"].map(termOf));

/** What is counted by "how many …", where the fact does not have it. */
export function uncounted({ fact, has }: Weighed, { tokens, words }: Question): readonly string[] {
  const at = tokens.findIndex((t) => t.text === "many" || t.text === "much");
  const counted = words.find((w) => w.at > at && at >= 0 && w.at <= at + 2);
  if (counted === undefined) return [];
  // "how many years": a number of them, and not "every year".
  if (UNIT.test(counted.text) && fact.slot !== "figure" && !isMeasured(fact, counted.text)) return [counted.typed];
  if (has.has(counted)) return [];
  const people = PEOPLE.has(termOf(counted.text)) && says(fact, (w) => PEOPLE.has(termOf(w)) || GROUP.has(termOf(w)));
  return people ? [] : [counted.typed];
}

const UNIT = /^(?:years?|months?|weeks?|days?|hours?|minutes?)$/u;

/** Whether a fact says a number of such units: "four to seven years". */
function isMeasured(fact: Fact, unit: string): boolean {
  const isUnit = (w: string): boolean => termOf(w) === termOf(unit);
  return valuesIn(fact).some((own) =>
    own.some((w, i) => isUnit(w) && own.slice(Math.max(0, i - 2), i).some((n) => numberOf(n) !== undefined)),
  );
}

/** Whether a figure counts something that the question names; any figure does where it names nothing. */
export function isCounted({ fact, has }: Weighed, question: Question, view: View): boolean {
  const own = fact.claims.flatMap((c) =>
    [c.fields["what"], c.fields["unit"]].flatMap((v) => (v === undefined ? [] : wordsOf(String(v)))),
  );
  // "that each side hands over" counts no side.
  const terms = new Set(
    own.filter((w) => w.length > 2 && w !== "side" && !isNameWord(w, view, ["people", "parties"])).map(termOf),
  );
  const asked = question.tokens.map((t) => t.text).filter((w) => !ASKING.test(w));
  const group = [...terms].some((t) => GROUP.has(t));
  // What it is a number of, in other words too: not what that is of.
  const heads = new Set(fact.claims.flatMap((c) => headsOf(c.fields)).map(termOf));
  // "how many people were in the team" asks for no prisoners, be they people or not.
  const asksForGroup = question.tokens.some((t) => GROUP.has(termOf(t.text)));
  const isOf = (word: string): boolean => {
    const term = termOf(word);
    if (GROUP.has(term) || PEOPLE.has(term)) return group || (terms.has(term) && !asksForGroup);
    return (
      (terms.has(term) && !SIZE.has(term)) ||
      alike(word).some((other) => heads.has(termOf(other))) ||
      alikeInNews(word).some((other) => heads.has(termOf(other)))
    );
  };
  const said = question.tokens.map((t) => t.text).join(" ");
  // "how much of the army" asks for a share, "how big is the Front" for the size of what it names.
  if (/\bhow much of\b/u.test(said) && own.some((w) => SHARE.test(w))) return asked.some(isOf);
  if (
    /\bhow (?:big|large|strong)\b/u.test(said) &&
    question.words.length > 0 &&
    question.words.every((w) => has.has(w))
  )
    return true;
  // "how many Chadians live there" asks for a number of them.
  // … and "how many American troops" for one of troops.
  const name = question.names.find((n) => n.from === countedAt(question));
  if (name !== undefined && !isBeforeThing(name, question)) {
    const said = new Set(question.tokens.slice(name.from, name.from + name.size).map((t) => termOf(t.text)));
    return own.some((w) => said.has(termOf(fold(w)))) && !own.some((w) => SHARE.test(w));
  }
  // "how many times has she been there": as often as she visited, or they met.
  if (/\bhow (?:many times|often)\b/u.test(said) && own.some((w) => OCCASION.test(w))) return true;
  const counted = countedIn(question);
  return counted === undefined || isOf(counted) ? asked.some(isOf) : false;
}

/** The place of the word that "many" stands before, where it is said. */
export function countedAt({ tokens, tongue }: Question): number | undefined {
  const at = tokens.findIndex((t) => t.text === "many");
  if (at < 0) return undefined;
  // Russian says first that they were: "сколько было женщин".
  return at + 1 + (tongue !== "en" && BE.test(tokens[at + 1]?.text ?? "") ? 1 : 0);
}

function isBeforeThing({ from, size }: NameFound, { words }: Question): boolean {
  const next = words.find((w) => w.at === from + size);
  return next !== undefined && !isVerbal(next.text);
}

const NOUNS_MAX = 5;

/** The place of the last noun before the verb: "how many UN resolutions did they want". */
function headFrom(at: number, { tokens }: Question): number {
  const rest = tokens.slice(at, at + NOUNS_MAX);
  const verb = rest.findIndex((t) => HELPS.test(t.text));
  const own = rest.slice(0, verb).findIndex((t) => STOP_WORDS.has(t.text));
  return at + (verb < 1 || own === 0 ? 1 : own < 0 ? verb : own) - 1;
}

/** The thing that "how many" stands before, with or without whose it is; undefined where that is a name or any word. */
function countedIn(question: Question): string | undefined {
  const at = countedAt(question);
  if (at === undefined) return undefined;
  const whose = question.names.find((n) => n.from === at);
  const head = whose === undefined ? headFrom(at, question) : whose.from + whose.size;
  const next = question.words.find((w) => w.at === head);
  return next === undefined || isVerbal(next.text) ? undefined : next.text;
}

/** The first word of what is counted, and its unit: "bodies" of "bodies of fallen soldiers". */
function headsOf({ what, unit }: Fields): readonly string[] {
  return [...wordsOf(String(what ?? "")).slice(0, 2), ...wordsOf(String(unit ?? ""))].filter((w) => w.length > 2);
}

const BE = /^(?:is|are|was|were|be|been|have|has|had)$/u;
const OCCASION =
  /^(?:times?|visits?|trips?|journeys?|meetings?|rounds?|sessions?|calls?|occasions?|letters?|summits?)$/u;
const SHARE = /^(?:share|percent|percentage|proportion|half|third|quarter|majority|most)$/u;
const ASKING = /^(?:how|many|much|the|and|for|was|were|did|there|that|each|this|with|from|are|their)$/u;
