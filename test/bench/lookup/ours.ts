import { completeRows } from "#core/lookup/complete-rows.ts";
import { RowIndex } from "#core/lookup/row-index.ts";
import { decided, search } from "#core/lookup/search.ts";
import { LIMIT, type Engine } from "./engine.ts";
import { asked } from "./talks.ts";

export const ours: Engine = {
  name: "talks",
  build(rows) {
    const index = new RowIndex();
    for (const row of rows) index.put(row);
    const layers = { indexes: [index] };
    return {
      ask(question) {
        const found = search(question, layers, LIMIT);
        return { ids: found.hits.map((h) => h.row.id), score: found.confidence, decision: decided(found) };
      },
      complete: (typed) => completeRows(typed, layers, LIMIT).map((row) => row.id),
    };
  },
};

/** What `ask` answers on the shipped facts, slots and names and all: for the questions on the talks. */
export const asking: Engine = {
  name: "talks ask",
  build: () => ({
    ask(question) {
      const { kind, facts } = asked(question);
      return { ids: facts, score: undefined, decision: kind };
    },
  }),
};
