import { answered, defineCommand } from "#core/answer/command.ts";
import { authorOf, refusing, type Snapshot } from "#core/desk/desk.ts";
import { sampleIsOff } from "#core/desk/sample.ts";
import { LIBRARY_SUBJECT } from "#core/desk/subject.ts";
import { undoIn } from "#core/request/call.ts";
import { oneOf } from "#core/request/options/index.ts";
import { refuse } from "#core/request/refusal.ts";
import { buttons, heading, paragraph, reply, text } from "#core/reply/reply.ts";
import { count } from "#core/text/text.ts";
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
    const outcome = await desk.change(authorOf(asker), ({ own }) => {
      const off = wanted === "off";
      if (sampleIsOff(own) === off)
        return refusing(refuse("state", `The sample is ${wanted} already.`, "Leave it, or switch it the other way."));
      const after = off ? JSON.stringify({ off: true }) : null;
      return { kind: "append", changes: [{ subject: LIBRARY_SUBJECT, kind: "library", after }], result: off };
    });
    return changed(outcome, (off, now) => told(off, now.view, true, off ? undefined : now));
  },
});

function none(view: View) {
  const state = "This Talks comes without a sample: only what was added here is answered from.";
  return answered(reply(state, [heading("Library"), paragraph(text(`${state} ${holding(view)}`))]));
}

function holding({ facts, talks }: View): string {
  return `The desk holds ${count(facts.length, "fact")} on ${count(talks.all.length, "round")} of talks.`;
}

/** `now`: what the sample now lies beneath, where some of it may be held twice. */
function told(off: boolean, view: View, undo: boolean, now?: Snapshot) {
  const twins = now === undefined ? { blocks: [], buttons: [] } : twinsTold(now);
  const state = off
    ? "The shipped sample is off: only what was added here is answered from."
    : "The shipped sample is on: it lies beneath what was added here.";
  return answered(
    reply(state, [
      heading("Library"),
      paragraph(text(`${state} ${holding(view)}`)),
      ...twins.blocks,
      ...(undo ? [buttons(undoIn({}), ...twins.buttons)] : []),
    ]),
  );
}
