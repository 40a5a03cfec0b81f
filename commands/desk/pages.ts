import { answered, defineCommand, refused, type Answer } from "#core/answer/command.ts";
import { authorOf, refusing } from "#core/desk/desk.ts";
import { newPages, pagesOf, placeName } from "#core/desk/fact-pages.ts";
import { PAGES_SUBJECT } from "#core/desk/subject.ts";
import { undoIn } from "#core/request/call.ts";
import { oneOf } from "#core/request/options/index.ts";
import { refuse } from "#core/request/refusal.ts";
import { buttons, heading, paragraph, reply, text } from "#core/reply/reply.ts";
import { changed } from "#commands/facts/changed.ts";

export const pages = defineCommand({
  path: ["desk", "pages"],
  about: "Allow a public page for each fact, for those who have its link, or take them all down",
  tier: "admin",
  options: { switch: oneOf("Whether facts have public pages", ["off", "on"], { words: true }) },
  example: "on",
  async answer(values, context) {
    const { asker, desk, site } = context;
    const wanted = values.switch;
    const kept = pagesOf(await desk.snapshot());
    if (wanted === undefined) return told(kept !== undefined, site, false);
    if (wanted === "on" && site === undefined)
      return refused(
        refuse(
          "state",
          "This Talks has no public address, so that nobody could open a page.",
          "Ask the person who runs Talks to set TALKS_PUBLIC_URL.",
        ),
      );
    const made = newPages((length) => context.token(length));
    // Where the change fails, the place leads to a desk that does not know it, and shows nothing.
    if (wanted === "on") await desk.admit(placeName(made.place));
    const outcome = await desk.change(authorOf(asker), (snapshot) => {
      const on = wanted === "on";
      if ((pagesOf(snapshot) !== undefined) === on)
        return refusing(refuse("state", `Pages are ${wanted} already.`, "Leave it, or switch it the other way."));
      const after = on ? JSON.stringify(made) : null;
      return { kind: "append", changes: [{ subject: PAGES_SUBJECT, kind: "pages", after }], result: on };
    });
    return changed(outcome, (on) => told(on, site, true));
  },
});

function told(on: boolean, site: string | undefined, undo: boolean): Answer {
  const host = site === undefined ? undefined : URL.parse(site)?.host;
  const state = on
    ? `Each fact has a page${host === undefined ? "" : ` at ${host}`}. Anyone who has a page's link can read that fact, its sources and its history.`
    : "No fact has a public page.";
  const more = on
    ? "Answers show the links. A link leads to its one fact; nothing else of the desk can be found by it. Switched off, all of them end."
    : "Switched on, answers show a link to each fact's page.";
  return answered(
    reply(state, [
      heading("Pages of facts"),
      paragraph(text(state)),
      paragraph(text(more)),
      ...(undo ? [buttons(undoIn({}))] : []),
    ]),
  );
}
