import type { LocalizationMap } from "discord.js";
import { ru } from "./russian.ts";
import { tr } from "./turkish.ts";
import type { Locale } from "./locale.ts";

/** What a name or a description is in Discord's other languages. */
export interface Localized {
  readonly name_localizations: LocalizationMap;
  readonly description_localizations: LocalizationMap;
}

/** The languages besides English, by Discord's names for them (docs: Reference, locales). */
export const LOCALES = { tr, ru } as const;

export function ofCommand(path: readonly string[]): Localized {
  const words = (locale: Locale) => locale.commands[path.join(" ")];
  return {
    name_localizations: map((l) => words(l)?.[0]),
    description_localizations: map((l) => words(l)?.[1]),
  };
}

export function ofOption(name: string, about: string): Localized {
  return {
    name_localizations: map((l) => l.options[name]),
    description_localizations: map((l) => l.abouts[about]),
  };
}

export function ofChoice(label: string): Pick<Localized, "name_localizations"> {
  return { name_localizations: map((l) => l.choices[label]) };
}

export function ofMessage(name: string): Pick<Localized, "name_localizations"> {
  return { name_localizations: map((l) => l.messages[name]) };
}

function map(word: (locale: Locale) => string | undefined): LocalizationMap {
  return Object.fromEntries(
    Object.entries(LOCALES).flatMap(([name, locale]) => {
      const found = word(locale);
      return found === undefined ? [] : [[name, found]];
    }),
  );
}
