import type { Mark } from "./interval.ts";

const MARKS: Readonly<Record<string, Mark>> = {
  about: { bound: "about" },
  least: { bound: "at least" },
  most: { bound: "at most" },
  more: { bound: "more than" },
  less: { bound: "less than" },
  "just-more": { bound: "more than", degree: "just" },
  "just-less": { bound: "less than", degree: "just" },
  "well-more": { bound: "more than", degree: "well" },
  "well-less": { bound: "less than", degree: "well" },
};

const EXACT: Mark = { bound: "exact" };

/**
 * The bound that symbols (`symbols.ts`) give, and the symbols without it, the same list where they give none. Undefined
 * where a bound stands where its language does not put it (`six hours over`), or where two bounds say two things
 * (`about more than six`).
 */
export function withoutMarks(
  symbols: readonly string[],
): { readonly mark: Mark; readonly rest: readonly string[] } | undefined {
  const found = symbols.flatMap((symbol, at) => {
    const name = symbol === "@upto" && at === 0 ? "most" : /^@?([a-z-]+)@?$/u.exec(symbol)?.[1];
    const mark = symbol.includes("@") && name !== undefined ? MARKS[name] : undefined;
    return mark === undefined ? [] : [{ symbol, at, mark }];
  });
  const [first, second] = found;
  if (first === undefined) return { mark: EXACT, rest: symbols };
  if (second !== undefined) return undefined;
  const fits = first.at === 0 ? first.symbol.startsWith("@") : first.symbol.endsWith("@");
  return fits ? { mark: first.mark, rest: symbols.toSpliced(first.at, 1) } : undefined;
}

/** The two sides of a range, or the whole alone. Undefined where the words of a range are not a whole one. */
export function sidesOf(symbols: readonly string[]): readonly [readonly string[], (readonly string[])?] | undefined {
  const from = symbols[0] === "@from";
  const to = symbols.findIndex((symbol) => symbol === "@to" || (from && symbol === "@upto"));
  if (to < 0) return from ? undefined : [symbols];
  return [symbols.slice(from ? 1 : 0, to), symbols.slice(to + 1)];
}
