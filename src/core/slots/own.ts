import { named, text } from "#core/request/options/index.ts";
import { clauseKey } from "#core/values/clause.ts";
import { defineSlot } from "./slot.ts";

/** What a desk holds in the slots that it defined itself: which of them, and one text. */
export const own = defineSlot({
  name: "own",
  holds: "many",
  sided: "optional",
  compared: true,
  timed: false,
  fields: {
    kind: named("Which slot of the desk's own", "slots", { required: true }),
    words: text("What the source says, in its words", { required: true }),
  },
  variants: ["words"],
  // People ask with the names that the desk gave.
  ask: [],
  near: { field: "words", same: ["kind"] },
  key: (f) => JSON.stringify([f.kind, clauseKey(f.words)]),
  subject: (f) => f.kind,
  relate: (a, b, names) => (a.kind === b.kind && names.slots.get(a.kind)?.holds === "one" ? "differs" : "apart"),
  brief: (f) => f.words,
  sentence: (f, say) => `${say.slot(f.kind)}: ${f.words}.`,
});
