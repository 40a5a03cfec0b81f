/** Digits of any script as `0` to `9`. `٥` → `5`, `५` → `5`. */
export function plainDigits(text: string): string {
  return text.normalize("NFKC").replace(/\p{Nd}/gu, (digit) => (digit <= "9" ? digit : String(valueOf(digit))));
}

// Unicode keeps the ten digits of a script together, the zero first (The Unicode Standard, 4.6).
function valueOf(digit: string): number {
  const at = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(at - value - 1))) value += 1;
  return value;
}

/** `5½` and `5 ½` → `#5.5`, `½` → `#0.5`: a number that is read already stands behind `#`. */
export function withoutFractions(text: string): string {
  return text
    .replace(/(?:(?<![\p{Nd}.,])(\p{Nd}+) ?)?([¼-¾⅐-⅞])/gu, (_, whole: string | undefined, mark: string) => {
      const [over = "0", under = "1"] = mark.normalize("NFKC").split("\u2044");
      return number(Number(plainDigits(whole ?? "0")) + Number(over) / Number(under));
    })
    .replaceAll("\u2044", "/");
}

/** A number that is read, as readers write it among words. */
export function number(value: number): string {
  return `#${Number(value.toFixed(6))}`;
}
