import { tell } from "#core/messages/tell.ts";
import { defineCommand, refused } from "#core/answer/command.ts";
import { CITING, CITING_NAMES } from "#core/changes/citing.ts";
import { sideAhead, slotFields, SLOT, unasked, WHERE, withOwnSlot } from "#core/changes/stated.ts";
import { flag, text } from "#core/request/options/index.ts";
import { changed } from "./changed.ts";
import { onward, reviewReply } from "./propose-reply.ts";
import { keptArticle, take, takenLine } from "./taking.ts";

export const acceptProposal = defineCommand({
  path: ["facts", "accept"],
  about: "Edit a proposed fact of an article in its form, or add one that was missed",
  tier: "contributor",
  listedAs: "propose",
  brief: true,
  options: {
    of: text("The article's token, with a dot and the proposal's number", { required: true, max: 60 }),
    slot: SLOT,
    ...WHERE,
    ...CITING,
    "keep-both": flag("Also if its outlet says otherwise"),
  },
  example: "",
  spread: withOwnSlot,
  form: {
    title: "Accept as edited",
    other: { title: "Add what was missed", is: ({ of }) => of?.includes(".") !== true },
    first: "slot",
    asks: ["side", "talks", ...CITING_NAMES],
    ahead: sideAhead,
    fields: slotFields,
    skips: unasked,
  },
  async answer({ of }, context) {
    const [token = "", number] = of.split(".");
    const found = await keptArticle(token, context);
    if (!found.ok) return refused(found.refusal);
    const batch = found.value;
    const at = number === undefined ? undefined : Number(number);
    const { of: _, ...values } = context.raw.values;
    return changed(await take(batch, at, values, context), (taken, snapshot) => {
      const done = takenLine(
        at === undefined ? tell(snapshot.view, "propose.whatMissed") : `${at}`,
        taken,
        snapshot.view,
      );
      const paragraph = Number(values["paragraph"]);
      return reviewReply(batch, at === undefined ? paragraph : onward(batch, paragraph, snapshot), snapshot, done);
    });
  },
});
