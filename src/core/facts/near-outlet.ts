import { isSlip } from "#core/text/slip.ts";
import { fold } from "#core/text/text.ts";
import { outletKey } from "#core/values/outlet.ts";
import type { Article } from "./article.ts";

/**
 * Whether a typed name may mean an article's outlet: it is a slip of it, most of its letters from the first on, or the
 * words that it begins with. `Gazette` is near `Gazette Daily News`; `Zed` is not near `Medusa`, though its letters
 * are in there.
 */
export function isNearOutlet(typed: string, { outlet, id }: Article): boolean {
  return isNear(typed, outlet) || isNear(typed, id);
}

function isNear(typed: string, held: string): boolean {
  const [a, b] = [wordsOf(typed), wordsOf(held)];
  if (a.length === 0 || b.length === 0) return false;
  const [one, other] = [a.join(""), b.join("")];
  if (isSlip(one, other) || isBegun(one, other) || isBegun(other, one)) return true;
  const [fewer, more] = a.length <= b.length ? [a, b] : [b, a];
  return fewer.every((word, i) => isSlip(word, more[i] ?? ""));
}

function wordsOf(name: string): readonly string[] {
  return fold(outletKey(name)).match(/[\p{L}\p{M}\p{Nd}]+/gu) ?? [];
}

// `news24` of `news24xy`: most of a name.
function isBegun(part: string, whole: string): boolean {
  return whole.startsWith(part) && part.length * 3 >= whole.length * 2;
}
