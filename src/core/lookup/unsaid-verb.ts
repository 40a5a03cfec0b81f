import type { Fact } from "#core/facts/fact.ts";
import { areKin } from "./kin-slots.ts";
import { isThing } from "./asking-words.ts";
import { isLight, isOfIntent } from "./main-verb.ts";
import { isOfItsRound } from "./of-its-round.ts";
import type { Question, Word } from "./question.ts";
import { ASKED } from "./suffices.ts";
import type { Weighed } from "./weighed.ts";

// A fact that has this much of a question is about it, whatever verb it uses.
const WHOLE = 0.95;
/** Words that ask, and say nothing of what for. */
export const WH = /^(?:who|whom|whose|when|where|why|how|what|which|many|much)$/u;

/** Whether a fact's kind is asked for by a word of its own. */
function isAskedFor({ slot }: Fact, { slots, tokens }: Question, but?: number): boolean {
  const own = slots.find((s) => s.slot === slot);
  if (own === undefined || own.weight < ASKED) return false;
  return [...own.at].some((i) => i !== but && !WH.test(tokens[i]?.text ?? ""));
}

// What somebody wants, plans or keeps out was not done by that.
const ONLY_MEANT: ReadonlySet<string> = new Set(["position", "agenda", "purpose", "next", "excluded"]);
const PAST = /^(?:did|was|were|has|had|didnt|wasnt|werent)$/u;
const FORMS = /^(?:who|when|where|what|how-many|how-long|yes-no)$/u;

/** Whether it is asked what was done, and the fact tells what was wanted or planned. */
export function isOnlyMeant(fact: Fact, question: Question, verb?: string): boolean {
  const { tokens, form } = question;
  if (!ONLY_MEANT.has(fact.slot) || !FORMS.test(form) || isAskedFor(fact, question)) return false;
  const at = tokens.findIndex((t) => PAST.test(t.text));
  // "when were the experts to meet": planned, by its words.
  if (at < 0 || tokens.slice(at).some((t) => t.text === "to" || t.text === "supposed" || t.text === "about"))
    return false;
  const meets = form === "yes-no" && tokens.some((t) => /^(?:meet|met)$/u.test(t.text));
  const isHeldThen = (form === "when" || form === "where") && tokens.some((t) => /^(?:meet|met|held)$/u.test(t.text));
  return verb === undefined || isLight(verb) ? meets || isHeldThen : !isOfIntent(verb);
}

// What is done with what is counted, in whatever word: "how many were returned" of those that were handed over.
const HANDED =
  /^(?:return|hand|free|freed|releas|swap|exchang|deliver|transfer|attend|includ|involv|seiz|bring|brought|work|serv|kill|die|died|fell|fall|hurt|wound|flee|fled|displac)/u;

/** Whether what is done is in no word of a fact, nor asks for its kind, and the fact has but little of the rest. */
export function isUnsaid({ fact, has, content }: Weighed, question: Question, at: number): boolean {
  const { words, slots, form } = question;
  const word = words.find((w) => w.at === at);
  if (
    word === undefined ||
    has.has(word) ||
    (content >= WHOLE && !isOfOther(word, fact, slots)) ||
    form === "how" ||
    form === "why" ||
    isOfItsRound(word, question, fact)
  )
    return false;
  // "how many were returned" is about those that were handed over, and not about those that were adopted.
  if (form === "how-many" && (HANDED.test(word.text) || isOfIntent(word.text))) return false;
  if (isBlame(fact, question, at)) return false;
  const asks = slots.find((s) => s.slot === fact.slot)?.at.has(at) === true && !isThing(word.text);
  if (isLight(word.text) || asks) return false;
  return !isAskedFor(fact, question, at);
}

// What a side thinks of it, complains of or wants may say whom it blames.
const JUDGING: ReadonlySet<string> = new Set(["assessment", "grievance", "position"]);

/** Whether the verb asks for a judgement of a side, and the fact is one of that side: "whom does Chad blame". */
function isBlame({ slot, side }: Fact, { slots, sides }: Question, at: number): boolean {
  const isOwn = side !== undefined && sides.length === 1 && sides[0] === side;
  return isOwn && JUDGING.has(slot) && slots.some((s) => s.weight >= 1 && s.at.has(at) && JUDGING.has(s.slot));
}

/** Whether a word asks for a kind of fact by itself, and the fact is of no such kind: "mediate". */
function isOfOther({ at }: Word, { slot }: Fact, slots: Question["slots"]): boolean {
  return slots.some((s) => s.weight >= 1 && s.at.has(at) && s.slot !== slot && !areKin(s.slot, slot));
}
