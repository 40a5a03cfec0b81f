import { answered, defineCommand, refused, type Answer } from "#core/answer/command.ts";
import { authorOf } from "#core/desk/desk.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { heading, paragraph, reply, text } from "#core/reply/reply.ts";
import { count } from "#core/text/text.ts";

export const unlink = defineCommand({
  path: ["desk", "unlink"],
  about: "Part this desk from those it is linked with; each keeps all facts",
  tier: "admin",
  options: {},
  example: "",
  async answer(_, { asker, desk }): Promise<Answer> {
    if ((await desk.keys()).length < 2) return refused(ALONE);
    const { platform } = asker;
    // It is written before the two part, so that both histories say it.
    const after = JSON.stringify({ platform, id: platform });
    const outcome = await desk.change(authorOf(asker), () => ({
      kind: "append",
      changes: [{ subject: `link/${platform}`, kind: "unlink", after }],
      result: undefined,
    }));
    if (outcome.kind === "refused") return refused(outcome.refusal);
    if (!(await desk.part())) return refused(ALONE);
    const facts = count(outcome.now.view.facts.length, "fact");
    return answered(
      reply("Unlinked: this side has a desk of its own again.", [
        heading("Unlinked"),
        paragraph(text(`This side has a desk of its own again. It keeps all ${facts} and the whole history.`)),
        paragraph(text("The other side keeps them too. From now on, what one side changes stays on that side.")),
      ]),
    );
  },
});

const ALONE: Refusal = refuse(
  "state",
  "This desk is linked with no other one. Nothing was changed.",
  "To link two desks, type on one of them: /facts link",
);
