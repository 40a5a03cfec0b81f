import { defineCommand } from "#core/answer/command.ts";
import { READS, readSlots } from "./read.ts";

export const where = defineCommand({
  path: ["talks", "where"],
  about: "Where the talks were held: city and building",
  tier: "reader",
  options: { ...READS },
  example: "talks:first",
  answer: (values, context) =>
    readSlots(context, { title: "Where", slots: ["venue"], talks: values.talks, next: ["when", "how-long"] }),
});
