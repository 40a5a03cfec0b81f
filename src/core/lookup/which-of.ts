import { numberOf } from "./calendar-words.ts";
import type { Token } from "./token.ts";

const SIDES = /^(?:sides?|countr(?:y|ies)|nations?|states?|part(?:y|ies)|governments?|delegations?|teams?|camps?)$/u;

/**
 * The same words with "who" for "which of the three countries": one of those who negotiate is asked for, and no fact
 * need speak of three, or of countries.
 */
export function withoutPartitive(tokens: readonly Token[]): readonly Token[] {
  const from = tokens.findIndex(({ text }, i) => text === "which" && tokens[i + 1]?.text === "of");
  if (from < 0) return tokens;
  let to = from + 2;
  while (/^(?:the|these|those|all)$/u.test(tokens[to]?.text ?? "") || numberOf(tokens[to]?.text ?? "") !== undefined)
    to += 1;
  const which = tokens[from];
  const isThem = tokens[to]?.text === "them" || SIDES.test(tokens[to]?.text ?? "");
  if (which === undefined || !isThem || to + 1 >= tokens.length) return tokens;
  return [...tokens.slice(0, from), { ...which, text: "who", typed: which.typed }, ...tokens.slice(to + 1)];
}

const PEOPLE = /^(?:men|women|people|leaders|ministers|heads|persons)$/u;
const OF_ROUNDS = /^(?:rounds?|talks|meetings?|sessions?|summits?|cycles?)$/u;

/** Whether a number only says how many sides there are: "signed by all three", "the three countries". */
export function countsSides(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1]?.text ?? "", tokens[at + 1]?.text ?? ""];
  if (numberOf(tokens[at]?.text ?? "") === undefined) return false;
  if (SIDES.test(after)) return /^(?:the|all|these|those|of|same)$/u.test(before);
  if (PEOPLE.test(after)) return before === "same";
  if (before === "the" && after === "") return !/^\d/u.test(tokens[at]?.text ?? "");
  return before === "all" && !OF_ROUNDS.test(after) && !/^\d/u.test(tokens[at]?.text ?? "");
}
