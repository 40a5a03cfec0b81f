import { defineReading } from "./reading.ts";

export const howLong = defineReading({
  name: "how-long",
  about: "How long the talks lasted; sources that differ side by side",
  title: "slot.duration",
  slots: ["duration"],
  next: ["when", "timeline"],
});
