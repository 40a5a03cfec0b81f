import { defineCommand } from "#core/command.ts";
import { authorOf } from "#core/desk.ts";
import { findToChange } from "#core/moderate/fact-state.ts";
import { FACT_ID, REASON } from "#core/moderate/options.ts";
import { changed, shown } from "#core/moderate/shown.ts";
import { planRetract } from "#core/moderate/stand.ts";

export const retract = defineCommand({
  path: ["facts", "retract"],
  about: "Take a fact out of every answer, with the reason; its history stays",
  tier: "moderator",
  options: { id: FACT_ID, reason: REASON },
  example: 'apr-note-air reason:"the source withdrew it"',
  form: { title: "Retract a fact", asks: ["reason"] },
  async answer(values, { asker, desk }) {
    const outcome = await desk.change(authorOf(asker), (snapshot) => {
      const fact = findToChange(values.id, asker.tier, snapshot);
      return fact.ok ? planRetract(fact.value, values.reason, snapshot) : { kind: "refuse", refusal: fact.refusal };
    });
    return changed(outcome, (fact, now) => shown("Retracted", fact.id, now));
  },
});
