import { side } from "#core/request/options/index.ts";
import { defineReading } from "./reading.ts";

export const grievances = defineReading({
  name: "grievances",
  about: "What each side, or both, complained of",
  listedAs: "about",
  title: "slot.grievance",
  slots: ["grievance"],
  side: side("One side, or both", { words: true }),
  next: ["why", "properties"],
  example: "side:{party}",
});
