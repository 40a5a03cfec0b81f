import { defineReading } from "./reading.ts";

export const why = defineReading({
  name: "why",
  about: "What the talks were for, and what led up to them",
  listedAs: "about",
  title: "read.why",
  slots: ["purpose", "background"],
  next: ["agenda", "grievances"],
});
