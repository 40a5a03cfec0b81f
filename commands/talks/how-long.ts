import { defineReading } from "./reading.ts";

export const howLong = defineReading({
  name: "how-long",
  about: "How long the talks lasted; sources that differ side by side",
  title: "How long",
  slots: ["duration"],
  next: ["when", "timeline"],
});
