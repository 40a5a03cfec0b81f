import { defineCommand } from "#core/answer/command.ts";
import { FACT_ID } from "./fact-options.ts";
import { changeFact } from "./changed.ts";
import { planRestore } from "#core/changes/standing-changes.ts";
import { text } from "#core/request/options/index.ts";

export const restore = defineCommand({
  path: ["facts", "restore"],
  about: "Bring a retracted fact back into answers",
  tier: "moderator",
  options: { id: FACT_ID, reason: text("Why, for the history", { words: true, max: 300 }) },
  example: "{fact}",
  answer: (values, context) =>
    changeFact(context, values.id, "Restored", (fact, snapshot) => planRestore(fact, values.reason, snapshot)),
});
