import { defineCommand } from "#core/command.ts";
import { authorOf } from "#core/desk.ts";
import { findToChange } from "#core/moderate/fact-state.ts";
import { FACT_ID } from "#core/moderate/options.ts";
import { changed, shown } from "#core/moderate/shown.ts";
import { planLock } from "#core/moderate/stand.ts";

export const lock = defineCommand({
  path: ["facts", "lock"],
  about: "Let only admins change a fact",
  tier: "admin",
  options: { id: FACT_ID },
  example: "apr-led-us",
  async answer(values, { asker, desk }) {
    const outcome = await desk.change(authorOf(asker), (snapshot) => {
      const fact = findToChange(values.id, asker.tier, snapshot);
      return fact.ok ? planLock(fact.value, true, snapshot) : { kind: "refuse", refusal: fact.refusal };
    });
    return changed(outcome, (fact, now) => shown("Locked", fact.id, now));
  },
});
