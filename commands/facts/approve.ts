import { defineCommand } from "#core/answer/command.ts";
import { authorOf } from "#core/desk/desk.ts";
import { CITING, CITING_NAMES } from "#core/changes/citing.ts";
import { changed, shownAdded } from "./changed.ts";
import { sideAhead, slotFields, SLOT, unasked, WHERE } from "#core/changes/stated.ts";
import { findWaiting, planApprove } from "#core/changes/suggestion.ts";
import { flag, text } from "#core/request/options/index.ts";
import { ok } from "#core/request/refusal.ts";

export const approve = defineCommand({
  path: ["facts", "approve"],
  about: "Edit a suggestion in its form, then approve it",
  tier: "moderator",
  options: {
    id: text("The suggestion's id, as the queue shows it", { words: true, required: true, max: 40 }),
    slot: SLOT,
    ...WHERE,
    ...CITING,
    "keep-both": flag("Also if its outlet says otherwise"),
  },
  example: "s12",
  form: {
    title: "Approve as edited",
    asks: ["side", "talks", ...CITING_NAMES],
    ahead: sideAhead,
    fields: slotFields,
    skips: unasked,
    present(values, at) {
      if (values["id"] === undefined) return ok({});
      const found = findWaiting(values["id"] ?? "", at);
      return found.ok ? ok(found.value.values) : found;
    },
  },
  async answer(values, { asker, desk, raw }) {
    const { id: _, ...edited } = raw.values;
    const outcome = await desk.change(authorOf(asker), (snapshot) =>
      planApprove(values.id, asker.tier, snapshot, edited),
    );
    return changed(outcome, (added, now) => shownAdded(added, now, true));
  },
});
