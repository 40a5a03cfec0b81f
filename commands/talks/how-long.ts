import { defineCommand } from "#core/answer/command.ts";
import { READS, readSlots } from "./read.ts";

export const howLong = defineCommand({
  path: ["talks", "how-long"],
  about: "How long the talks lasted; sources that differ side by side",
  tier: "reader",
  options: { ...READS },
  example: "",
  answer: (values, context) =>
    readSlots(context, { title: "How long", slots: ["duration"], talks: values.talks, next: ["when", "timeline"] }),
});
