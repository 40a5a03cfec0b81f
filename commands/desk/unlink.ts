import { answered, defineCommand, refused, type Answer } from "#core/answer/command.ts";
import { authorOf } from "#core/desk/desk.ts";
import { pagesOf } from "#core/desk/fact-pages.ts";
import { PAGES_SUBJECT } from "#core/desk/subject.ts";
import type { Change } from "#core/desk/store.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { code, heading, paragraph, reply, text } from "#core/reply/reply.ts";
import { count } from "#core/text/text.ts";

export const unlink = defineCommand({
  path: ["desk", "unlink"],
  about: "Part this desk from those it is linked with; each keeps all facts",
  tier: "admin",
  options: {},
  example: "",
  async answer(_, { asker, desk }): Promise<Answer> {
    const { platform } = asker;
    const after = JSON.stringify({ platform, id: platform });
    // Addresses of pages lead to one of the two sides: the other one would link what is no longer its own.
    const hadPages = pagesOf(await desk.snapshot()) !== undefined;
    const ended: readonly Change[] = hadPages ? [{ subject: PAGES_SUBJECT, kind: "pages", after: null }] : [];
    const parted = await desk.part(authorOf(asker), [{ subject: `link/${platform}`, kind: "unlink", after }, ...ended]);
    if (!parted) return refused(ALONE);
    const facts = count((await desk.view()).facts.length, "fact");
    return answered(
      reply("Unlinked: this side has a desk of its own again.", [
        heading("Unlinked"),
        paragraph(text(`This side has a desk of its own again. It keeps all ${facts} and the whole history.`)),
        paragraph(text("The other side keeps them too. From now on, what one side changes stays on that side.")),
        ...(hadPages
          ? [paragraph(text("Facts have no public pages any more, on either side. To allow them again: "), PAGES_ON)]
          : []),
      ]),
    );
  },
});

const PAGES_ON = code("/desk pages on");

const ALONE: Refusal = refuse(
  "state",
  "This desk is linked with no other one. Nothing was changed.",
  "To link two desks, type on one of them: /facts link",
);
