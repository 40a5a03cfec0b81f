import { countryOf } from "#core/facts/country.ts";
import type { Names, Place } from "#core/facts/names.ts";
import { namedOrNew } from "#core/request/options/index.ts";
import { isZoneCity } from "#core/time/zone-cities.ts";
import { isBuilding, namesCity } from "#core/values/place.ts";
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
  // "A hotel" may well be the one that another source names, and a city lies in a country that a third one names.
  relate: (a, b, { places }) => (isVague(a, b, places) ? "apart" : relateVenues(a, b, places)),
  // A district is in its city, and an avenue may be where the building stands: who adds it knows.
  unsure: (a, b, { places }) => !isVague(a, b, places) && relateVenues(a, b, places) === "apart",
  check: (f) => (f.place === undefined && f.city === undefined ? "lack.placeOrCity" : undefined),
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

function isVague(a: Venue, b: Venue, places: Names["places"]): boolean {
  return [a, b].some(({ place = "" }) => isDescribed(places.name(place)));
}

function relateVenues(a: Venue, b: Venue, places: Names["places"]): Relation {
  if (both(a.city, b.city)) return relateCities(a.city ?? "", b.city ?? "", places);
  if (!both(a.place, b.place) || isCityOf(a, b, places) || isCityOf(b, a, places)) return "consistent";
  const sure = [a, b].every(({ place }) => isBuilding(itemOf(place, places)) || isCity(itemOf(place, places)));
  return sure ? "differs" : "apart";
}

/**
 * Two cities differ where both are known to be cities: a name that is not may be a district of the other, or another
 * word for it. Which country a city lies in is known of capitals alone.
 */
function relateCities(one: string, other: string, places: Names["places"]): Relation {
  const [a, b] = [itemOf(one, places), itemOf(other, places)];
  if (namesCity(a, b) || namesCity(b, a)) return "consistent";
  const [first, second] = [countryOf(a.name), countryOf(b.name)];
  const [isFirst, isSecond] = [isCountry(a), isCountry(b)];
  if (isFirst !== isSecond)
    return first === undefined || second === undefined ? "apart" : first === second ? "consistent" : "differs";
  return isFirst || (isCity(a) && isCity(b)) ? "differs" : "apart";
}

function isCountry({ name }: Place): boolean {
  const country = countryOf(name);
  return country !== undefined && fold(country.capital) !== fold(name);
}

function isCity(place: Place): boolean {
  const { name, aliases, kind } = place;
  if (kind !== undefined) return kind === "city";
  return !isCountry(place) && [name, ...aliases].some((s) => isZoneCity(s) || countryOf(s) !== undefined);
}

function itemOf(id = "", places: Names["places"]): Place {
  return places.get(id) ?? { id, name: id, aliases: [] };
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
  return namesCity(itemOf(building, places), itemOf(city, places));
}

function both(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && a !== b;
}
