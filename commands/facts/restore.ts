import { defineCommand } from "#core/command.ts";
import { authorOf } from "#core/desk.ts";
import { findToChange } from "#core/moderate/fact-state.ts";
import { FACT_ID } from "#core/moderate/options.ts";
import { changed, shown } from "#core/moderate/shown.ts";
import { planRestore } from "#core/moderate/stand.ts";
import { text } from "#core/options/index.ts";

export const restore = defineCommand({
  path: ["facts", "restore"],
  about: "Bring a retracted fact back into answers",
  tier: "moderator",
  options: { id: FACT_ID, why: text("Why, for the history", { words: true, max: 300 }) },
  example: "apr-note-air",
  async answer(values, { asker, desk }) {
    const outcome = await desk.change(authorOf(asker), (snapshot) => {
      const fact = findToChange(values.id, asker.tier, snapshot);
      return fact.ok ? planRestore(fact.value, values.why, snapshot) : { kind: "refuse", refusal: fact.refusal };
    });
    return changed(outcome, (fact, now) => shown("Restored", fact.id, now));
  },
});
