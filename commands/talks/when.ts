import { defineCommand } from "#core/answer/command.ts";
import { READS, readSlots } from "./read.ts";

export const when = defineCommand({
  path: ["talks", "when"],
  about: "On what day the talks were held, as each source states it",
  tier: "reader",
  options: { ...READS },
  example: "talks:second",
  answer: (values, context) =>
    readSlots(context, { title: "When", slots: ["date"], talks: values.talks, next: ["where", "how-long"] }),
});
