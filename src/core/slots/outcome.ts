import { text } from "#core/request/options/index.ts";
import { capital } from "#core/text/text.ts";
import { clauseKey } from "#core/values/clause.ts";
import { defineSlot } from "./slot.ts";

export const outcome = defineSlot({
  name: "outcome",
  holds: "many",
  sided: "optional",
  compared: true,
  timed: true,
  fields: { result: text("What came out of it, as a clause", { required: true }) },
  variants: ["result"],
  ask: [
    "outcome",
    "outcomes",
    "result",
    "results",
    "what was agreed",
    "agreement",
    "achieved",
    "decided",
    "agree",
    "sonuc",
    "ne karar",
    "результат",
    "результаты",
    "о чем договорились",
  ],
  key: (f) => clauseKey(f.result),
  sentence: (f) => `${capital(f.result)}.`,
});
