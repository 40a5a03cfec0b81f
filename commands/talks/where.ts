import { defineReading } from "./reading.ts";

export const where = defineReading({
  name: "where",
  about: "Where the talks were held: city and building",
  title: "slot.venue",
  slots: ["venue"],
  next: ["when", "how-long"],
  example: "talks:{before}",
});
