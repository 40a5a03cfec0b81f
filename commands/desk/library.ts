import { tell } from "#core/messages/tell.ts";
import { answered, defineCommand } from "#core/answer/command.ts";
import { authorOf, refusing, type Snapshot } from "#core/desk/desk.ts";
import { sampleIsOff } from "#core/desk/sample.ts";
import { LIBRARY_SUBJECT } from "#core/desk/subject.ts";
import { undoIn } from "#core/request/call.ts";
import { oneOf } from "#core/request/options/index.ts";
import { refuse } from "#core/request/refusal.ts";
import { buttons, heading, paragraph, reply, text } from "#core/reply/reply.ts";

import type { View } from "#core/facts/view.ts";
import { changed } from "#commands/facts/changed.ts";
import { twinsTold } from "./twin-buttons.ts";

export const library = defineCommand({
  path: ["desk", "library"],
  about: "Switch the shipped sample off or on, for this desk",
  tier: "admin",
  options: { switch: oneOf("Whether this desk has the sample", ["off", "on"], { words: true }) },
  example: "off",
  async answer(values, { asker, desk }) {
    const wanted = values.switch;
    if (wanted === undefined) {
      const { own, view, beneath, library } = await desk.snapshot();
      if (!sampleIsOff(own) && beneath.facts.length === 0 && library.revisions.length === 0) return none(view);
      return told(sampleIsOff(own), view, false);
    }
    const outcome = await desk.change(authorOf(asker), ({ own, view }) => {
      const off = wanted === "off";
      if (sampleIsOff(own) === off)
        return refusing(refuse("state", tell(view, `library.already.${wanted}`), tell(view, "switch.other")));
      const after = off ? JSON.stringify({ off: true }) : null;
      return { kind: "append", changes: [{ subject: LIBRARY_SUBJECT, kind: "library", after }], result: off };
    });
    return changed(outcome, (off, now) => told(off, now.view, true, off ? undefined : now));
  },
});

function none(view: View) {
  const state = tell(view, "library.none");
  return answered(reply(state, [heading(tell(view, "library.title")), paragraph(text(`${state} ${holding(view)}`))]));
}

function holding(view: View): string {
  return tell(view, "library.holds", { n: view.facts.length, rounds: view.talks.all.length });
}

/** `now`: what the sample now lies beneath, where some of it may be held twice. */
function told(off: boolean, view: View, undo: boolean, now?: Snapshot) {
  const twins = now === undefined ? { blocks: [], buttons: [] } : twinsTold(now);
  const state = tell(view, off ? "library.off" : "library.on");
  return answered(
    reply(state, [
      heading(tell(view, "library.title")),
      paragraph(text(`${state} ${holding(view)}`)),
      ...twins.blocks,
      ...(undo ? [buttons(undoIn(view), ...twins.buttons)] : []),
    ]),
  );
}
