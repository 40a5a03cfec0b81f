import { remembered } from "#core/text/lazy.ts";

/**
 * The text with its typography set aside: kinds of quotation marks, dashes, spaces and ellipses, soft hyphens, a word
 * broken at a line's end, a pair of quotation marks around the whole. Nothing else: letters' case, marks of any script,
 * digits, signs and % are kept. Two texts with one key are the same text, so that equality of keys is an equivalence.
 * `“We met — again…”` → `We met - again...`.
 */
export const typographyKey = remembered(500, (text: string): string =>
  PLAIN.test(text) ? text.normalize("NFC") : keyOf(text, "$1"),
);

// Latin and Cyrillic words with one space between, and no typography. Most texts are, and every answer compares some.
// Ranges, since a class of Unicode takes longer to make than the first answer has.
const PLAIN = /^[A-Za-z0-9\u00C0-\u024F\u0400-\u04FF]+(?: [A-Za-z0-9\u00C0-\u024F\u0400-\u04FF]+)*$/u;

/**
 * Whether two quotations are the same text once typography is set aside. A hyphen at a line's end may have broken a
 * word or stood in it already, so that `long-⏎term` is both `longterm` and `long-term` here; for joining facts
 * `typographyKey` takes the first.
 */
export function exactAfterTypography(a: string, b: string): boolean {
  const others = new Set([typographyKey(b), keyOf(b, "$1-")]);
  return [typographyKey(a), keyOf(a, "$1-")].some((key) => others.has(key));
}

function keyOf(text: string, broken: string): string {
  const plain = text
    .normalize("NFC")
    .replace(INVISIBLE, "")
    // Text that came on one line has a space where the line ended.
    .replace(/(\p{L}\p{M}*)[-‐]\s+(?=\p{Ll})/gu, broken)
    .replace(/(\p{L}\p{M}*)[-‐]\s*\n\s*(?=\p{L})/gu, "$1-")
    .replace(/\s+/gu, " ")
    .trim();
  return unquoted(spaces(quotes(dashes(plain))));
}

// Soft hyphen, zero-width space, marks of direction, word joiner, byte order mark: none is a letter or a joiner within
// a word.
const INVISIBLE = /[\u00AD\u200B\u200E\u200F\u2060\uFEFF]/gu;

const SIGN = "\uE000";
// Every quotation mark that `quotes` reads: German and Swedish open with what others close with.
const BEFORE_SIGN = String.raw`(?<=^|[\s(\[{\x60"'“”„‟″〝〞＂«»‹›‘’‚‛′ʼ´＇/=:;,<>≤≥~≈])`;

// A minus before a digit is a sign and stays one: "-5 degrees" is not "5 degrees", nor "temperature-5". An em dash is
// no minus.
const MINUS = new RegExp(String.raw`${BEFORE_SIGN}[-‐‑−﹣－–](?=[$€£¥₺₽₴]?\.?\p{Nd})`, "gu");

function dashes(text: string): string {
  return text
    .replace(/(?<=\p{Nd}%?) ?(?:[-‐‑‒–—―−]|--) ?(?=\p{Nd})/gu, (found) =>
      // "between 5 -6": a sign follows its own space.
      / [-‐‑−–]$/u.test(found) ? ` ${SIGN}` : "-",
    )
    .replace(MINUS, SIGN)
    .replace(/ ?(?:---?|[—―⸺⸻]) ?/gu, " - ")
    .replace(/ [-‐‑‒–−] | [-‐‑‒–−](?=[^\s])|(?<=\S)[‒–−] /gu, " - ")
    .replace(/[‐‑‒–−﹣－]/gu, "-")
    .replaceAll(SIGN, "−");
}

function quotes(text: string): string {
  return (
    text
      // French spaces stand within the marks; German turns the marks round.
      .replace(/(?<=^|[\s([])([«‹]) (?=\S)/gu, "$1")
      .replace(/(?<=\S) ([»›])(?=$|[\s.,;:!?)\]])/gu, "$1")
      .replace(/[‹›]/gu, "'")
      .replace(/[“”„‟″〝〞＂«»「」『』]/gu, '"')
      .replace(/[‘’‚‛′ʼ`´＇]/gu, "'")
      .replace(/''/gu, '"')
      .replace(/(?<=^|[\s([{"-])'(?=\S)([^']*(?:'(?=\p{L})[^']*)*)'(?=$|[\s.,;:!?)\]}"-])/gu, '"$1"')
  );
}

function spaces(text: string): string {
  return text
    .replace(/ ?(?:…|\.(?: ?\.){2,}) ?(?=$|[.,;:!?)\]}"'])/gu, "...")
    .replace(/ ?(?:…|\.(?: ?\.){2,}) ?/gu, "... ")
    .replace(/ (?=[,;:!?%‰)\]}](?:\s|$|[.,;:!?)"'\]}]))/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

function unquoted(text: string): string {
  const inner = /^"([^"]+)"$/u.exec(text)?.[1];
  return inner === undefined ? text : inner.trim();
}
