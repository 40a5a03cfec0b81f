import { countryOf } from "#core/facts/country.ts";
import { fieldsOf, type Fields } from "#core/facts/fact.ts";
import type { Talks } from "#core/facts/names.ts";
import { rounds, type View } from "#core/facts/view.ts";
import { readDay } from "#core/values/day.ts";
import { defined } from "#core/text/defined.ts";
import { fold } from "#core/text/text.ts";
import { postKnown, type PostKnown } from "./post-known.ts";
import { dayNumber, monthOf, numberOf, ordinalOf, yearOf } from "./calendar-words.ts";
import type { FactLayers } from "./desk-index.ts";
import { isFrame } from "./frame-words.ts";
import { havingAll } from "./held.ts";
import { MAKES } from "./making-words.ts";
import { facet } from "./row.ts";
import { termOf } from "./stem.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { placeWords } from "./place-words.ts";
import type { TalksKnown } from "./talks-asked.ts";
import { wordsIn } from "./words-in.ts";

const known = new WeakMap<View, readonly TalksKnown[]>();

/** What each round can be found by: its number, and the days and places that its name and its facts say. */
export function talksKnown(view: View, layers: FactLayers): readonly TalksKnown[] {
  const made = known.get(view);
  if (made !== undefined) return made;
  const fresh = [...Map.groupBy(rounds(view), (t) => t.negotiation).values()].flatMap((all) =>
    all.map((talks, i): TalksKnown => {
      const words = [talks.name, ...talks.aliases].map(wordsIn);
      const venues = fieldsIn("venue", talks, layers);
      const places = venues.flatMap((v) => Object.values(v).flatMap((id) => placeWords(view, String(id))));
      const cities = venues.map(({ city = "" }) => view.places.get(String(city))?.name ?? String(city));
      const outcomes = fieldsIn("outcome", talks, layers);
      const who = WHO.flatMap((slot) => fieldsIn(slot, talks, layers));
      return {
        talks,
        number: i + 1,
        of: all.length,
        days: withYears([...words.flatMap(daysOf), ...statedDays(talks, layers)]),
        people: new Set(who.flatMap((c) => (c["person"] === undefined ? [] : [String(c["person"])]))),
        posts: who.flatMap((c) => postsIn(c, view)),
        made: new Set(
          [...outcomes.map((f) => Object.values(f).flatMap((v) => wordsIn(String(v)))), ...words].flatMap(madeIn),
        ),
        places: new Set([...places, ...(words[0] ?? []).filter((w) => view.places.exact(w) !== undefined)]),
        lands: new Set(cities.flatMap((city) => landOf(city, talks, view))),
        called: new Set(words.flat().filter(isCalling)),
      };
    }),
  );
  known.set(view, fresh);
  return fresh;
}

/** The country of a capital; not that of a party that negotiates, which “in” may mean by itself. */
function landOf(city: string, { negotiation }: Talks, view: View): readonly string[] {
  const country = countryOf(fold(city));
  if (country === undefined) return [];
  const land = fold(country.name);
  const parties = view.negotiations.get(negotiation)?.parties ?? [];
  const own = parties.some((p) => p.role === "party" && fold(view.parties.name(p.party)) === land);
  return own || land === fold(city) ? [] : [land];
}

function madeIn(words: readonly string[]): readonly string[] {
  const made = words.findIndex((word) => MAKES.test(word));
  // "within a year of a deal being signed" tells of a paper to come.
  const isAhead = words.slice(Math.max(0, made - AHEAD), made).some((word) => TO_COME.test(word));
  return made < 0 || isAhead ? [] : words.map(termOf);
}

const AHEAD = 4;
const TO_COME = /^(?:be|being|before|after|until|once|if|when|will|would|may|could|not|no|nothing|without)$/u;

// A number, a month and "the" say which of several rounds it is at most.
function isCalling(word: string): boolean {
  const counts = [ordinalOf, numberOf, monthOf].some((read) => read(word) !== undefined);
  return !counts && word.length > 2 && !/\d/u.test(word) && !STOP_WORDS.has(word) && !isFrame(word);
}

const WHO = ["led", "attended", "role"] as const;

function fieldsIn(slot: string, talks: Talks, layers: FactLayers): readonly Fields[] {
  return havingAll([facet("slot", slot), facet("talks", talks.id)], layers).flatMap(({ fact }) =>
    fact.claims.map((c) => c.fields),
  );
}

function postsIn({ person, post }: Fields, view: View): readonly PostKnown[] {
  if (person === undefined || post === undefined) return [];
  return [postKnown(String(person), view.people.get(String(person))?.party, wordsIn(String(post)))];
}

function daysOf(words: readonly string[]): TalksKnown["days"] {
  return words.flatMap((word, i) => {
    const month = monthOf(word);
    if (month === undefined) return [];
    const day = dayNumber(words[i - 1] ?? "") ?? dayNumber(words[i + 1] ?? "");
    const year = yearOf(words[i + 1] ?? "") ?? yearOf(words[i + 2] ?? "");
    return [{ month, ...defined({ day, year }) }];
  });
}

/** The same, where a spelling leaves out the year that another one of the same month says. */
function withYears(days: TalksKnown["days"]): TalksKnown["days"] {
  return days.map((d) => {
    const years = new Set(days.flatMap((o) => (o.month === d.month && o.year !== undefined ? [o.year] : [])));
    const [year] = years;
    return d.year === undefined && year !== undefined && years.size === 1 ? { ...d, year } : d;
  });
}

function statedDays(talks: Talks, layers: FactLayers): TalksKnown["days"] {
  return havingAll([facet("slot", "date"), facet("talks", talks.id)], layers).flatMap(({ fact }) => {
    const day = readDay(String(fieldsOf(fact)["stated"] ?? ""));
    const all = day.kind === "day" ? [day] : day.kind === "range" ? [day.from, day.to] : [];
    return all.flatMap(({ day: d, month, year }) =>
      month === undefined ? [] : [{ month, ...defined({ day: d, year }) }],
    );
  });
}
