import { namedOrNew, text } from "#core/options/index.ts";
import { capital, fold } from "#core/text.ts";
import { defineSlot } from "./slot.ts";

export const excluded = defineSlot({
  name: "excluded",
  label: "Not on the agenda",
  holds: "many",
  sided: "optional",
  fields: {
    topic: text("What was kept out", { required: true }),
    speaker: namedOrNew("Who said so", "people"),
    until: text("What would have to happen first"),
  },
  variants: ["until"],
  ask: ["excluded", "not on the agenda", "off the table", "ruled out", "not discussed", "not about", "left out"],
  key: (f) => fold(f.topic),
  brief: (f) => f.topic,
  sentence: (f, say) =>
    `${capital(f.topic)} was not on the agenda${f.speaker === undefined ? "" : `, said ${say.person(f.speaker)}`}${
      f.until === undefined ? "" : `; that comes only after ${f.until}`
    }.`,
});
