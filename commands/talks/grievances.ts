import { defineCommand } from "#core/answer/command.ts";
import { party } from "#core/request/options/index.ts";
import { READS, readSlots } from "./read.ts";

export const grievances = defineCommand({
  path: ["talks", "grievances"],
  about: "What each side, or both, complained of",
  tier: "reader",
  options: { side: party("One side, or both", { words: true }), ...READS },
  example: "side:russia",
  answer: (values, context) =>
    readSlots(context, {
      title: "Grievances",
      slots: ["grievance"],
      talks: values.talks,
      side: values.side,
      next: ["why", "properties"],
    }),
});
