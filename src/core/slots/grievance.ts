import { text } from "#core/request/options/index.ts";
import { fold } from "#core/text/text.ts";
import { defineSlot } from "./slot.ts";

export const grievance = defineSlot({
  name: "grievance",
  label: "Grievances",
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
  key: (f) => fold(f.about),
  brief: (f) => f.about,
  sentence: (f, say) => `A grievance of ${say.side}${f.when === undefined ? "" : `, ${f.when}`}: ${f.about}.`,
});
