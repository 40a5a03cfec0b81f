import { defineCommand } from "#core/answer/command.ts";
import { READS, readSlots } from "./read.ts";

export const agenda = defineCommand({
  path: ["talks", "agenda"],
  about: "What was discussed, who raised it, and what was kept out",
  tier: "reader",
  options: { ...READS },
  example: "talks:first",
  answer: (values, context) =>
    readSlots(context, {
      title: "Agenda",
      slots: ["agenda", "excluded"],
      talks: values.talks,
      next: ["outcomes", "quotes"],
    }),
});
