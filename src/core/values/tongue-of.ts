import { remembered } from "#core/text/lazy.ts";

// Many articles share few languages.
const KEPT = 200;

/**
 * The language that some words are in, as far as one can tell: that of their article (a BCP 47 tag), where it is
 * written in their script; else what their letters and little words show, English where they show nothing. For telling
 * whether two wordings can be compared at all: `посол в США` and `ambassador to the US` cannot.
 */
export function tongueOf(words: string, language: string | undefined): string {
  const script = SCRIPTS.find(([, letter]) => letter.test(words))?.[0] ?? "Latn";
  const tag = language?.split("-")[0]?.toLowerCase() ?? "";
  if (tag !== "" && scriptOf(tag) === script) return tag;
  if (script !== "Latn") return script;
  return SHOWN.find(([, sign]) => sign.test(words))?.[0] ?? "en";
}

const SCRIPTS = [
  ["Cyrl", /\p{Script=Cyrillic}/u],
  ["Arab", /\p{Script=Arabic}/u],
  ["Deva", /\p{Script=Devanagari}/u],
  ["Hebr", /\p{Script=Hebrew}/u],
  ["Grek", /\p{Script=Greek}/u],
  ["Jpan", /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ["Hans", /\p{Script=Han}/u],
] as const;

const SHOWN = [
  ["tr", /[ğışİ]|['’](?:n?[ıiuü]n|d[ae]|t[ae])(?!\p{L})/u],
  ["de", /[äöß]|(?<!\p{L})(?:der|des|dem|für|und|im|beim)(?!\p{L})/u],
  // Spanish, French, Italian and Portuguese share their little words.
  ["romance", /[ñçàâãéèêëíìîóòôõúùû¿¡]|(?<!\p{L})(?:de|del|della|du|di|da|do|la|le|el|en|et)(?!\p{L})/u],
] as const;

const scriptOf = remembered(KEPT, (tag: string): string | undefined => {
  // The tables of scripts are loaded only where another language asks for them.
  if (tag === "en") return "Latn";
  try {
    return new Intl.Locale(tag).maximize().script;
  } catch {
    return undefined;
  }
});
