import { defineReading } from "./reading.ts";

export const when = defineReading({
  name: "when",
  about: "On what day the talks were held, as each source states it",
  title: "slot.date",
  slots: ["date"],
  next: ["where", "how-long"],
  example: "talks:{talks}",
});
