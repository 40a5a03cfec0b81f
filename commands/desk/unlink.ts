import { tell } from "#core/messages/tell.ts";
import { answered, defineCommand, refused, type Answer } from "#core/answer/command.ts";
import { authorOf } from "#core/desk/desk.ts";
import { pagesOf } from "#core/desk/fact-pages.ts";
import { PAGES_SUBJECT } from "#core/desk/subject.ts";
import type { Change } from "#core/desk/store.ts";
import { refuse } from "#core/request/refusal.ts";
import { code, heading, paragraph, reply, text } from "#core/reply/reply.ts";

export const unlink = defineCommand({
  path: ["desk", "unlink"],
  about: "Part this desk from those it is linked with; each keeps all facts",
  tier: "admin",
  options: {},
  example: "",
  async answer(_, { asker, desk, view }): Promise<Answer> {
    const { platform } = asker;
    const after = JSON.stringify({ platform, id: platform });
    // Addresses of pages lead to one of the two sides: the other one would link what is no longer its own.
    const hadPages = pagesOf(await desk.snapshot()) !== undefined;
    const ended: readonly Change[] = hadPages ? [{ subject: PAGES_SUBJECT, kind: "pages", after: null }] : [];
    const parted = await desk.part(authorOf(asker), [{ subject: `link/${platform}`, kind: "unlink", after }, ...ended]);
    if (!parted) return refused(refuse("state", tell(view, "unlink.alone"), tell(view, "unlink.how")));
    const n = (await desk.view()).facts.length;
    return answered(
      reply(tell(view, "unlink.done"), [
        heading(tell(view, "unlink.title")),
        paragraph(text(tell(view, "unlink.keeps", { n }))),
        paragraph(text(tell(view, "unlink.other"))),
        ...(hadPages ? [paragraph(text(tell(view, "unlink.pages")), PAGES_ON)] : []),
      ]),
    );
  },
});

const PAGES_ON = code("/desk pages on");
