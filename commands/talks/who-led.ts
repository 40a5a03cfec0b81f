import { defineCommand } from "#core/answer/command.ts";
import { party } from "#core/request/options/index.ts";
import { READS, readSlots } from "./read.ts";

export const whoLed = defineCommand({
  path: ["talks", "who-led"],
  about: "Who led each side, in what post, and which sources say so",
  tier: "reader",
  options: { side: party("One side only, such as us or russia", { words: true }), ...READS },
  example: "side:russia",
  answer: (values, context) =>
    readSlots(context, {
      title: "Who led",
      slots: ["led"],
      talks: values.talks,
      side: values.side,
      next: ["where", "how-long"],
    }),
});
