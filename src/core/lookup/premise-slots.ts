import { monthOf, numberOf, weekdayOf, yearOf } from "./calendar-words.ts";
import type { SlotName } from "#core/facts/slot-names.ts";
import type { SlotAsked } from "./asked-slots.ts";
import { mayBeName } from "./english.ts";
import type { Form } from "./form-asked.ts";
import { isFrame } from "./frame-words.ts";
import { LITTLE_WORDS } from "./little-words.ts";
import { MAKES } from "./making-words.ts";
import type { NameFound } from "./name-index.ts";
import { placesOf } from "./places-of.ts";
import { STOP_WORDS } from "./stop-words.ts";
import type { TalksAsked } from "./talks-asked.ts";

const CLEAR = 0.85;
// … and this is more than what was signed is asked for.
const MADE_THERE = 2;

/** Whether it is a number of things: no day, and no length. */
function isCount(word: string, next = ""): boolean {
  return (
    yearOf(word) === undefined &&
    (numberOf(word) ?? 0) > 2 &&
    next !== "" &&
    monthOf(next) === undefined &&
    !LENGTH.test(next)
  );
}

/** "did they meet for two days", "did she spend more than three hours with him". */
function isMetFor(words: readonly string[], at: number): boolean {
  const met = words.findIndex((w) => /^(?:spen[dt]|last(?:ed)?|me?et|talk(?:ed)?|s[ia]t|negotiated?)$/u.test(w));
  return numberOf(words[at - 1] ?? "") !== undefined && met >= 0 && met < at;
}

const LENGTH = /^(?:hours?|minutes?|days?|weeks?|months?|rounds?|talks|meetings?)$/u;

/**
 * "who was there from Turkey" asks who took part, "was it in Geneva" where, "was it on a Friday" when: where nothing
 * else is asked for, by what is taken for true.
 */
export function withPremise(
  slots: readonly SlotAsked[],
  words: readonly string[],
  form: Form,
  inNames: ReadonlySet<number>,
  isIn: (at: number) => boolean,
  unheld: readonly string[],
): readonly SlotAsked[] {
  const from = words.findIndex((w, i) => w === "from" && inNames.has(words[i + 1] === "the" ? i + 2 : i + 1));
  // "whose idea was it to move from Oman to Italy" asks for nobody who was there.
  const isOfPeople = form === "who" && from >= 0 && !words.includes("whose") && !words.slice(from).includes("to");
  if (isOfPeople && slots.every((s) => s.weight < CLEAR))
    return [
      { slot: "attended", weight: 1, at: new Set([from]), phrase: "from" },
      ...slots.filter((s) => s.slot !== "attended"),
    ];
  if (form !== "yes-no" && !words.includes("or")) return slots;
  const day = words.findIndex((w) => weekdayOf(w) !== undefined || unheld.includes(w));
  const place = words.findIndex(
    (w, i) =>
      ((form === "yes-no" ? /^(?:in|at)$/u : /^or$/u).test(words[i - 1] ?? "") || (isIn(i) && inNames.has(i))) &&
      (inNames.has(i) || (mayBeName(w) && monthOf(w) === undefined)),
  );
  const number = form === "yes-no" ? words.findIndex((w, i) => !inNames.has(i) && isCount(w, words[i + 1])) : -1;
  const long = form === "yes-no" ? words.findIndex((w, i) => LENGTH.test(w) && isMetFor(words, i)) : -1;
  // "was the accord signed in Rome" asks where, although what was signed is an outcome.
  const isMade = form === "yes-no" && words[0] !== "did" && MAKES.test(words[place - 2] ?? "");
  const told: readonly (readonly ["date" | "figure" | "venue" | "duration", number])[] = [
    ["venue", isMade ? place : -1],
    ["duration", long],
    ["date", day],
    ["figure", number],
  ];
  const [slot, at] = told.find(([, place]) => place >= 0) ?? ["venue", place];
  if (at < 0 || (!isMade && slots.some((s) => s.weight >= CLEAR))) return slots;
  const weight = isMade ? MADE_THERE : 1;
  return [{ slot, weight, at: new Set([at]), phrase: words[at] ?? "" }, ...slots.filter((s) => s.slot !== slot)];
}

/** What is asked for where it is asked whether somebody was there. */
export const PRESENT_SLOTS: readonly SlotAsked[] = (["attended", "led", "role"] as const).map((slot, i) => ({
  slot,
  weight: 1.45 - i * 0.1,
  at: new Set<number>(),
  phrase: "",
}));

/** Whether facts of a kind say who was there. */
export function tellsPresence(slot: SlotName): boolean {
  return PRESENT_SLOTS.some((s) => s.slot === slot);
}

const HERE =
  /^(?:there|present|around|along|too|table|room|ceremony|signing|event|guys?|representatives?|envoys?|people|anyone|anybody|someone|somebody|any|also|even|actually|itself|himself|herself|sitting|seated|represented|involved|rounds?|meetings?|sessions?|summit)$/u;
const BE = /^(?:is|are|was|were|wasnt|werent)$/u;

/** "was Ida Ray there", "were the Egyptians at the Sfax talks": whether somebody was, and nothing besides. */
export function asksPresence({
  words,
  form,
  names,
  talks,
}: {
  readonly words: readonly string[];
  readonly form: Form;
  readonly names: readonly NameFound[];
  readonly talks: TalksAsked;
}): boolean {
  const does = /^(?:did|does|has|have|had)$/u.test(words[0] ?? "");
  if (form !== "yes-no" || !(BE.test(words[0] ?? "") || does)) return false;
  const [named, ...others] = names.filter((n) => n.of === "people" || n.of === "parties");
  const who = named ?? strangerIn(words, names);
  const isMeant = (n: NameFound): boolean => n.from !== who?.from && !isBeside(n, words);
  if (who === undefined || others.some(isMeant) || who.from > 3) return false;
  if (!words.slice(1, who.from).every((w) => BEFORE.test(w))) return false;
  const rest = words.slice(who.from + who.size);
  if (does && !isSending(rest)) return false;
  const isSaid = does || rest.some((w) => /^(?:there|present|around|at|in|represented|involved)$/u.test(w));
  const placed = talks.at.union(placesOf(names));
  return (
    isSaid &&
    rest.every(
      (w, i) =>
        placed.has(who.from + who.size + i) ||
        (does && SENDS.test(w)) ||
        LITTLE_WORDS.has(w) ||
        STOP_WORDS.has(w) ||
        HERE.test(w) ||
        isFrame(w),
    )
  );
}

/** Somebody whom the round was with: "was she at the meeting with Ray". */
export function isBeside({ of, from }: NameFound, words: readonly string[]): boolean {
  return of === "people" && /^(?:with|between|and)$/u.test(words[from - 1] ?? "") && from > 3;
}

// "did the bank send anyone", "did Chad have a delegate there".
const SENDS =
  /^(?:send|sent|sends|have|had|delegates?|delegations?|officials?|observers?|ministers?|teams?|staff|diplomats?)$/u;

function isSending(rest: readonly string[]): boolean {
  const [verb = "", ...others] = rest;
  if (others.includes("same")) return false;
  return /^(?:send|sent|have|had)$/u.test(verb) && others.some((w) => ANYONE.test(w) || SENDS.test(w));
}

const ANYONE = /^(?:anyone|anybody|someone|somebody|people|representatives?|envoys?)$/u;

const BEFORE = /^(?:there|the|any|anyone|anybody|someone|somebody|from|a|an|of|president|mr|mrs)$/u;

/** Somebody whom no directory has: "was Oman at the talks". */
function strangerIn(words: readonly string[], names: readonly NameFound[]): { from: number; size: number } | undefined {
  const from = words.findIndex((w, i) => i > 0 && !BEFORE.test(w));
  const word = words[from] ?? "";
  const isName = mayBeName(word) && !LITTLE_WORDS.has(word) && names.every((n) => n.from !== from);
  return isName ? { from, size: 1 } : undefined;
}
