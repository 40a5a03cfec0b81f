import { defineCommand, refused } from "#core/answer/command.ts";
import { planTake } from "#core/changes/accept-proposal.ts";
import { altered, proposalAt, readBatch } from "#core/changes/article-batch.ts";
import { CITING, CITING_NAMES } from "#core/changes/citing.ts";
import { slotFields, SLOT, WHERE, withOwnSlot } from "#core/changes/stated.ts";
import { authorOf } from "#core/desk/desk.ts";
import { flag, text } from "#core/request/options/index.ts";
import { refuse } from "#core/request/refusal.ts";
import { changed } from "./changed.ts";
import { reviewReply } from "./propose-reply.ts";

export const acceptProposal = defineCommand({
  path: ["facts", "accept"],
  about: "Edit a proposed fact of an article in its form, or add one that was missed",
  tier: "contributor",
  listedAs: "propose",
  options: {
    of: text("The article's token, with a dot and the proposal's number", { required: true, max: 60 }),
    slot: SLOT,
    ...WHERE,
    ...CITING,
    "keep-both": flag("Add it although the same outlet already says something else"),
  },
  example: "",
  spread: withOwnSlot,
  form: { title: "Accept as edited", first: "slot", asks: ["side", "talks", ...CITING_NAMES], fields: slotFields },
  async answer({ of }, { desk, asker, now, raw, digests }) {
    const [token = "", number] = of.split(".");
    const found = readBatch(token, await desk.stash.get(token));
    if (!found.ok) return refused(found.refusal);
    const batch = found.value;
    const at = number === undefined ? undefined : Number(number);
    const proposal = at === undefined ? undefined : proposalAt(batch, at);
    const wrong = proposal === undefined ? undefined : await altered(batch, proposal);
    if (wrong !== undefined) return refused(refuse("conflict", wrong, "Propose the article again."));
    const { of: _, ...values } = raw.values;
    const by = { author: authorOf(asker), tier: asker.tier, now, workspace: digests?.reaches };
    const outcome = await desk.change(by.author, (snapshot) => planTake(batch, at, values, by, snapshot));
    return changed(outcome, (taken, snapshot) => {
      const what = at === undefined ? "what was missed" : `${at}`;
      const done =
        taken.kind === "suggested"
          ? `Suggested ${what} as ${taken.id}.`
          : `Accepted ${what}${taken.added.how === "joined" ? `: one more source of ${taken.added.id}` : ` as ${taken.added.id}`}.`;
      const paragraph = Number(values["paragraph"]);
      const waits = batch.proposals.some((p, i) => p.paragraph === paragraph && i + 1 !== at);
      return reviewReply(batch, waits || at === undefined ? paragraph : undefined, snapshot, done);
    });
  },
});
