import { tell } from "#core/messages/tell.ts";
import { defineCommand, refused, type Answer, type Context } from "#core/answer/command.ts";
import { planJoinAll, planReject, type By } from "#core/changes/accept-proposal.ts";
import { proposalAt, valuesOf, type Kept } from "#core/changes/article-batch.ts";
import type { Proposer } from "#core/propose/proposer.ts";
import { flag, oneOf, text, whole } from "#core/request/options/index.ts";
import { mayActAs } from "#core/request/asker.ts";
import { call, LABEL_MAX } from "#core/request/call.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { shorten } from "#core/text/text.ts";
import { changed } from "./changed.ts";
import { articleAt, takeBack, withWayBack } from "./kept-article.ts";
import { PLACE } from "./propose-place.ts";
import { onward, openIn, reviewReply, summaryReply } from "./propose-reply.ts";
import { alteredIn, byOf, take, takenLine } from "./taking.ts";

/** What is done with an article that was proposed: its buttons carry these calls. */
export const proposals = (proposer: Proposer) =>
  defineCommand({
    path: ["facts", "proposals"],
    about: "Go on with an article that was proposed: look, accept, reject, take back",
    tier: "contributor",
    listedAs: "propose",
    brief: true,
    options: {
      batch: text("The article's token", { required: true, words: true, max: 40 }),
      source: PLACE.source,
      talks: PLACE.talks,
      title: PLACE.title,
      paragraph: whole("Which paragraph to look at", 1, 100_000),
      accept: text("The number of a proposal, or joins", { max: 20 }),
      reject: whole("The number of a proposal", 1, 100_000),
      show: oneOf("What to show of it", ["summary"]),
      undo: flag("Take back all that was taken of the article"),
    },
    example: "",
    async answer(values, context) {
      const { desk } = context;
      if (values.undo === true) return takeBack(values.batch, context);
      const named = await articleAt(values.batch, values, context, proposer);
      if (!named.ok) return refused(await withWayBack(named.refusal, values.batch, context));
      if ("answer" in named.value) return named.value.answer;
      const batch = named.value;
      const by = byOf(context);
      const { paragraph, reject } = values;
      if (reject !== undefined) {
        const outcome = await desk.change(by.author, (at) => planReject(batch, reject, at));
        return changed(outcome, (_, at) =>
          reviewReply(batch, stay(batch, reject, at), at, tell(at.view, "propose.rejected", { n: reject })),
        );
      }
      if (values.accept === "joins") return acceptJoins(batch, paragraph, by, context);
      if (values.accept !== undefined) return accept(batch, values.accept, context);
      const snapshot = await desk.snapshot();
      return values.show === "summary" ? summaryReply(batch, snapshot) : reviewReply(batch, paragraph, snapshot);
    },
  });

async function acceptJoins(batch: Kept, paragraph: number | undefined, by: By, { desk }: Context): Promise<Answer> {
  const snapshot = await desk.snapshot();
  const all = openIn(batch, snapshot).filter(
    (o) => o.beside.is === "joins" && (paragraph === undefined || o.proposal.paragraph === paragraph),
  );
  const numbers = all.map((o) => o.at);
  const wrong = await alteredIn(batch, numbers, snapshot.view);
  if (wrong !== undefined) return refused(wrong);
  const outcome = await desk.change(by.author, (at) => planJoinAll(batch, numbers, by, at));
  return changed(outcome, (ids, at) => {
    const did = mayActAs(by.tier, "moderator") ? "propose.acceptedJoins" : "propose.suggestedJoins";
    const said = tell(at.view, did, { n: ids.length });
    return reviewReply(batch, onward(batch, paragraph, at), at, said);
  });
}

/** The paragraph of a proposal, or the next one where something waits. */
function stay(batch: Kept, at: number, snapshot: Parameters<typeof openIn>[1]): number | undefined {
  return onward(batch, proposalAt(batch, at)?.paragraph, snapshot);
}

async function accept(batch: Kept, typed: string, context: Context): Promise<Answer> {
  const at = Number(typed);
  if (proposalAt(batch, at) === undefined)
    return refused(
      refuse(
        "usage",
        tell(context.view, "propose.none", { typed: shorten(typed, 20) }),
        tell(context.view, "propose.type"),
      ),
    );
  const outcome = await take(batch, at, undefined, context);
  if (outcome.kind === "refused") return refused(toEdit(outcome.refusal, batch, at, await context.desk.snapshot()));
  return reviewReply(
    batch,
    stay(batch, at, outcome.now),
    outcome.now,
    takenLine(`${at}`, outcome.result, outcome.now.view),
  );
}

/** What has to be answered first, each answer a button that accepts with it; or the form, with what stands there. */
function toEdit(refusal: Refusal, batch: Kept, at: number, snapshot: Parameters<typeof valuesOf>[2]): Refusal {
  const proposal = proposalAt(batch, at);
  const { field, offers = [], buttons, ...rest } = refusal;
  if (proposal === undefined || refusal.hint === tell(snapshot.view, "proposal.again")) return refusal;
  const values = { of: `${batch.token}.${at}`, ...valuesOf(batch, proposal, snapshot) };
  const answers =
    field === undefined
      ? []
      : offers.slice(0, 3).map(({ label, value }) => ({
          label: shorten(label, LABEL_MAX),
          call: call(["facts", "accept"], { ...values, [field]: value }),
        }));
  const edit = {
    label: tell(snapshot.view, "propose.edit", { n: at }),
    call: { ...call(["facts", "accept"], values), reopen: true as const },
  };
  const back = {
    label: tell(snapshot.view, "propose.toArticle"),
    call: call(["facts", "proposals"], { batch: batch.token, paragraph: `${proposal.paragraph}` }),
  };
  const carrying = refusal.carries === true ? buttons : [];
  return { ...rest, buttons: [...carrying, ...answers, edit, back] };
}
