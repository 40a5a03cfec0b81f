import { text } from "#core/request/options/index.ts";
import { capital, fold } from "#core/text/text.ts";
import { defineSlot } from "./slot.ts";

export const note = defineSlot({
  name: "note",
  label: "Notes",
  holds: "many",
  sided: "optional",
  compared: false,
  timed: false,
  fields: { remark: text("Anything else the source reports, as a clause", { required: true }) },
  ask: ["note", "notes", "also", "anything else", "position", "wants"],
  key: (f) => fold(f.remark),
  sentence: (f) => `${capital(f.remark)}.`,
});
