import { text } from "#core/request/options/index.ts";
import { capital } from "#core/text/text.ts";
import { clauseKey } from "#core/values/clause.ts";
import { defineSlot } from "./slot.ts";

export const note = defineSlot({
  name: "note",
  holds: "many",
  sided: "optional",
  compared: false,
  timed: false,
  fields: { remark: text("Anything else the source reports, as a clause", { required: true }) },
  ask: ["note", "notes", "also", "anything else"],
  key: (f) => clauseKey(f.remark),
  sentence: (f) => `${capital(f.remark)}.`,
});
