import type { Talks } from "#core/facts/names.ts";
import { memoised } from "#core/text/lazy.ts";
import { dayNumber, monthOf, ordinalOf, yearOf } from "./calendar-words.ts";
import { isEnglish } from "./english.ts";
import { daysIn, type DayKnown } from "./days-asked.ts";
import { HELD_IN, INSIDE, placesIn, VERB } from "./rounds-by-place.ts";
import { isOfEach, ordinalsIn, ROUND } from "./rounds-counted.ts";
import { wordsIn } from "./words-in.ts";
import type { TalksAsked, TalksKnown } from "./talks-asked.ts";
import { yearsIn } from "./years-asked.ts";

const ALL = /^(?:both|each|every|all|compare|either|rounds)$/u;

const MOST = /^(?:longest|shortest|longer|shorter)$/u;

/** Whether all rounds are meant: "each round", "which round was the longest". */
function isOfAll(words: readonly string[]): boolean {
  const which = words.findIndex((w) => w === "which" || w === "what");
  return words.some((w, i) => ALL.test(w) || (MOST.test(w) && (w.endsWith("st") || (which >= 0 && which < i))));
}

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
  // "were all rounds in Bergen" is of all of them, wherever they were.
  const isOfAny = VERB.test(words[0] ?? "") && isOfEach(words);
  const placed = placesIn(words, known, places ? HELD_IN : INSIDE, sure);
  const held = isOfAny ? placed.filter(([[i]]) => !INSIDE.test(words[i - 1] ?? "")) : placed;
  take(
    ordinalsIn(words, taken)
      // "which first day was longer, Bergen or Sfax" is of no first round.
      .filter((o) => held.length < 2 || words[o.places.at(-1) ?? 0] !== "day")
      // "a third summit" may be one to come, where other words name the talks.
      .filter(({ places }) => groups.length + held.length === 0 || !isAnother(words, places[0] ?? 0))
      .map(({ places, number }) => [
        places,
        calledSo(words, places, number, known) ??
          numbered(
            number,
            known,
            ofYear(words, places, known) ?? (held.length === 1 && groups.length === 0 ? held[0]?.[1] : undefined),
            ofYear(words, places, known) !== undefined,
          ),
      ]),
  );
  const before = groups.length;
  take(held);
  if (places) take(yearsIn(words, known, new Set(groups.flatMap((g) => g.at)).union(taken)));
  const [first, ...rest] = groups;
  if (first === undefined) return { ids: undefined, at, several: isOfAll(words), byPlace: false, unheld };
  // What does not fit the surer words does not narrow them: it may be what is asked about.
  let [ids, joined] = [first.ids, false];
  for (const group of rest) {
    const both = ids.intersection(group.ids);
    if (both.size > 0) ids = both;
    else if (isJoinedTo(words, first.at, group.at) || areCompared(words, first.at, group.at))
      [ids, joined] = [ids.union(group.ids), true];
    else for (const i of group.at) at.delete(i);
  }
  const several = ids.size > 1 && (joined || groups.some((g) => g.count > 1) || isOfAll(words));
  return { ids, at, several, byPlace: before === 0, unheld };
}

/** "was Sfax longer than the December round": the talks on both sides of "than" are meant. */
function areCompared(words: readonly string[], one: readonly number[], other: readonly number[]): boolean {
  const from = words.indexOf("between");
  const than = words.findIndex((w, i) => /^(?:than|vs|versus)$/u.test(w) || (w === "and" && from >= 0 && i > from));
  const [a, b] = [Math.min(...one), Math.min(...other)];
  return than > Math.min(a, b) && than < Math.max(a, b);
}

const PLAIN_ROUND = /^(?:rounds?|cycles?|talks|meetings?|sessions?|one|time|day)$/u;

/** "a second summit", "another third round". */
function isAnother(words: readonly string[], at: number): boolean {
  return /^(?:a|any|another)$/u.test(words[at - 1] ?? "");
}

/** The talks whose own name counts so: the "Second summit, Hanoi" may be the third of all. */
function calledSo(words: readonly string[], places: readonly number[], number: number, known: readonly TalksKnown[]) {
  const [at, next] = places;
  if (at === undefined || next === undefined) return undefined;
  const said = `${words[at]} ${words[next]}`;
  const isCalled = (k: TalksKnown): boolean => ` ${wordsIn(k.talks.name).join(" ")} `.includes(` ${said} `);
  if (known.some(isCalled)) return known.some((k) => isCalled(k) && k.number !== number) ? isCalled : undefined;
  // Where summits are counted by name, a third of two is not the third round of all.
  const noun = words[next] ?? "";
  const counts = (k: TalksKnown): boolean =>
    wordsIn(k.talks.name).some((w, i, all) => ordinalOf(w) !== undefined && all[i + 1] === noun);
  return number > 0 && !PLAIN_ROUND.test(noun) && known.some(counts) ? (): boolean => false : undefined;
}

/** "the fourth round of 2023": by its number among those of the year, whatever came before. */
function ofYear(words: readonly string[], places: readonly number[], known: readonly TalksKnown[]) {
  const next = (places.at(-1) ?? 0) + 1;
  const year = /^(?:of|in)$/u.test(words[next] ?? "") ? yearOf(words[next + 1] ?? "") : undefined;
  const isThen = (k: TalksKnown): boolean => k.days.some((d) => d.year === year);
  return year === undefined || !known.some(isThen) ? undefined : isThen;
}

/**
 * Talks by their number: "the second meeting in Rome" may be the second of those that were there; `only`: it is not
 * the second of all.
 */
function numbered(number: number, known: readonly TalksKnown[], isThere?: (k: TalksKnown) => boolean, only = false) {
  const fits = (k: TalksKnown): boolean => (number < 0 ? k.number === k.of : k.number === number);
  if (isThere === undefined || (!only && known.some((k) => fits(k) && isThere(k)))) return fits;
  const there = Map.groupBy(known.filter(isThere), (k) => k.talks.negotiation);
  const meant = [...there.values()].flatMap(
    (of) => of.toSorted((a, b) => a.number - b.number).at(number < 0 ? -1 : number - 1) ?? [],
  );
  return meant.length === 0 && !only ? fits : (k: TalksKnown): boolean => meant.includes(k);
}

// "in May 2020 and in Rome", "in June and how many in Rome": what stands between two rounds that are both meant.
const AND =
  /^(?:and|or|than|vs|versus)(?: (?:how|what|who|when|where|many|much|did|was|were|in|at|the|to|for|with|those|that|one|of|from|on|round|talks))*$/u;

/** Whether two groups of words name one round each, and both are meant. */
function isJoinedTo(words: readonly string[], a: readonly number[], b: readonly number[]): boolean {
  const [from, to] =
    Math.max(...a) < Math.min(...b) ? [Math.max(...a), Math.min(...b)] : [Math.max(...b), Math.min(...a)];
  const between = words
    .slice(from + 1, to)
    .join(" ")
    .replace(/^(?:round|talks|meeting|session|summit) /u, "");
  return AND.test(between);
}

// A source that leaves the year out says no other one.
function fitsDay(d: DayKnown, { day, month, year }: DayKnown): boolean {
  const sameYear = year === undefined || d.year === undefined || d.year === year;
  return sameYear && (day === undefined || d.day === day) && (month === undefined || d.month === month);
}

/** Talks by a spelling of several words. */
function named(words: readonly string[], known: readonly TalksKnown[]) {
  return known.flatMap((k) =>
    namesOf(k.talks).flatMap((parts) => {
      const from = words.findIndex((_, i) => parts.every((p, j) => words[i + j] === p));
      // A place may be what is asked about, and is looked for as one.
      if (from < 0 || (parts.length === 1 && known.some((o) => o.places.has(parts[0] ?? "")))) return [];
      return [[parts.map((_, j) => from + j), (o: TalksKnown) => o.talks === k.talks] as const];
    }),
  );
}

/** The words of its names, where they say more than a number or a day. One alone is not English: "jbc". */
const namesOf = memoised(({ name, aliases }: Talks) =>
  [name, ...aliases]
    .map(wordsIn)
    .filter((parts) => !parts.every(isPlain) && (parts.length > 1 || parts.every((p) => !isEnglish(p)))),
);

function isPlain(word: string): boolean {
  return ROUND.test(word) || [ordinalOf, monthOf, dayNumber].some((read) => read(word) !== undefined);
}
