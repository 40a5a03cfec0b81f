import { HELPS } from "./asked-doer.ts";
import type { Fact } from "#core/facts/fact.ts";
import { isAsking, isThing } from "./asking-words.ts";
import { isOfPost } from "./by-post.ts";
import { numberOf } from "./calendar-words.ts";
import { asksWhichCountries, countriesThere } from "./countries-there.ts";
import { isLight, mainVerbAt } from "./main-verb.ts";
import { isManner, isVerbal, mayBeName } from "./english.ts";
import { isFrame } from "./frame-words.ts";
import { areKin } from "./kin-slots.ts";
import type { Question, Word } from "./question.ts";
import { countedAt } from "./things-counted.ts";
import { isVerb } from "./verb-endings.ts";
import type { Weighed } from "./weighed.ts";

// A kind of fact that is asked for this much is asked for by itself.
export const ASKED = 0.85;
// … and this much, by words that ask for nothing else.
const SURE = 1;
// … and this much, by several words: nothing of another sort is meant.
const PLAINLY = 1.5;
// … and no other kind is asked for much more.
const NEARLY = 0.72;
// A fact that has this much of the question's words by itself is what was asked for.
const CONTENT = 0.38;
// … also where it has all of them in other words.
const LIKENED = 0.45;
const LIKE_SURE = 0.6;
// … and with this much it has most of it.
const MOST = 0.75;
// … and with this much, whatever kind is asked for.
const BY_ITSELF = 0.7;

/** A number tells nobody and no place, whatever it counts: "troops there when the deal was signed". */
function isNumberAlone({ slot }: Fact, { form, slots }: Question): boolean {
  const asked = slots.find((s) => s.slot === slot)?.weight ?? 0;
  return slot === "figure" && (form === "who" || form === "where") && asked < ASKED;
}

/** Whether a fact of a kind that is asked for less has what is asked for all the same, by a telling word as typed. */
export function saysIt({ fact, has, typed, content, surest }: Weighed, question: Question): boolean {
  const { words, apart } = question;
  if (isNumberAlone(fact, question)) return false;
  const telling = words.filter((w) => w.telling);
  return (
    content >= CONTENT &&
    telling.length > 0 &&
    telling.every((w) => has.has(w)) &&
    (hasOwn({ has, typed }, apart) || (!apart && has.size > 1 && content >= LIKENED && surest >= LIKE_SURE)) &&
    has.size * 2 > words.length
  );
}

// The likeliest fact of all scores this much where it is what was asked for …
const LEADS = 1.2;
// … by something of its own that the question has.
const OWN = 0.12;

// Kinds of fact that give a reason by what they are, where they have this much of what is asked.
const REASONS: ReadonlySet<string> = new Set(["grievance", "purpose", "background"]);
const REASON = 0.5;

/** Whether the likeliest fact is what was asked for, of whatever kind it is: nothing fits better, and it has a word. */
export function leads({ fact, score, content, named, has, typed }: Weighed, question: Question): boolean {
  if (isNumberAlone(fact, question)) return false;
  const { slots, form, words, apart } = question;
  const [most] = slots;
  if (apart && !hasOwn({ has, typed }, apart)) return false;
  // When and where something was done is asked of that alone: "when was the agreement signed".
  if ((form === "when" || form === "where") && words.some((w) => !has.has(w) && !isAsking(w.text))) return false;
  if (form === "who" && named.size === 0) return false;
  const isOther = most !== undefined && most.weight >= PLAINLY && !areKin(fact.slot, most.slot);
  return score >= LEADS && content >= OWN && !isOther;
}

/**
 * Whether a fact of the kind that is asked for, or with most of what is asked, lacks but one word: what is done to the
 * thing that it is about, or anything where it has both. It is never a name, a number or a thing.
 */
export function lacksLittle(
  { fact, has, typed, slot, content }: Weighed,
  missing: readonly string[],
  question: Question,
): boolean {
  const { words, form, tokens, slots, apart, tongue } = question;
  const [lacked, ...others] = missing;
  const word = words.find((w) => w.typed === lacked);
  if (word === undefined || others.length > 0 || form === "when") return false;
  // "why does she bring up the old treaty": what she complains of, or wants, says why in whatever verb.
  if (form === "why")
    return REASONS.has(fact.slot) && content >= REASON && isVerbal(word.text) && hasOwn({ has, typed }, apart);
  // What somebody did is the question.
  const asking = tokens.findIndex((t) => t.text === "who");
  if (form === "who" && asking >= 0 && word.at > asking && word.at <= asking + 1) return false;
  // Another deputy minister is not the one that is asked for.
  if (isOfPost(word, tokens)) return false;
  // A number of something else is none of what is counted.
  if (form === "how-many" && word.at === countedAt(question)) return false;
  // "how is it to be verified": what is done is the question, and so it is in "what will be done".
  if (form === "how" && word.at === mainVerbAt(question) && !isLight(word.text)) return false;
  if (form === "yes-no" && tokens[0]?.text === "will") return false;
  const [most] = slots;
  const isOther = most !== undefined && most.weight >= PLAINLY && !areKin(fact.slot, most.slot);
  if (slot < SURE && (content < BY_ITSELF || has.size * 2 < words.length || isOther)) return false;
  if (apart && isGuessed(has, question)) return false;
  const verb = isVerb(word, tongue);
  if (
    !hasOwn({ has, typed }, apart) ||
    (mayBeName(word.text) && (tongue === "en" || !verb)) ||
    /\d/u.test(word.text) ||
    isThing(word.text)
  )
    return false;
  if (isOneOfMany(word, has, question)) return true;
  return (verb && !isManner(word.text)) || (slot >= SURE && content >= MOST && form !== "who");
}

// A fact with this many of a question's telling words is about it …
const MANY = 3;

/** Whether a fact has all but one word of many, and that is not what is asked for: "which water level", of a level. */
function isOneOfMany(word: Word, has: Weighed["has"], question: Question): boolean {
  const { form, tokens } = question;
  const telling = [...has].filter((w) => w.telling).length;
  if (telling < (form === "yes-no" ? MANY + 1 : MANY) || word.at === mainVerbAt(question)) return false;
  const asks = tokens.findIndex((t) => /^(?:which|what|many|much|whose)$/u.test(t.text));
  const end = tokens.findIndex((t, i) => i > asks && HELPS.test(t.text));
  // The last word before the verb is the thing that is asked for; without a verb it is the first of all.
  const head = asks < 0 ? (end < 0 ? 0 : -1) : end < 0 ? asks + 1 : end - 1;
  return word.at !== head;
}

// A fact of the right kind that has none of so many further words is beside the question, however common they are.
const BESIDE = 3;

/** Whether a fact is of the kind that is asked for, and has nothing of all that it is asked about. */
export function isBeside({ fact, has }: Weighed, question: Question): boolean {
  const { words, slots } = question;
  if (has.size > 0 || (asksWhichCountries(question) && countriesThere(fact))) return false;
  const asking = slots.find((s) => s.slot === fact.slot)?.at;
  return words.filter((w) => asking?.has(w.at) !== true && !isFrame(w.text)).length >= BESIDE;
}

/**
 * Whether a telling word is there that facts have as it was typed; a number alone is about anything. Where a desk holds
 * several negotiations, this fact must have it so: what stands for it here may be the very word of another one.
 */
function hasOwn({ has, typed }: Pick<Weighed, "has" | "typed">, apart: boolean): boolean {
  const own = apart ? [...typed] : [...has].filter((w) => w.terms[0]?.weight === 1);
  return own.some(({ telling, text }) => telling && numberOf(text) === undefined);
}

/**
 * Whether all that a fact has of a question is words that were read as other ones. Where a desk holds several
 * negotiations, a slip read as a word that only likens to one of another's is two guesses.
 */
function isGuessed(has: Weighed["has"], { corrections }: Question): boolean {
  const read = new Set(corrections.map(([typed]) => typed));
  return [...has].every((w) => !w.telling || read.has(w.typed));
}

/** Whether a fact is what was asked for, as far as it goes. */
export function answers({ fact, slot, content, named, has, typed, surest }: Weighed, question: Question): boolean {
  const { names, words, slots, form, apart } = question;
  if (isNumberAlone(fact, question)) return false;
  if (slot >= Math.max(ASKED, (slots[0]?.weight ?? 0) * NEARLY)) return true;
  // "how many properties": of the things that are counted, with all that is said of them.
  if (slot >= SURE && words.length > 0 && words.every((w) => has.has(w))) return true;
  const people = names.filter((n) => n.of !== "parties");
  const isNamed = people.length > 0 && people.every((n) => named.has(n.id));
  // Where one kind is plainly asked for, "what did she say", one of another kind is not meant that names her.
  const [most] = slots;
  if (words.length === 0) return isNamed && (most === undefined || most.weight < PLAINLY);
  // A question word asks for more than that a fact has half of the words.
  const isAsked = slot < 0.4 && /^(?:who|when|where|why)$/u.test(form);
  // By its words alone, a fact has the most of them, and one at least as it was typed.
  const own = words.filter((w) => has.has(w));
  const whole = own.length === words.length;
  const sure =
    hasOwn({ has, typed }, apart) ||
    (whole &&
      ((surest === 1 && own.length > 1) ||
        (content >= LIKENED && surest >= LIKE_SURE && !(apart && surest < 1 && isGuessed(has, question)))));
  return (
    content + Math.min(slot, 0.4) * 0.5 + named.size * 0.2 >= CONTENT &&
    sure &&
    own.length * 2 >= words.length + (isAsked ? 1 : 0)
  );
}
