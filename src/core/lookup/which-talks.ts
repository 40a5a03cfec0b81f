import type { Talks } from "#core/facts/names.ts";
import { defined } from "#core/text/defined.ts";
import { dayNumber, monthOf, numberOf, ordinalOf, yearOf } from "./calendar-words.ts";
import { wordsIn } from "./words-in.ts";

/** Which talks a question is about. */
export interface TalksAsked {
  /** Ids of those that fit everything that names talks; undefined where nothing does. */
  readonly ids: ReadonlySet<string> | undefined;
  /** Which of the question's words say so. */
  readonly at: ReadonlySet<number>;
  /** More than one is named, or all: "both rounds", "the first or the third". */
  readonly several: boolean;
  /** A place alone names them, which may be what is asked about: "who suggested moving to Rome". */
  readonly byPlace: boolean;
  /** Words that name talks which are not held: "sixth round", "in march". */
  readonly unheld: readonly string[];
}

/** A day of a round, or one that is asked about, as far as it is said. */
interface DayKnown {
  readonly day?: number;
  readonly month?: number;
  readonly year?: number;
}

/** What is known of one round to find it by. */
export interface TalksKnown {
  readonly talks: Talks;
  /** 1 for the first of its negotiation, and how many there are. */
  readonly number: number;
  readonly of: number;
  readonly days: readonly DayKnown[];
  /** Ids of those who led it, took part or brought it about. */
  readonly people: ReadonlySet<string>;
  /** Words of the places where it was held. */
  readonly places: ReadonlySet<string>;
  /** Words of its names by which it can be called: `sfax` of "Sfax round, 2024". */
  readonly called: ReadonlySet<string>;
}

const ROUND =
  /^(?:rounds?|talks?|meetings?|sessions?|negotiations?|time|one|ones|summit|day|tour|leg|encounter|sitting)$/u;
// "when did they first meet".
const MET = /^(?:meet|met|talk|talked)$/u;
const COUNTED = /^(?:round|session|meeting|talks|number|no)$/u;
const ALL = /^(?:both|each|every|all|compare|either|rounds)$/u;
const BEFORE_MONTH =
  /^(?:in|of|on|the|early|late|mid|since|before|after|by|until|from|last|this|s|and|or|during|for|between|than|around)$/u;
const AFTER_MONTH = /^(?:round|talks|meeting|session|rome|and|or|talk)$/u;

/** How a question is read: whether a place names talks, and which words are surely a month, as "mayıs" is. */
interface Reading {
  readonly places?: boolean;
  readonly sure?: (at: number) => boolean;
}

const NOT_SURE = (): boolean => false;

/** Reads which talks a question names, by number, day, month, place or name. */
export function talksAsked(
  words: readonly string[],
  known: readonly TalksKnown[],
  { places = true, sure = NOT_SURE }: Reading = {},
): TalksAsked {
  const at = new Set<number>();
  const groups: { readonly ids: ReadonlySet<string>; readonly at: readonly number[]; readonly count: number }[] = [];
  const unheld: string[] = [];
  const take = (found: readonly (readonly [readonly number[], (k: TalksKnown) => boolean])[]): void => {
    if (found.length === 0) return;
    const ids = new Set<string>();
    let count = 0;
    // "the first or the third": of a negotiation that has both.
    const ofAll = found
      .map(([, fits]) => new Set(known.filter(fits).map((k) => k.talks.negotiation)))
      .reduce((a, b) => (a.intersection(b).size > 0 ? a.intersection(b) : a));
    for (const [places, fits] of found) {
      const held = known.filter(fits);
      const own = held.filter((k) => ofAll.has(k.talks.negotiation));
      const some = own.length > 0 ? own : held;
      if (some.length === 0) {
        unheld.push(places.map((i) => words[i] ?? "").join(" "));
        continue;
      }
      count += 1;
      for (const k of some) ids.add(k.talks.id);
      for (const i of places) at.add(i);
    }
    if (count > 0) groups.push({ ids, at: found.flatMap(([places]) => places), count });
  };
  take(named(words, known));
  const dated = daysIn(words, sure);
  take(dated.map(({ places, ...asked }) => [places, (k) => k.days.some((d) => fitsDay(d, asked))] as const));
  const taken = new Set(dated.flatMap((d) => d.places));
  take(
    ordinalsIn(words, taken).map(({ places, number }) => [
      places,
      (k) => (number < 0 ? k.number === k.of : k.number === number),
    ]),
  );
  const before = groups.length;
  take(placesIn(words, known, places ? HELD_IN : INSIDE));
  const [first, ...rest] = groups;
  if (first === undefined)
    return { ids: undefined, at, several: words.some((w) => ALL.test(w)), byPlace: false, unheld };
  // What does not fit the surer words does not narrow them: it may be what is asked about.
  let ids = first.ids;
  for (const group of rest) {
    const both = ids.intersection(group.ids);
    if (both.size > 0) ids = both;
    else for (const i of group.at) at.delete(i);
  }
  const several = ids.size > 1 && (groups.some((g) => g.count > 1) || words.some((w) => ALL.test(w)));
  return { ids, at, several, byPlace: before === 0, unheld };
}

// A source that leaves the year out says no other one.
function fitsDay(d: DayKnown, { day, month, year }: DayKnown): boolean {
  const sameYear = year === undefined || d.year === undefined || d.year === year;
  return sameYear && (day === undefined || d.day === day) && (month === undefined || d.month === month);
}

/** Talks by a spelling of several words. */
function named(words: readonly string[], known: readonly TalksKnown[]) {
  return known.flatMap((k) =>
    [k.talks.name, ...k.talks.aliases].flatMap((spelling) => {
      const parts = wordsIn(spelling);
      if (
        parts.length < 2 ||
        parts.every(
          (p) => ROUND.test(p) || ordinalOf(p) !== undefined || monthOf(p) !== undefined || dayNumber(p) !== undefined,
        )
      )
        return [];
      const from = words.findIndex((_, i) => parts.every((p, j) => words[i + j] === p));
      if (from < 0) return [];
      return [[parts.map((_, j) => from + j), (o: TalksKnown) => o.talks === k.talks] as const];
    }),
  );
}

function daysIn(words: readonly string[], sure: (at: number) => boolean) {
  const found: (DayKnown & { places: number[] })[] = [];
  const used = new Set<number>();
  for (const [i, word] of words.entries()) {
    const month = monthOf(word);
    if (month === undefined || used.has(i)) continue;
    const beside = [i - 1, i + 1, i - 2].find((j) => {
      const of = i - 2 === j ? words[i - 1] === "of" : true;
      return of && !used.has(j) && dayNumber(words[j] ?? "") !== undefined;
    });
    const day = beside === undefined ? undefined : dayNumber(words[beside] ?? "");
    if (day === undefined && word === "may" && !sure(i) && !isMonthMay(words, i)) continue;
    if (day === undefined && word === "march" && !BEFORE_MONTH.test(words[i - 1] ?? "")) continue;
    const places = beside === undefined ? [i] : [i, beside];
    const after = Math.max(...places) + 1;
    const year = yearOf(words[after] ?? "");
    if (year !== undefined) places.push(after);
    for (const p of places) used.add(p);
    places.sort((a, b) => a - b);
    found.push({ places, month, ...defined({ day, year }) });
  }
  for (const [i, word] of words.entries()) {
    const day = /\d(?:st|nd|rd|th)$/u.test(word) ? dayNumber(word) : undefined;
    const next = words[i + 1] ?? "";
    if (
      day === undefined ||
      used.has(i) ||
      ROUND.test(next) ||
      (!/^(?:on|of)$/u.test(words[i - 2] ?? "") && words[i - 1] !== "the")
    )
      continue;
    found.push({ places: [i], day });
  }
  return found;
}

function isMonthMay(words: readonly string[], i: number): boolean {
  const [before, after] = [words[i - 1] ?? "", words[i + 1] ?? ""];
  return (
    BEFORE_MONTH.test(before) || AFTER_MONTH.test(after) || monthOf(before) !== undefined || i === words.length - 1
  );
}

/** "how long did the first last": the word after is what it did, not a thing of which it is the first. */
function isDone(words: readonly string[], i: number): boolean {
  return (
    /^(?:did|does)$/u.test(words[i - 2] ?? "") && /^(?:last|take|run|go|end|start|begin)$/u.test(words[i + 1] ?? "")
  );
}

const JOINS = /^(?:and|or|vs|versus|with|to|than)$/u;

/** "compare first and second": two that are named together are rounds. */
function isPaired(words: readonly string[], i: number): boolean {
  const other = (at: number): boolean => ordinalOf(words[at] ?? "") !== undefined;
  return (JOINS.test(words[i - 1] ?? "") && other(i - 2)) || (JOINS.test(words[i + 1] ?? "") && other(i + 2));
}

function ordinalsIn(words: readonly string[], taken: ReadonlySet<number>) {
  const found: { places: number[]; number: number }[] = [];
  for (const [i, word] of words.entries()) {
    if (taken.has(i)) continue;
    const number = ordinalOf(word);
    const [before, after] = [words[i - 1] ?? "", words[i + 1] ?? ""];
    if (number !== undefined) {
      // "how long did the round last" asks for no last round.
      const inContext =
        ROUND.test(after) ||
        ROUND.test(words[i + 2] ?? "") ||
        (number === 1 && MET.test(after)) ||
        (COUNTED.test(before) && word !== "last");
      const bare = number > 1 && (before === "the" || words.length <= 3 || found.length > 0);
      const first =
        number === 1 &&
        (before === "the" || found.length > 0 || /^(?:meet|met|talk|talked|negotiate)$/u.test(before)) &&
        (i === words.length - 1 || /^(?:or|and|and the)$/u.test(after) || isDone(words, i));
      if (inContext || bare || first || isPaired(words, i))
        found.push({ places: ROUND.test(after) && after !== "time" ? [i, i + 1] : [i], number });
      continue;
    }
    const counted = numberOf(word);
    if (counted === undefined || counted > 20) continue;
    if (COUNTED.test(before) && monthOf(after) === undefined) found.push({ places: [i - 1, i], number: counted });
    else if (/^\d$/u.test(word) && /^(?:round|session)$/u.test(after))
      found.push({ places: [i, i + 1], number: counted });
    else if (found.length > 0 && /^(?:and|or|than|vs)$/u.test(before) && found.at(-1)?.places.includes(i - 2) === true)
      found.push({ places: [i], number: counted });
  }
  return found;
}

const HELD_IN = /^(?:in|at|the|from|of|for|before|after|to|since|or)$/u;

const INSIDE = /^(?:in|at)$/u;

function placesIn(words: readonly string[], known: readonly TalksKnown[], heldIn: RegExp) {
  return words.flatMap((word, i) => {
    const isCalled = ROUND.test(words[i + 1] ?? "") && !ROUND.test(word);
    const fits = (k: TalksKnown): boolean => k.places.has(word) || (isCalled && k.called.has(word));
    const at = known.filter(fits);
    const beside =
      heldIn.test(words[i - 1] ?? "") ||
      ROUND.test(words[i + 1] ?? "") ||
      monthOf(words[i + 1] ?? "") !== undefined ||
      (/^(?:in|on|of)$/u.test(words[i + 1] ?? "") && monthOf(words[i + 2] ?? "") !== undefined) ||
      monthOf(words[i - 1] ?? "") !== undefined;
    return at.length === 0 || !beside ? [] : [[[i], fits] as const];
  });
}
