import { Locale as DiscordLocale, type LocalizationMap } from "discord.js";
import { PLACES, said, type Locale, type WordPath } from "#core/chat/locale.ts";

/** What a name or a description is in Discord's other languages. */
export interface Localized {
  readonly name_localizations: LocalizationMap;
  readonly description_localizations: LocalizationMap;
}

/** docs: Reference, Locales. */
const KNOWN: ReadonlySet<string> = new Set(Object.values(DiscordLocale));

/** The words of some languages as Discord takes them; one that Discord does not know is left out. */
export class Translations {
  readonly #locales: readonly Locale[];

  constructor(locales: readonly Locale[]) {
    this.#locales = locales.filter(({ language }) => KNOWN.has(language));
  }

  group(group: string): Localized {
    return this.#both((part) => PLACES.group(group, part));
  }

  command(path: WordPath): Localized {
    return this.#both((part) => PLACES.command(path, part));
  }

  option(path: WordPath, name: string): Localized {
    return this.#both((part) => PLACES.option(path, name, part));
  }

  choice(path: WordPath, option: string, value: string): Pick<Localized, "name_localizations"> {
    return { name_localizations: this.#map(PLACES.choice(path, option, value)) };
  }

  message(name: string): Pick<Localized, "name_localizations"> {
    return { name_localizations: this.#map(PLACES.message(name)) };
  }

  #both(places: (part: "name" | "about") => readonly WordPath[]): Localized {
    return { name_localizations: this.#map(places("name")), description_localizations: this.#map(places("about")) };
  }

  #map(places: readonly WordPath[]): LocalizationMap {
    return Object.fromEntries(
      this.#locales.flatMap((locale) => {
        const found = said(locale, places);
        return found === undefined ? [] : [[locale.language, found.word]];
      }),
    );
  }
}
