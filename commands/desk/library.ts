import { answered, defineCommand } from "#core/answer/command.ts";
import { authorOf, refusing } from "#core/desk/desk.ts";
import { sampleIsOff } from "#core/desk/sample.ts";
import { LIBRARY_SUBJECT } from "#core/desk/subject.ts";
import { UNDO } from "#core/request/call.ts";
import { oneOf } from "#core/request/options/index.ts";
import { refuse } from "#core/request/refusal.ts";
import { buttons, heading, paragraph, reply, text } from "#core/reply/reply.ts";
import { count } from "#core/text/text.ts";
import type { View } from "#core/facts/view.ts";
import { changed } from "#commands/facts/changed.ts";

export const library = defineCommand({
  path: ["desk", "library"],
  about: "Switch the shipped sample off or on, for this desk",
  tier: "admin",
  options: { switch: oneOf("Whether this desk has the sample", ["off", "on"], { words: true }) },
  example: "off",
  async answer(values, { asker, desk }) {
    const wanted = values.switch;
    if (wanted === undefined) {
      const { own, view } = await desk.snapshot();
      return told(sampleIsOff(own), view, false);
    }
    const outcome = await desk.change(authorOf(asker), ({ own }) => {
      const off = wanted === "off";
      if (sampleIsOff(own) === off)
        return refusing(refuse("state", `The sample is ${wanted} already.`, "Leave it, or switch it the other way."));
      const after = off ? JSON.stringify({ off: true }) : null;
      return { kind: "append", changes: [{ subject: LIBRARY_SUBJECT, kind: "library", after }], result: off };
    });
    return changed(outcome, (off, { view }) => told(off, view, true));
  },
});

function told(off: boolean, { facts, talks }: View, undo: boolean) {
  const state = off
    ? "The shipped sample is off: only what was added here is answered from."
    : "The shipped sample is on: it lies beneath what was added here.";
  const holds = `The desk holds ${count(facts.length, "fact")} on ${count(talks.all.length, "round")} of talks.`;
  return answered(
    reply(state, [heading("Library"), paragraph(text(`${state} ${holds}`)), ...(undo ? [buttons(UNDO)] : [])]),
  );
}
