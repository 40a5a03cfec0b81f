import { letters } from "./languages/letters.ts";

const CYRILLIC: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "g",
  ґ: "g",
  д: "d",
  е: "e",
  є: "e",
  ж: "zh",
  з: "z",
  и: "i",
  і: "i",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "sh",
  ъ: "",
  ы: "i",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
};

/** Each way of writing a sound in Latin letters, and one way for all of them; applied in order. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  // German, French, Polish, Turkish and English ways of ш, щ, ч, ж, х, ц.
  [/shch|schtsch|szcz|stch/gu, "sh"],
  [/tsch|tch|cz/gu, "ch"],
  [/sch|sz/gu, "sh"],
  [/zh|zj/gu, "j"],
  [/kh/gu, "h"],
  [/tz|cs/gu, "ts"],
  [/x/gu, "ks"],
  [/ph/gu, "f"],
  [/th/gu, "t"],
  [/(?<=n)ew$/gu, "u"],
  [/w/gu, "v"],
  [/q|ck/gu, "k"],
  [/c(?=[eiy])/gu, "s"],
  [/c(?!h)/gu, "k"],
  // Сергей is Sergey, Sergei, Serguei, Sergej; Чайковский is Chaikovsky, Tschaikowski.
  [/gu(?=[ei])/gu, "g"],
  [/ov$|off$/gu, "ov"],
  [/(?<=^|[aeiouy])[yji](?=[aeou])|(?<=i)[yj]/gu, ""],
  [/[yji]e/gu, "e"],
  [/[yj]([aou])|i(?=u)/gu, "$1"],
  [/y|(?<=[aeou])j$/gu, "i"],
  [/(.)\1+/gu, "$1"],
];

/**
 * A lower-case word with its Cyrillic letters written in Latin ones, one usual way; other letters stay, without their
 * marks.
 */
export function inLatin(word: string): string {
  return letters(word.replace(/ё/gu, "е").replace(/й/gu, "и")).replace(
    /\p{Script=Cyrillic}/gu,
    (c) => CYRILLIC[c] ?? c,
  );
}

/**
 * What a name sounds like in Latin letters, whichever of the usual ways it is written in, Cyrillic included:
 * Чайковский, Chaikovsky, Çaykovski and Tschaikowski are one. For likeness only. Undefined where letters of another
 * script are in it, which are not read.
 */
export function soundOf(word: string): string | undefined {
  // Marks that make another sound are read before they are taken away.
  const marked = word
    .normalize("NFC")
    .toLowerCase()
    .replace(/[çčć]/gu, "ch")
    .replace(/[şšś]/gu, "sh")
    .replace(/[žż]/gu, "zh");
  const latin = inLatin(marked);
  if (/[^\p{Script=Latin}]/u.test(latin)) return undefined;
  return SOUNDS.reduce((sound, [ways, one]) => sound.replace(ways, one), latin);
}
