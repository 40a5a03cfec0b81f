import { text } from "#core/request/options/index.ts";
import { capital } from "#core/text/text.ts";
import { clauseKey } from "#core/values/clause.ts";
import { defineSlot } from "./slot.ts";

export const background = defineSlot({
  name: "background",
  holds: "many",
  sided: "optional",
  compared: false,
  timed: false,
  fields: { event: text("What led up to it, as a clause", { required: true }) },
  ask: ["background", "context", "what led to", "history", "before the talks", "cause", "arka plan", "предыстория"],
  key: (f) => clauseKey(f.event),
  sentence: (f) => `${capital(f.event)}.`,
});
