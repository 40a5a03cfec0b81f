import type { Token } from "./token.ts";

export const BEFORE = { meant: "before", size: 1 };
const AFTER =
  /^(?:hakkinda(?:ki)?|konusunda(?:ki)?|icin|karsi|gore|sirasinda|boyunca|esnasinda|beri|dair|iliskin|tarafindan)$/u;

/** Whether a Turkish word says how the word before it is meant: "hakkında", and "önce" after "görüşmeden". */
export function isAfter(words: readonly string[], at: number): boolean {
  const word = words[at] ?? "";
  if (/^(?:once|sonra)$/u.test(word)) return /[dt][ae]n$/u.test(words[at - 1] ?? "");
  return AFTER.test(word) || (word === "ile" && words[at + 1] === "ilgili");
}

// "kapanış oturumu", "liderler zirvesi": the second word of two that are one thing ends like this.
const OF_BEFORE = /[^aeiu]s?[iu]$/u;

/** Where the last word begins, or the name or the pair of words that it ends. */
export function placeBefore(tokens: readonly Token[], isName: (word: string) => boolean): number {
  const before = (i: number): number => tokens.findIndex((t) => t.at === tokens[i]?.at);
  let place = Math.max(0, before(tokens.length - 1));
  while (place > 0 && isName(tokens[place]?.text ?? "") && isName(tokens[place - 1]?.text ?? "")) place -= 1;
  const pair = tokens[place - 1];
  const isPair = OF_BEFORE.test(tokens[place]?.typed ?? "") && !isName(tokens[place]?.text ?? "");
  if (pair !== undefined && isPair && !isName(pair.text) && !QUESTION_WORD.test(pair.text)) return before(place - 1);
  return place;
}

const QUESTION_WORD = /^(?:who|whom|whose|what|where|when|why|how|which)$/u;

/** Turkish asks at the end, right before the verb: "about leaders Ukraine what propose". English asks first. */
export function questionFirst(tokens: readonly Token[]): readonly Token[] {
  const asks = tokens.findIndex((t) => QUESTION_WORD.test(t.text));
  if (asks < 1) return tokens;
  // "by whom", "from where"
  const at = tokens[asks]?.at === tokens[asks - 1]?.at ? asks - 1 : asks;
  return [...tokens.slice(at), ...tokens.slice(0, at)];
}
