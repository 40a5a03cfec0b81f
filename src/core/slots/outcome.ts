import { text } from "#core/request/options/index.ts";
import { capital, fold } from "#core/text/text.ts";
import { defineSlot } from "./slot.ts";

export const outcome = defineSlot({
  name: "outcome",
  label: "Outcomes",
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
  key: (f) => fold(f.result),
  sentence: (f) => `${capital(f.result)}.`,
});
