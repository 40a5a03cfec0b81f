import { MAKES } from "./making-words.ts";
import { monthOf, numberOf, yearOf } from "./calendar-words.ts";
import { isFrame } from "./frame-words.ts";
import type { Question } from "./question.ts";
import { termOf } from "./stem.ts";
import type { Weighed } from "./weighed.ts";
import type { TalksKnown } from "./talks-asked.ts";

const PAPER = /^(?:agreements?|deals?|accords?|pacts?|documents?|texts?|papers?|treaty|treaties)$/u;
const PLAIN = /^(?:exact|exactly|precise|precisely|date|dates|day|days|place|finally|officially|formally|actually)$/u;
const SIGNS = /^(?:sign|initial|adopt|seal)(?:s|l?ed|l?ing)?$/u;
// When and where it came about is told of the round; what is in it, by the round's agenda.
const OF_ROUND: ReadonlySet<string> = new Set(["date", "venue"]);
const OF_PAPER: ReadonlySet<string> = new Set(["agenda", "excluded"]);
const ASKED = 0.85;

/**
 * Whether a question asks of a thing that was signed at one round alone, and a fact tells when or where that round was,
 * or what was on its agenda: "when was the memorandum signed". It is so only where all other words are of that thing.
 */
export function isMadeThere({ fact, has, slot }: Weighed, question: Question): boolean {
  const { known, words, slots, talks } = question;
  const own = known.get(fact.talks);
  const isPaper = OF_PAPER.has(fact.slot);
  if (own === undefined || own.made.size === 0 || slot < ASKED || !(isPaper || OF_ROUND.has(fact.slot))) return false;
  const asking = slots.find((s) => s.slot === fact.slot)?.at;
  const rest = words.filter(
    (w) => !has.has(w) && asking?.has(w.at) !== true && !PLAIN.test(w.text) && !isFrame(w.text) && !isOfTime(w.text),
  );
  const said = question.tokens.map((t) => t.text);
  if (!said.some((w) => (!isPaper && MAKES.test(w)) || isThingOf(w, own))) return false;
  if (rest.length === 0) return false;
  // What was agreed at one round may have been signed at another.
  const verb = said.find((w) => SIGNS.test(w));
  const fits = (k: TalksKnown): boolean =>
    k.made.size > 0 &&
    (verb === undefined || k.made.has(termOf(verb))) &&
    rest.every((w) => MAKES.test(w.text) || PAPER.test(w.text) || k.made.has(termOf(w.text)));
  const all = [...known.values()].filter(
    (k) => k.talks.negotiation === own.talks.negotiation && talks.ids?.has(k.talks.id) !== false,
  );
  const meant = all.filter(fits);
  return meant.length === 1 && meant[0] === own;
}

function isThingOf(word: string, { made }: TalksKnown): boolean {
  return (
    PAPER.test(word) ||
    (made.has(termOf(word)) &&
      /^(?:memorandum|memo|protocol|declaration|communique|roadmap|statement|framework|charter|ceasefire|truce)$/u.test(
        word,
      ))
  );
}

function isOfTime(word: string): boolean {
  return monthOf(word) !== undefined || yearOf(word) !== undefined || numberOf(word) !== undefined;
}
