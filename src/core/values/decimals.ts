/** The mark before a number's decimals, where the language of a text is known to have one. */
export type DecimalMark = "." | ",";

/**
 * A number in digits, its thousands grouped or not. `1,234` alone is `ambiguous`, since a comma or a point before three
 * digits is thousands in one language and decimals in another; two kinds of mark, more groups, another count of digits
 * or `mark` make it sure. Undefined where the groups are not of three.
 */
export function decimalOf(written: string, mark?: DecimalMark): number | "ambiguous" | undefined {
  const text = written.replace(/[\s'’\u00A0\u202F](?=\d{3}(?!\d))/gu, "");
  if (!/^\d+(?:[.,]\d+)*$/u.test(text)) return undefined;
  const marks = [...new Set(text.match(/[.,]/gu) ?? [])];
  const [last] = marks.toReversed();
  if (last === undefined) return Number(text);
  const [head = "", ...groups] = text.split(/[.,]/u);
  const grouped = head.length <= 3 && !head.startsWith("0");
  const threes = (parts: readonly string[]) => parts.every((part) => part.length === 3);
  if (marks.length > 2) return undefined;
  if (marks.length === 2) {
    const whole = text.slice(0, text.lastIndexOf(last));
    if (whole.includes(last) || !grouped || !threes(groups.slice(0, -1))) return undefined;
    return mark === undefined || mark === last ? Number(`${whole.replace(/[.,]/gu, "")}.${groups.at(-1)}`) : undefined;
  }
  if (groups.length > 1)
    return grouped && threes(groups) && mark !== last ? Number(text.replace(/[.,]/gu, "")) : undefined;
  const decimal = Number(text.replace(",", "."));
  if (!threes(groups) || !grouped || mark === last) return decimal;
  return mark === undefined ? "ambiguous" : Number(text.replace(/[.,]/gu, ""));
}

/**
 * The text with each number that can be read in two ways written so that it is read in one, by the mark of its
 * language: `1.234` → `1 234` where a comma is the mark, `01.234` where the point is. Three zeros are thousands in any
 * language.
 */
export function surelyWritten(text: string, mark: DecimalMark): string {
  return text.replace(/(?<![\d.,])\d{1,3}[.,](?!000)\d{3}(?![.,]?\d)/gu, (written) => {
    if (decimalOf(written) !== "ambiguous") return written;
    return written.includes(mark) ? `0${written}` : written.replace(/[.,]/u, " ");
  });
}

/** The text as people write it in any language, where `surelyWritten` put a zero before decimals. */
export function withoutZero(text: string): string {
  return text.replace(ZERO, "");
}

/** The text as English writes what `surelyWritten` made sure: `1 234` → `1,234`, `01,234` → `1.234`. */
export function inEnglish(text: string): string {
  return text
    .replace(/(?<![\d.,] ?)0([1-9]\d{0,2})[.,](\d{3})(?![.,]?\d)/gu, "$1.$2")
    .replace(/(?<![\d.,] ?)(\d{1,3}) (\d{3})(?! ?\d|[.,]\d)/gu, "$1,$2");
}

const ZERO = /(?<![\d.,])0(?=[1-9]\d{0,2}[.,]\d{3}(?![.,]?\d))/gu;

/**
 * The mark before decimals in a language (a BCP 47 tag: `en`, `tr`, `ru`), or undefined where it is neither, or the tag
 * is none.
 */
export function decimalMarkOf(language: string): DecimalMark | undefined {
  try {
    const parts = new Intl.NumberFormat(language).formatToParts(1.5);
    const mark = parts.find(({ type }) => type === "decimal")?.value;
    return mark === "." || mark === "," ? mark : undefined;
  } catch {
    return undefined;
  }
}
