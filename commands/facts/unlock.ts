import { defineCommand } from "#core/answer/command.ts";
import { FACT_ID } from "./fact-options.ts";
import { changeFact } from "./changed.ts";
import { planLock } from "#core/changes/standing-changes.ts";

export const unlock = defineCommand({
  path: ["facts", "unlock"],
  about: "Let moderators change a locked fact again",
  tier: "admin",
  options: { id: FACT_ID },
  example: "{fact}",
  answer: (values, context) =>
    changeFact(context, values.id, "Unlocked", (fact, snapshot) => planLock(fact, false, snapshot)),
});
