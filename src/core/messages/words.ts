import { lazy } from "#core/text/lazy.ts";
import { regionCodes, regionNames } from "#core/text/regions.ts";
import { capital } from "#core/text/text.ts";
import { longDay } from "#core/time/day.ts";
import { clockOf } from "#core/time/moment.ts";
import { tell } from "./tell.ts";
import type { Told, Tongue } from "./tongue.ts";

/** `2025-04-10` → `10 April 2025`, `10 Nisan 2025`, `10 апреля 2025`: without the `г.` that would end a sentence. */
export function dayIn({ tongue }: Told, iso: string): string {
  if (tongue === undefined) return longDay(iso);
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  return DAYS[tongue]()
    .format(Date.UTC(year, month - 1, day))
    .replace(/\sг\.$/u, "");
}

const DAYS: Readonly<Record<Tongue, () => Intl.DateTimeFormat>> = { tr: dayFormat("tr"), ru: dayFormat("ru") };

function dayFormat(tongue: Tongue): () => Intl.DateTimeFormat {
  return lazy(
    () => new Intl.DateTimeFormat(tongue, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }),
  );
}

/** `10 April 2025, 14:05 UTC`; midnight is the end of the day before. */
export function momentIn(at: Told, instant: Temporal.Instant): string {
  const utc = instant.toZonedDateTimeISO("UTC");
  const day = utc.toPlainDate();
  if (utc.hour === 0 && utc.minute === 0 && utc.second === 0)
    return tell(at, "moment.endOf", { day: dayIn(at, day.subtract({ days: 1 }).toString()) });
  return tell(at, "moment.at", { day: dayIn(at, day.toString()), time: clockOf(utc) });
}

/** The day of the week of `2025-04-10`: `Thursday`, `Perşembe`. */
export function weekdayIn({ tongue = "en" }: Told | { readonly tongue?: "en" }, iso: string): string {
  return new Intl.DateTimeFormat(tongue, { weekday: "long" }).format(Temporal.PlainDate.from(iso));
}

/** First letter in upper case as that language has it: `iki` is `İki` in Turkish. */
export function capitalIn({ tongue }: Told, words: string): string {
  return tongue === undefined ? capital(words) : words.charAt(0).toLocaleUpperCase(tongue) + words.slice(1);
}

/** First letter in lower case, as a name of a kind stands within a sentence: `who led`. */
export function uncapitalIn(at: Told, words: string): string {
  return lowerIn(at, words.charAt(0)) + words.slice(1);
}

/** All in lower case, as that language has it. */
export function lowerIn({ tongue }: Told, words: string): string {
  return tongue === undefined ? words.toLowerCase() : words.toLocaleLowerCase(tongue);
}

/** The name of a country in that language, as short as it is called there: `United States` → `ABD`; else the name. */
export function countryIn({ tongue }: Told, name: string): string {
  const code = tongue === undefined ? undefined : codes().get(name);
  return tongue === undefined || code === undefined ? name : (NAMES[tongue]().of(code) ?? name);
}

const NAMES: Readonly<Record<Tongue, () => Intl.DisplayNames>> = {
  tr: lazy(() => regionNames("tr", "short")),
  ru: lazy(() => regionNames("ru", "short")),
};

/** The codes of countries by their English names. */
const codes = lazy((): ReadonlyMap<string, string> => {
  const english = regionNames("en");
  return new Map(
    regionCodes().flatMap(
      (code) =>
        english
          .of(code)
          ?.split("\n")
          .map((name) => [name, code] as const) ?? [],
    ),
  );
});
