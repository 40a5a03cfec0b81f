import { side } from "#core/request/options/index.ts";
import { defineReading } from "./reading.ts";

export const whoLed = defineReading({
  name: "who-led",
  about: "Who led each side, in what post, and which sources say so",
  title: "slot.led",
  slots: ["led"],
  side: side("One side only", { words: true }),
  next: ["where", "how-long"],
  example: "side:{party}",
});
