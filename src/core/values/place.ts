import { distance } from "#core/text/slip.ts";
import { isOneName } from "#core/text/text.ts";
import { letters } from "./languages/letters.ts";
import { isZoneCity } from "#core/time/zone-cities.ts";
import { AREAS, BUILDINGS, COUNTRIES, MISSIONS, PLACE_FILLERS } from "./languages/place-nouns.ts";
import type { Candidate, Likeness, Spelled } from "./likeness.ts";
import { soundOf } from "./transliteration.ts";

/**
 * Why a typed place may be one that is held: the same kind of `building` of the same country, the same words in another
 * `script` or language, or spelt a little otherwise (`slip`), or one has `more` words than the other.
 */
export type PlaceWhy = "building" | "script" | "slip" | "more";

/** What a typed place is beside the places that are held. Never silently the same: only a held spelling is `exact`. */
export function placeLikeness(typed: string, places: readonly Spelled[]): Likeness<PlaceWhy> {
  const spelling = withoutArticle(typed);
  const held = places.find((p) => [p.id, p.name, ...p.aliases].some((s) => isOneName(withoutArticle(s), spelling)));
  if (held !== undefined) return { kind: "exact", id: held.id };
  const mine = signsOf(typed);
  if (mine.names.some(({ sound }) => sound === undefined)) return { kind: "new", compared: false };
  const candidates = places.flatMap((place): readonly Candidate<PlaceWhy>[] => {
    const [why] = spellingsOf(place).flatMap((held) => whyLike(mine, held) ?? []);
    return why === undefined ? [] : [{ id: place.id, why }];
  });
  return candidates.length === 0 ? { kind: "new", compared: true } : { kind: "likely", candidates };
}

/**
 * Whether a spelling of the building says that it stands in the city: `the Grand Hotel in Geneva`, and Geneva. What has
 * a kind of building in its own name is not a city.
 */
export function namesCity(building: Spelled, city: Spelled): boolean {
  const cities = spellingsOf(city).filter(({ names }) => names.length > 0);
  if (cities.some((signs) => signs.building !== undefined)) return false;
  return spellingsOf(building).some(({ names }) =>
    cities.some((signs) => signs.names.every((name) => names.some((word) => same(word, name)))),
  );
}

/** Whether a spelling says that it is a building, and not a part of a city: `the Grand Hotel`, not `Hotel Street`. */
export function isBuilding(place: Spelled): boolean {
  return spellingsOf(place).some(({ building }) => building !== undefined) && !isArea(place);
}

function isArea(place: Spelled): boolean {
  return [place.name, ...place.aliases].some((s) =>
    (letters(s).match(/\p{L}+/gu) ?? []).some((word) => keyOf(word, AREA_STEMS, 3) !== undefined),
  );
}

const read = new WeakMap<Spelled, readonly Signs[]>();

// An import compares each new name with all that are held.
function spellingsOf(place: Spelled): readonly Signs[] {
  const known = read.get(place) ?? [place.name, ...place.aliases].map(signsOf);
  read.set(place, known);
  return known;
}

interface Name {
  readonly letters: string;
  readonly sound: string | undefined;
}

/** What tells a place from another: its kind of building, its country, and the names in it, cities among them. */
interface Signs {
  readonly building: string | undefined;
  readonly country: string | undefined;
  readonly names: readonly Name[];
  /** The names before a comma or an "in": `Centreville, Maryland` and `a hall in Maryland` lie within it. */
  readonly head: readonly Name[];
}

// What a place is within stands after it.
const WITHIN = /,|(?<=\S) (?:in|at|near|outside|within|в|во|под|близ|возле) /u;
const FILLERS = new Set(letters(PLACE_FILLERS).split(" "));
const stems = (lists: Readonly<Record<string, string>>) =>
  Object.entries(lists).flatMap(([key, list]) =>
    list.split(" ").map((stem) => [letters(stem).replace("_", " "), key] as const),
  );
const [BUILDING_STEMS, COUNTRY_STEMS, AREA_STEMS] = [stems(BUILDINGS), stems(COUNTRIES), stems({ area: AREAS })];

// "EE. UU." and "États-Unis" are one word each.
const TWO_WORDS = COUNTRY_STEMS.filter(([stem]) => stem.includes(" ")).map(
  ([stem]) => [new RegExp(`(?<!\\p{L})${stem.replace(" ", "[ .-]+")}`, "gu"), stem.replace(" ", "_")] as const,
);

function signsOf(text: string): Signs {
  const spelt = letters(text)
    .replace(/\bu\.? ?s\.?(?: ?a\.?)?(?![\p{L}])/gu, "us")
    .replace(/соединенн\S+ штат\S*/gu, "сша");
  const plain = TWO_WORDS.reduce((all, [pattern, stem]) => all.replace(pattern, stem), spelt);
  const words = (plain.match(/[\p{L}_]+/gu) ?? []).filter((word) => !FILLERS.has(word));
  const kinds = words.map((word) => keyOf(word, BUILDING_STEMS, 3));
  const countries = words.map((word) => keyOf(word, COUNTRY_STEMS, 7));
  const names = words.filter((_, i) => kinds[i] === undefined && countries[i] === undefined);
  const named = names.map((word) => ({ letters: word, sound: soundOf(word) }));
  const [first = ""] = plain.split(WITHIN);
  const head = named.filter(({ letters: word }) => first.includes(word));
  const found = Object.keys(BUILDINGS).find((kind) => kinds.includes(kind));
  return {
    building: found,
    country: countries.find((country) => country !== undefined),
    names: named,
    head: head.length > 0 ? head : named,
  };
}

// A stem of two or three letters is a word of its own, and so is one with a mark; a longer one may have an ending.
function keyOf(word: string, among: readonly (readonly [string, string])[], ending: number): string | undefined {
  return among.find(([stem]) => {
    const plain = stem.replace(" ", "_").replace("!", "");
    return (
      word === plain ||
      (!stem.endsWith("!") && plain.length > 3 && word.startsWith(plain) && word.length <= plain.length + ending)
    );
  })?.[1];
}

function whyLike(mine: Signs, held: Signs): PlaceWhy | undefined {
  if (mine.building !== held.building || differs(mine.country, held.country)) return undefined;
  const shared = mine.names.filter((name) => held.names.some((other) => same(name, other)));
  const most = Math.max(mine.names.length, held.names.length);
  const both = mine.names.length > 0 && held.names.length > 0;
  // Another city, or another name, is another building; a mission may stand in a part of the city that is named.
  const apart = !MISSIONS.includes(mine.building ?? "") || [mine, held].every(({ names }) => namesKnownCity(names));
  if (both && shared.length === 0 && apart) return undefined;
  const bare = mine.country === undefined && mine.names.length === 0;
  if (both && shared.length === 0) return "building";
  if (mine.building !== undefined && (bare || (mine.country !== undefined && mine.country === held.country)))
    return "building";
  if (shared.length === 0) return undefined;
  const fewest = Math.min(mine.names.length, held.names.length);
  if (mine.building === undefined && shared.length < fewest) return undefined;
  if (mine.building === undefined && !mine.head.some((name) => held.head.some((other) => same(name, other))))
    return undefined;
  if (shared.length < most || mine.country !== held.country) return "more";
  return isCyrillic(mine) === isCyrillic(held) ? "slip" : "script";
}

/** Whether a word of them, or a few in a row, are a city's name. */
function namesKnownCity(names: readonly Name[]): boolean {
  const words = names.map(({ letters: word }) => word);
  return words.some((_, at) => [1, 2, 3].some((n) => isZoneCity(words.slice(at, at + n).join(" "))));
}

function isCyrillic({ names }: Signs): boolean {
  return names.some(({ letters: l }) => /\p{Script=Cyrillic}/u.test(l));
}

function differs(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}

function same(a: Name, b: Name): boolean {
  if (a.letters === b.letters) return true;
  if (a.sound === undefined || b.sound === undefined) return false;
  if (a.sound === b.sound) return true;
  const length = Math.min(a.sound.length, b.sound.length);
  // Cities bend with the language: Женеве is Geneva, Вене Vienna.
  const most = length < 4 ? 0 : length <= 5 ? 1 : length <= 7 ? 2 : 3;
  return most > 0 && distance(a.sound, b.sound, most) <= most;
}

function withoutArticle(spelling: string): string {
  return spelling.trim().replace(/^the\s+/iu, "");
}
