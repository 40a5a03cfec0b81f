import { defineCommand } from "#core/answer/command.ts";
import { messagesNote } from "./messages-note.ts";
import { ABOUT_FACT, FACT_ID, REASON } from "./fact-options.ts";
import { changeFact } from "./changed.ts";
import { planRetract } from "#core/changes/standing-changes.ts";

export const retract = defineCommand({
  path: ["facts", "retract"],
  about: "Take a fact out of every answer, with the reason; its history stays",
  tier: "moderator",
  options: { id: FACT_ID, reason: REASON },
  example: '{fact} reason:"the source withdrew it"',
  form: { title: "Retract a fact", asks: ["reason"], ...ABOUT_FACT, note: messagesNote },
  answer: (values, context) =>
    changeFact(context, values.id, "Retracted", (fact, snapshot) => planRetract(fact, values.reason, snapshot)),
});
