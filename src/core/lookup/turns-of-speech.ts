import type { Token } from "./token.ts";

/** Turns of speech of several words that stand for one: nobody's fact has a pen in it. */
const TURNS = (
  "put pen to paper:sign|pen to paper:sign|put ink to paper:sign|shake hands on:agree|shook hands on:agree|put on ice:suspend|on ice:suspended|" +
  "get together:meet|got together:met|come face to face:meet|sit down together:meet|sat down together:met|" +
  "how come:why|what for:why|run out:expire|runs out:expire|ran out:expired|walk away with:agree|walked away with:agreed|" +
  "call it off:cancel|called off:cancelled|step down:resign|stepped down:resigned|back out:withdraw|backed out:withdrew"
)
  .split("|")
  .map((turn) => turn.split(":"))
  .map(([said = "", meant = ""]) => ({ said: said.split(" "), meant }))
  .toSorted((a, b) => b.said.length - a.said.length);

/** The same words, with one in the place of each such turn: "put pen to paper" is "sign". */
export function withoutTurns(tokens: readonly Token[]): readonly Token[] {
  const out: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const turn = TURNS.find(({ said }) => said.every((word, j) => tokens[i + j]?.text === word));
    const token = tokens[i];
    if (token === undefined) break;
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
