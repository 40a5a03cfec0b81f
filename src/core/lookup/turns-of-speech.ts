import list from "#core/lookup/words/turns.json" with { type: "json" };
import { lazy } from "#core/text/lazy.ts";
import { fold } from "#core/text/text.ts";
import { facet } from "./row.ts";
import { termOf } from "./stem.ts";
import type { Token } from "./token.ts";

interface Turn {
  readonly said: readonly string[];
  readonly meant: string;
}

// By their first words, the longest first.
const turns = lazy(() =>
  Map.groupBy(
    Object.entries(list.turns)
      .flatMap(([meant, all]) => all.split("|").map((said): Turn => ({ said: said.split(" "), meant })))
      .toSorted((a, b) => b.said.length - a.said.length),
    ({ said }) => said[0] ?? "",
  ),
);

/**
 * The same words, with one in the place of each turn of speech: “put pen to paper” is “sign”, since no fact has a pen
 * in it.
 */
export function withoutTurns(tokens: readonly Token[]): readonly Token[] {
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    const turn = turns()
      .get(token.text)
      ?.find(({ said }) => said.every((word, j) => tokens[i + j]?.text === word));
    if (turn === undefined || turn.said.length === tokens.length) {
      out.push(token);
      continue;
    }
    const typed = tokens.slice(i, i + turn.said.length).map((t) => t.typed);
    out.push({ ...token, text: turn.meant, typed: typed.join(" ") });
    i += turn.said.length - 1;
  }
  return out;
}

/** The term of what a turn of speech means, in a text that has the turn: `release` of “let out”. */
export function turnTerm(word: string): string {
  return facet("turn", termOf(word));
}

/** The terms of the turns of speech that a text has. */
export function turnsIn(text: string): readonly string[] {
  const words = fold(text).split(" ");
  return words.flatMap((word, i) => {
    const turn = turns()
      .get(word)
      ?.find(({ said }) => said.length > 1 && said.every((part, j) => words[i + j] === part));
    return turn === undefined ? [] : [turnTerm(turn.meant)];
  });
}
