import { forms, type Named, NAME_KINDS, type Names } from "#core/facts/names.ts";
import { fold } from "#core/text/text.ts";
import { type View } from "#core/facts/view.ts";
import { memoised } from "#core/text/lazy.ts";
import { nearest } from "#core/text/near.ts";
import { questionWords } from "./words-in.ts";
import { distance } from "#core/text/slip.ts";

/** A name that words of a question may be a misspelling of. */
export interface NearName {
  readonly of: keyof Names;
  readonly item: Named;
  /** The question's own words for it, folded. */
  readonly spelling: string;
  /** The question with the name in their place. */
  readonly question: string;
}

// Stricter than for a list of choices: these words were part of a question, and most unknown words are not names.
const LETTERS_APART = 1 / 3;
const LETTERS_MIN = 5;

/** The names nearest to words that no held fact has, the nearest first. They are offered, never taken. */
export function nearNames(question: string, missing: readonly string[], view: View, most: number): readonly NearName[] {
  const words = questionWords(question);
  const items = NAME_KINDS.flatMap((of) => view[of].all.map((item) => ({ of, item })));
  const found = phrases(words, new Set(missing)).flatMap(({ from, to }) => {
    const spelling = words.slice(from, to).join(" ");
    if (spelling.length < LETTERS_MIN) return [];
    // Letters are counted faster than names are ranked: of a thousand names a few are left.
    const few = items.filter(({ item }) => isNear(spelling, item));
    return nearest(spelling, few, ({ item }) => formsOf(item), most).flatMap(({ item: { of, item }, score }) => {
      const asked = [...words.slice(0, from), fold(item.name), ...words.slice(to)].join(" ");
      // What it is called is understood already.
      const called = "adjective" in item ? [...formsOf(item), fold(item.adjective)] : formsOf(item);
      return called.some((form) => form.split(" ").includes(spelling))
        ? []
        : [{ of, item, spelling, question: asked, score }];
    });
  });
  const best = found.toSorted((a, b) => a.score - b.score);
  return [...new Map(best.toReversed().map((n) => [n.item, n])).values()].toReversed().slice(0, most);
}

const formsOf = memoised(forms);

function isNear(spelling: string, item: Named): boolean {
  return formsOf(item).some((form) => {
    const most = Math.floor(Math.max(spelling.length, form.length) * LETTERS_APART);
    return distance(spelling, form, most) <= most;
  });
}

/** Unknown words that stand together, and each of them alone: where each phrase begins and ends. */
function phrases(
  words: readonly string[],
  unknown: ReadonlySet<string>,
): readonly { readonly from: number; readonly to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (let from = 0; from < words.length; from += 1) {
    let to = from;
    while (to < words.length && to - from < 4 && unknown.has(words[to] ?? "")) to += 1;
    if (to > from) found.push({ from, to });
    if (to > from + 1) found.push({ from, to: from + 1 });
  }
  return found;
}
