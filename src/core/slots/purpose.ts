import { tell } from "#core/messages/tell.ts";
import { oneOf, text } from "#core/request/options/index.ts";
import { clauseKey } from "#core/values/clause.ts";
import { defineSlot } from "./slot.ts";

export const purpose = defineSlot({
  name: "purpose",
  holds: "many",
  sided: "optional",
  compared: false,
  timed: false,
  fields: {
    aim: text("What it was for: an infinitive, such as to agree on a truce", { required: true }),
    rank: oneOf("Whether the source calls it the main goal", ["purpose", "main goal"]),
  },
  ask: [
    "why",
    "purpose",
    "goal",
    "main goal",
    "aim",
    "reason",
    "what for",
    "what was the point",
    "neden",
    "amac",
    "почему",
    "зачем",
    "цель",
  ],
  key: (f) => clauseKey(f.aim),
  brief: (f) => f.aim,
  sentence: (f, say) => `The ${f.rank === "main goal" ? "main goal" : "purpose"} of ${say.event} was ${f.aim}.`,
  plain: (f, _, other) => (f.rank === "main goal" ? tell(other, "plain.main goal", { aim: f.aim }) : f.aim),
});
