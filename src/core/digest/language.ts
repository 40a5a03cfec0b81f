import { ready } from "#core/messages/ready.ts";
import { tongueOfLocale, type Tongue } from "#core/messages/tongue.ts";

/** The languages that a digest can be in, as one types them. */
export const LANGUAGES = ["english", "turkish", "russian"] as const;
export type Language = (typeof LANGUAGES)[number];

const TONGUE: Readonly<Record<Language, Tongue | undefined>> = { english: undefined, turkish: "tr", russian: "ru" };

export function tongueOfDigest({ language }: { readonly language: Language }): Tongue | undefined {
  return TONGUE[language];
}

/** The language of what everybody in a channel reads, by the channel's locale; English where it says none. */
export function languageOfChannel(locale: string | undefined): Language {
  const tongue = locale === undefined ? undefined : tongueOfLocale(locale);
  return LANGUAGES.find((language) => TONGUE[language] === tongue) ?? "english";
}

/** Reads what a digest is worded with: composing it waits for nothing. */
export function readyFor(wants: { readonly language: Language }): Promise<void> {
  return ready(tongueOfDigest(wants));
}
