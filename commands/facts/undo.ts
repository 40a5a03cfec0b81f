import { tell } from "#core/messages/tell.ts";
import { call } from "#core/request/call.ts";
import { answered, defineCommand } from "#core/answer/command.ts";
import { authorOf } from "#core/desk/desk.ts";
import { subjectParts } from "#core/desk/subject.ts";
import { changed } from "./changed.ts";
import { trailLine } from "#core/changes/history.ts";
import { planUndo } from "#core/changes/undo.ts";
import { whole } from "#core/request/options/index.ts";
import { factBlocks, quoted } from "#core/reply/fact-blocks.ts";
import { buttons, heading, list, reply } from "#core/reply/reply.ts";

export const undo = defineCommand({
  path: ["facts", "undo"],
  about: "Take back your own last change; an admin can take back any, by its number",
  tier: "moderator",
  options: { id: whole("The revision's number, as history and audit show it", 1, 999_999_999, { words: true }) },
  example: "12",
  async answer(values, { asker, desk }) {
    const outcome = await desk.changeWhole(authorOf(asker), (snapshot) =>
      planUndo(values.id, authorOf(asker), asker.tier, snapshot),
    );
    return changed(outcome, (taken, now) => {
      const ids = new Set(
        taken.map((r) => subjectParts(r.subject)).flatMap(({ kind, id }) => (kind === "fact" ? [id] : [])),
      );
      const facts = now.view.facts.filter((f) => ids.has(f.id));
      return answered(
        reply(
          taken.length === 1
            ? tell(now.view, "undo.one", { number: String(taken[0]?.number) })
            : tell(now.view, "undo.many", { n: taken.length }),
          [
            heading(tell(now.view, "undo.title")),
            list(...taken.slice(0, 20).map((r) => trailLine(r, now))),
            ...facts.slice(0, 10).flatMap((f) => factBlocks(f, now.view)),
            buttons({ label: tell(now.view, "button.audit"), call: call(["facts", "audit"]) }),
          ],
          facts.map((f) => quoted(f, now.view)),
        ),
      );
    });
  },
});
