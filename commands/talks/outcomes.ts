import { defineCommand } from "#core/answer/command.ts";
import { READS, readSlots } from "./read.ts";

export const outcomes = defineCommand({
  path: ["talks", "outcomes"],
  about: "What came out of the talks, who says so, and what comes next",
  tier: "reader",
  options: { ...READS },
  example: "",
  answer: (values, context) =>
    readSlots(context, {
      title: "Outcomes",
      slots: ["outcome", "next"],
      talks: values.talks,
      next: ["agenda", "properties"],
    }),
});
