import { call, undoIn } from "#core/request/call.ts";
import { answered, defineCommand, refused, type Answer, type Context } from "#core/answer/command.ts";
import { authorOf, type Snapshot } from "#core/desk/desk.ts";
import { besideWords } from "#core/changes/beside-words.ts";
import { besideStated } from "#core/changes/proposal-standing.ts";
import { suggestionWords } from "#core/changes/suggestion-words.ts";
import { deciding, findWaiting, planApprove, planDecline, waiting, type Waiting } from "#core/changes/suggestion.ts";
import { changed, shownAdded } from "./changed.ts";
import { oneOf, text } from "#core/request/options/index.ts";
import { ok, refuse } from "#core/request/refusal.ts";
import {
  buttons,
  code,
  heading,
  instant,
  list,
  paragraph,
  reply,
  strong,
  text as words,
  type Block,
} from "#core/reply/reply.ts";
import { tell } from "#core/messages/tell.ts";

export const review = defineCommand({
  path: ["facts", "review"],
  about: "The queue of suggestions: approve, edit or decline each",
  tier: "moderator",
  options: {
    action: oneOf("What to do with one", ["approve", "decline"], { words: true }),
    id: text("The suggestion's id", { words: true, max: 40 }),
    reason: text("Why it is declined; Talks tells the suggester", { words: true, max: 300 }),
  },
  example: 'decline s12 reason:"the source does not say so"',
  form: {
    title: "Decline a suggestion",
    asks: ["reason"],
    present(values, at) {
      if (values["action"] !== "decline" || values["id"] === undefined) return ok({});
      const found = findWaiting(values["id"], at);
      return found.ok ? ok({ reason: "" }) : found;
    },
  },
  async answer(values, context) {
    const { action, id } = values;
    const { view } = context;
    if (action === undefined) return queue(await context.desk.snapshot());
    if (id === undefined)
      return refused(
        refuse("usage", tell(view, "review.which"), tell(view, "review.type", { line: `/facts review ${action} s12` })),
      );
    if (action === "approve") return approve(id, context);
    const { reason } = values;
    if (reason === undefined) {
      const asked = refuse("usage", tell(view, "review.reason"), tell(view, "review.why"));
      return refused({ ...asked, field: "reason" });
    }
    const outcome = await context.desk.change(authorOf(context.asker), (snapshot) => planDecline(id, reason, snapshot));
    return changed(outcome, ({ by }) =>
      answered(
        reply(tell(view, "review.declined", { id }), [
          heading(tell(view, "suggested.declined")),
          paragraph(words(tell(view, "review.told", { name: by, reason }))),
          buttons({ label: tell(view, "button.queue"), call: call(["facts", "review"]) }, undoIn(view)),
        ]),
      ),
    );
  },
});

async function approve(id: string, { asker, desk }: Context): Promise<Answer> {
  const outcome = await desk.change(authorOf(asker), (snapshot) => planApprove(id, asker.tier, snapshot));
  return changed(outcome, (added, now) => shownAdded(added, now, true));
}

function queue(snapshot: Snapshot): Answer {
  const all = waiting(snapshot);
  const { view } = snapshot;
  const none = tell(view, "review.none");
  if (all.length === 0) return answered(reply(none, [heading(tell(view, "review.title")), paragraph(words(none))]));
  return answered(
    reply(tell(view, "review.waiting", { n: all.length }), [
      heading(tell(view, "review.count", { n: all.length })),
      ...all.slice(0, 10).flatMap((one) => item(one, snapshot)),
      ...(all.length > 10 ? [paragraph(words(tell(view, "review.more", { n: all.length - 10 })))] : []),
    ]),
  );
}

function item(one: Waiting, snapshot: Snapshot): readonly Block[] {
  const { id, values, revision } = one;
  return [
    paragraph(
      code(id),
      words(" "),
      instant(revision.at),
      words(tell(snapshot.view, "review.by")),
      strong(revision.by.name),
      words(` (${revision.by.platform})`),
    ),
    list([words(suggestionWords(one, snapshot))], besideWords(besideStated(values, snapshot), snapshot.view)),
    buttons(...deciding(id, snapshot.view)),
  ];
}
