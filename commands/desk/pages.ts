import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
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
    const { asker, desk, site, view } = context;
    const wanted = values.switch;
    const kept = pagesOf(await desk.snapshot());
    if (wanted === undefined) return told(kept !== undefined, site, view, false);
    if (wanted === "on" && site === undefined)
      return refused(refuse("state", tell(view, "pages.noSite"), tell(view, "pages.ask")));
    const made = newPages((length) => context.token(length));
    // Where the change fails, the place leads to a desk that does not know it, and shows nothing.
    if (wanted === "on") await desk.admit(placeName(made.place));
    const outcome = await desk.change(authorOf(asker), (snapshot) => {
      const on = wanted === "on";
      if ((pagesOf(snapshot) !== undefined) === on)
        return refusing(refuse("state", tell(view, `pages.already.${wanted}`), tell(view, "switch.other")));
      const after = on ? JSON.stringify(made) : null;
      return { kind: "append", changes: [{ subject: PAGES_SUBJECT, kind: "pages", after }], result: on };
    });
    return changed(outcome, (on) => told(on, site, view, true));
  },
});

function told(on: boolean, site: string | undefined, at: Told, undo: boolean): Answer {
  const host = site === undefined ? undefined : URL.parse(site)?.host;
  const state = !on
    ? tell(at, "pages.off")
    : host === undefined
      ? tell(at, "pages.on")
      : tell(at, "pages.onAt", { host });
  return answered(
    reply(state, [
      heading(tell(at, "pages.title")),
      paragraph(text(state)),
      paragraph(text(tell(at, on ? "pages.links" : "pages.wouldShow"))),
      ...(undo ? [buttons(undoIn(at))] : []),
    ]),
  );
}
