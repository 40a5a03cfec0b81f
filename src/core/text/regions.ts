import { lazy } from "./lazy.ts";

/** All pairs of letters: each code of a country is one of them (ISO 3166-1 alpha-2), and most are none's. */
export const regionCodes = lazy((): readonly string[] => {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return letters.flatMap((a) => letters.map((b) => `${a}${b}`));
});

/** What countries are called in a language, as the runtime's Unicode data lists them; undefined for any other code. */
export function regionNames(language: string, style: "long" | "short" = "long"): Intl.DisplayNames {
  return new Intl.DisplayNames([language], { type: "region", style, fallback: "none" });
}
