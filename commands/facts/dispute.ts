import { tell } from "#core/messages/tell.ts";
import { defineCommand } from "#core/answer/command.ts";
import { authorOf, refusing } from "#core/desk/desk.ts";
import { findToChange } from "#core/changes/fact-state.ts";
import { ABOUT_FACT, FACT_ID, REASON } from "./fact-options.ts";
import { changed, shown } from "./changed.ts";
import { planDispute } from "#core/changes/standing-changes.ts";

export const dispute = defineCommand({
  path: ["facts", "dispute"],
  about: "Mark two facts as disputed by each other",
  tier: "moderator",
  options: { id: FACT_ID, with: { ...FACT_ID, about: "The other fact's id" }, reason: REASON },
  example: '{fact} with:{other} reason:"the weekday is doubted"',
  form: { title: "Dispute", asks: ["with", "reason"], ...ABOUT_FACT },
  async answer(values, { asker, desk }) {
    const outcome = await desk.change(authorOf(asker), (snapshot) => {
      const fact = findToChange(values.id, asker.tier, snapshot);
      const other = findToChange(values.with, asker.tier, snapshot);
      if (!fact.ok) return refusing(fact.refusal);
      if (!other.ok) return refusing({ ...other.refusal, field: "with" });
      return planDispute(fact.value, other.value, values.reason, snapshot);
    });
    return changed(outcome, ([fact], now) => shown(tell(now.view, "changed.Disputed"), fact?.id ?? values.id, now));
  },
});
