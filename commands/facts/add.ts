import { defineCommand } from "#core/answer/command.ts";
import { authorOf } from "#core/desk/desk.ts";
import { call } from "#core/request/call.ts";
import { planAdd } from "#core/changes/add.ts";
import { CITING, CITING_NAMES } from "#core/changes/citing.ts";
import { flag, text } from "#core/request/options/index.ts";
import { changed, shownAdded } from "./changed.ts";
import { saidInOrder } from "#core/changes/said-in-order.ts";
import { sideAhead, slotFields, SLOT, unasked, statedOf, WHERE } from "#core/changes/stated.ts";

export const add = defineCommand({
  path: ["facts", "add"],
  about: "Add a fact with its source; it joins the fact that it agrees with, if there is one",
  tier: "moderator",
  options: {
    slot: SLOT,
    says: text("What it says, in order: the side if it has one, then the value", { words: "rest", max: 1000 }),
    ...WHERE,
    ...CITING,
    "keep-both": flag("Also if its outlet says otherwise"),
  },
  example: 'duration talks:{talks} stated:"5½ hours" source:{outlet} paragraph:1',
  form: {
    title: "Add a fact",
    first: "slot",
    asks: ["side", "talks", ...CITING_NAMES],
    beside: ["source"],
    ahead: sideAhead,
    fields: slotFields,
    skips: unasked,
  },
  standing: ["talks", "source"],
  spread: saidInOrder,
  async answer(values, { asker, desk, fields, raw }) {
    const outcome = await desk.change(authorOf(asker), (snapshot) =>
      planAdd(
        {
          ...statedOf(values, fields, snapshot.view, raw.values),
          asked: call(["facts", "add"], { ...raw.values, slot: values.slot }),
        },
        asker.tier,
        snapshot,
      ),
    );
    return changed(outcome, (added, now) => shownAdded(added, now));
  },
});
