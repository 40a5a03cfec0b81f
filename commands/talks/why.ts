import { defineCommand } from "#core/answer/command.ts";
import { READS, readSlots } from "./read.ts";

export const why = defineCommand({
  path: ["talks", "why"],
  about: "What the talks were for, and what led up to them",
  tier: "reader",
  options: { ...READS },
  example: "",
  answer: (values, context) =>
    readSlots(context, {
      title: "Why",
      slots: ["purpose", "background"],
      talks: values.talks,
      next: ["agenda", "grievances"],
    }),
});
