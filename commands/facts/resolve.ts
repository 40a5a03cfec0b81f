import { tell } from "#core/messages/tell.ts";
import { defineCommand } from "#core/answer/command.ts";
import { authorOf, refusing } from "#core/desk/desk.ts";
import { findToChange } from "#core/changes/fact-state.ts";
import { ABOUT_FACT, FACT_ID, REASON } from "./fact-options.ts";
import { changed, shown } from "./changed.ts";
import { planResolve } from "#core/changes/standing-changes.ts";
import { paragraph, text } from "#core/reply/reply.ts";
import { listedIn } from "#core/messages/lists.ts";

export const resolve = defineCommand({
  path: ["facts", "resolve"],
  about: "Settle a disagreement in favour of one fact; the others stay as reported",
  tier: "moderator",
  options: { id: FACT_ID, reason: REASON },
  example: '{fact} reason:"two outlets, one from officials"',
  form: { title: "Settle a disagreement", asks: ["reason"], ...ABOUT_FACT },
  async answer(values, { asker, desk }) {
    const outcome = await desk.change(authorOf(asker), (snapshot) => {
      const fact = findToChange(values.id, asker.tier, snapshot);
      return fact.ok ? planResolve(fact.value, values.reason, asker.tier, snapshot) : refusing(fact.refusal);
    });
    return changed(outcome, (rivals, now) =>
      shown(tell(now.view, "changed.Settled"), values.id, now, [
        paragraph(
          text(
            tell(now.view, "changed.setAside", {
              ids: listedIn(
                now.view,
                rivals.map((f) => f.id),
              ),
              reason: values.reason,
            }),
          ),
        ),
      ]),
    );
  },
});
