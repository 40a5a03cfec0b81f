import { defineReading } from "./reading.ts";

export const outcomes = defineReading({
  name: "outcomes",
  about: "What came out of the talks, who says so, and what comes next",
  listedAs: "about",
  title: "slot.outcome",
  slots: ["outcome", "next"],
  next: ["agenda", "properties"],
});
