import { lazy } from "#core/text/lazy.ts";
import { regionCodes, regionNames } from "#core/text/regions.ts";
import { fold } from "#core/text/text.ts";

/**
 * The zones of a country by its name in one of six languages, as the runtime's Unicode data lists them; empty
 * where it is none.
 */
export function zonesOfCountry(typed: string): readonly string[] {
  return zonesByCountry().get(fold(typed)) ?? [];
}

const LANGUAGES = ["en", "tr", "ru", "de", "fr", "es"];

// What people type for a country that the data calls otherwise.
const ALSO: Readonly<Record<string, string>> = { USA: "US", UAE: "AE", "U.A.E.": "AE", Britain: "GB", England: "GB" };

/** The zones of each country, under its name in each language. */
const zonesByCountry = lazy((): ReadonlyMap<string, readonly string[]> => {
  const languages = LANGUAGES.flatMap((language) => [regionNames(language, "long"), regionNames(language, "short")]);
  return new Map(
    regionCodes().flatMap((region) => {
      const also = Object.entries(ALSO).flatMap(([name, of]) => (of === region ? [name] : []));
      const names = [...also, ...languages.flatMap((of) => of.of(region) ?? [])];
      const zones = names.length === 0 ? [] : (new Intl.Locale(`und-${region}`).getTimeZones() ?? []);
      return zones.length === 0 ? [] : names.map((name) => [fold(name), zones] as const);
    }),
  );
});
