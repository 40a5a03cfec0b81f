import { countryOf } from "#core/facts/country.ts";
import type { Names } from "#core/facts/names.ts";
import { namedOrNew } from "#core/request/options/index.ts";
import { namesCity } from "#core/values/place.ts";
import { capital, fold } from "#core/text/text.ts";
import type { Relation } from "#core/values/relation.ts";
import { defineSlot } from "./slot.ts";

export const venue = defineSlot({
  name: "venue",
  holds: "one",
  sided: "never",
  compared: true,
  timed: false,
  fields: {
    place: namedOrNew("The building, where the source names one", "places"),
    city: namedOrNew("The city, where the source names it", "places"),
  },
  variants: ["place", "city"],
  details: ["city"],
  same: "name the same place",
  ask: [
    "where",
    "venue",
    "location",
    "which city",
    "what city",
    "what place",
    "which building",
    "held at",
    "meet at",
    "nerede",
    "hangi sehirde",
    "где",
    "в каком городе",
  ],
  key: (f) => f.place ?? `city ${f.city ?? ""}`,
  // A source that names the city alone contradicts none that names a building in it, whichever field has the city.
  relate(a, b, { places }) {
    const called = (id = ""): string => places.name(id);
    // "A hotel" may well be the one that another source names, and a city lies in a country that a third one names.
    if (isDescribed(called(a.place)) || isDescribed(called(b.place))) return "apart";
    if (both(a.city, b.city)) return relateCities(called(a.city), called(b.city));
    return both(a.place, b.place) && !isCityOf(a, b, places) && !isCityOf(b, a, places) ? "differs" : "consistent";
  },
  check: (f) => (f.place === undefined && f.city === undefined ? "give a place, a city, or both" : undefined),
  vagueness: (f) => (f.place === undefined ? 1 : 0),
  brief: (f, say) => (f.place === undefined ? say.place(f.city ?? "") : say.place(f.place)),
  sentence: (f, say) => {
    const city = f.city === undefined ? "" : say.place(f.city);
    if (f.place === undefined) return `${capital(say.event)} ${say.were} held in ${city}.`;
    const place = say.place(f.place);
    return `${capital(say.event)} ${say.were} held at ${place}${city === "" || place.includes(city) ? "" : `, ${city}`}.`;
  },
  plain: (f, say) => {
    const city = f.city === undefined ? "" : say.place(f.city);
    if (f.place === undefined) return city;
    const place = say.place(f.place);
    return city === "" || place.includes(city) ? place : `${place}, ${city}`;
  },
});

/** Whether words say what a place is and not which: `a diplomatic mission`. */
function isDescribed(place: string): boolean {
  return /^(?:an?|one of|some|bir|una?|eine?|une)\s/iu.test(place);
}

/** Two of one kind differ. Which country a city lies in is known of capitals alone. */
function relateCities(a: string, b: string): Relation {
  const [one, other] = [countryOf(a), countryOf(b)];
  const isCountry = (of: typeof one, place: string): boolean => of !== undefined && fold(of.capital) !== fold(place);
  if (isCountry(one, a) === isCountry(other, b)) return "differs";
  return one === undefined || other === undefined ? "apart" : one === other ? "consistent" : "differs";
}

interface Venue {
  readonly place?: string | undefined;
  readonly city?: string | undefined;
}

/** Whether what one source gives as the place is the city of the other's building. */
function isCityOf({ place = "" }: Venue, other: Venue, places: Names["places"]): boolean {
  return place === other.city || names(other.place ?? "", place, places);
}

function names(building: string, city: string, places: Names["places"]): boolean {
  const [one, other] = [building, city].map((id) => places.get(id) ?? { id, name: id, aliases: [] });
  return one !== undefined && other !== undefined && namesCity(one, other);
}

function both(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}
