import { text } from "#core/request/options/index.ts";
import { capital } from "#core/text/text.ts";
import { clauseKey } from "#core/values/clause.ts";
import { defineSlot } from "./slot.ts";

export const next = defineSlot({
  name: "next",
  holds: "many",
  sided: "optional",
  compared: true,
  timed: true,
  fields: { step: text("The next step, as a clause", { required: true }) },
  ask: [
    "next",
    "next round",
    "next meeting",
    "what happens next",
    "next steps",
    "meet again",
    "follow up",
    "sonraki gorusme",
    "следующая встреча",
    "что дальше",
  ],
  key: (f) => clauseKey(f.step),
  sentence: (f) => `${capital(f.step)}.`,
});
