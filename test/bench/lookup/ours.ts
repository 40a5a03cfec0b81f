import { completeRows } from "#core/lookup/complete-rows.ts";
import { decide } from "#core/lookup/decide.ts";
import { layersOf } from "#core/lookup/desk-index.ts";
import type { View } from "#core/facts/view.ts";
import { shipped } from "#test/desk.ts";
import { LIMIT, type Built, type Engine } from "./engine.ts";
import { notedView } from "./noted.ts";

/** What `ask` answers from, as notes of one round: they have no slots, no names and no talks to be found by. */
export const ours: Engine = { name: "talks", build: (rows) => over(notedView(rows)) };

/** The same on the shipped facts, slots and names and all: for the questions on the talks. */
export const asking: Engine = { name: "talks", build: () => over(shipped) };

function over(view: View): Built {
  const layers = layersOf(view);
  return {
    ask(question) {
      const decision = decide(question, view);
      const ids = decision.kind === "none" ? [] : decision.facts.slice(0, LIMIT).map((f) => f.id);
      return { ids, score: undefined, decision: decision.kind };
    },
    complete: (typed) => completeRows(typed, layers, LIMIT).map((row) => row.id),
  };
}
