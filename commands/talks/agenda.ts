import { defineReading } from "./reading.ts";

export const agenda = defineReading({
  name: "agenda",
  about: "What was discussed, who raised it, and what was kept out",
  listedAs: "about",
  title: "read.agenda",
  slots: ["agenda", "excluded"],
  next: ["outcomes", "quotes"],
  example: "talks:{before}",
});
