import { fold } from "#core/text/text.ts";

let countries: ReadonlyMap<string, readonly string[]> | undefined;

/**
 * The zones of a country by its name in one of six languages, as the runtime's Unicode data lists them; empty
 * where it is none.
 */
export function zonesOfCountry(typed: string): readonly string[] {
  countries ??= countriesByName();
  return countries.get(fold(typed)) ?? [];
}

const LANGUAGES = ["en", "tr", "ru", "de", "fr", "es"];

// What people type for a country that the data calls otherwise.
const ALSO: Readonly<Record<string, string>> = { USA: "US", UAE: "AE", "U.A.E.": "AE", Britain: "GB", England: "GB" };

/** Each country, under its name in each language. */
function countriesByName(): ReadonlyMap<string, readonly string[]> {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const languages = LANGUAGES.flatMap((language) =>
    (["long", "short"] as const).map(
      (style) => new Intl.DisplayNames([language], { type: "region", style, fallback: "none" }),
    ),
  );
  const regions = letters.flatMap((a) => letters.map((b) => `${a}${b}`));
  return new Map(
    regions.flatMap((region) => {
      const also = Object.entries(ALSO).flatMap(([name, of]) => (of === region ? [name] : []));
      const names = [...also, ...languages.flatMap((of) => of.of(region) ?? [])];
      const zones = names.length === 0 ? [] : (new Intl.Locale(`und-${region}`).getTimeZones() ?? []);
      return zones.length === 0 ? [] : names.map((name) => [fold(name), zones] as const);
    }),
  );
}
