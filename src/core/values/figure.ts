import { clauseKey } from "./clause.ts";
import { quantityKey, readQuantity, relateQuantities, type Quantity } from "./quantity.ts";
import type { Relation } from "./relation.ts";

/** A figure as its source states it: `over 500` and `children`; the unit may stand in the number itself (`3%`). */
interface StatedFigure {
  readonly number: string;
  readonly unit?: string | undefined;
}

/** A figure that was read, or its words (`hundreds of children`) where no number can be read for sure. */
type FigureValue = Quantity | { readonly words: string };

export function figureValue({ number, unit = "" }: StatedFigure): FigureValue {
  const plain = withThousands(number);
  const whole = readQuantity(`${plain} ${unit}`.trim());
  if (typeof whole === "object") return whole;
  // A unit of many words is compared as the source has it.
  const alone = readQuantity(plain);
  if (typeof alone === "object" && alone.unit === "") return { ...alone, unit: clauseKey(unit).toLowerCase() };
  return { words: clauseKey(`${number} ${unit}`.trim()).toLowerCase() };
}

/** Equal keys say one figure: one bound, the same number and unit, or the same words. */
export function figureKey(of: FigureValue): string {
  return "words" in of ? `words ${of.words}` : quantityKey(of);
}

/** Words that give no number contradict none. */
export function relateFigures(a: FigureValue, b: FigureValue): Relation {
  if (figureKey(a) === figureKey(b)) return "same";
  return "words" in a || "words" in b ? "apart" : relateQuantities(a, b);
}

// "6,000" can be six with three decimals in principle, but nobody writes three zeros after a decimal mark; "1,234"
// stays open.
function withThousands(number: string): string {
  return number.replace(/(?<![\d.,])(\d{1,3})[.,]000(?![\d.,])/gu, "$1000");
}
