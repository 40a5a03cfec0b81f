import { named } from "./named.ts";
import { text } from "#core/request/options/index.ts";
import { clauseKey } from "#core/values/clause.ts";
import { defineSlot } from "./slot.ts";

export const grievance = defineSlot({
  name: "grievance",
  holds: "many",
  sided: "required",
  compared: false,
  timed: false,
  fields: {
    about: text("What the side complains of: a noun phrase", { required: true }),
    when: text("When it was voiced, as the source states it"),
  },
  variants: ["when"],
  ask: [
    "grievances",
    "complaints",
    "complain",
    "frustration",
    "what do they object to",
    "problems",
    "accusations",
    "accuse",
    "sikayet",
    "жалобы",
    "претензии",
  ],
  key: (f) => clauseKey(f.about),
  brief: (f) => f.about,
  sentence: (f, say) => `A grievance of ${say.side}${f.when === undefined ? "" : `, ${f.when}`}: ${f.about}.`,
  plain: (f) => named(f.about, f.when),
});
