import { defineCommand } from "#core/answer/command.ts";
import { FACT_ID } from "./fact-options.ts";
import { changeFact } from "./changed.ts";
import { planLock } from "#core/changes/standing-changes.ts";

export const lock = defineCommand({
  path: ["facts", "lock"],
  about: "Let only admins change a fact",
  tier: "admin",
  options: { id: FACT_ID },
  example: "{fact}",
  answer: (values, context) =>
    changeFact(context, values.id, "Locked", (fact, snapshot) => planLock(fact, true, snapshot)),
});
