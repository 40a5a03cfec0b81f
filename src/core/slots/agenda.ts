import { text } from "#core/request/options/index.ts";
import { clauseKey } from "#core/values/clause.ts";
import { defineSlot } from "./slot.ts";

export const agenda = defineSlot({
  name: "agenda",
  holds: "many",
  sided: "optional",
  compared: true,
  timed: false,
  fields: { topic: text("What was discussed", { required: true }) },
  ask: [
    "agenda",
    "what was discussed",
    "topics",
    "on the table",
    "what did they talk about",
    "issues",
    "raised",
    "on the agenda",
    "discuss",
    "discussed",
    "talk about",
    "talked about",
    "gundem",
    "ne konusuldu",
    "повестка",
    "что обсуждали",
  ],
  key: (f) => clauseKey(f.topic),
  brief: (f, say) => `${f.topic}${say.side === "" ? "" : ` (raised by ${say.side})`}`,
  sentence: (f, say) => `${say.side === "" ? "On the agenda" : `Raised by ${say.side}`}: ${f.topic}.`,
  plain: (f) => f.topic,
});
