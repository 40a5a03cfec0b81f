import { text } from "#core/request/options/index.ts";
import { calendarDay, daysDiffer, longDay, weekday } from "#core/time/day.ts";
import { fold } from "#core/text/text.ts";
import { defineSlot } from "./slot.ts";

export const date = defineSlot({
  name: "date",
  label: "When",
  holds: "one",
  sided: "never",
  compared: true,
  timed: true,
  fields: { stated: text("The day as the source states it", { required: true, max: 100 }) },
  ask: ["when", "what day", "which day", "date", "what date", "ne zaman", "hangi gun", "когда", "какого числа"],
  // The day as stated is the value: "Thursday" and "10 April 2025" stay two facts, and differ only where both cannot be right.
  key: (f) =>
    calendarDay(f.stated) ?? (weekday(f.stated) === undefined ? fold(f.stated) : `weekday ${weekday(f.stated)}`),
  differ: (a, b) => daysDiffer(a.stated, b.stated),
  brief: (f) => f.stated,
  sentence: (f) => {
    const day = calendarDay(f.stated);
    if (day !== undefined) return `The talks were held on ${longDay(day)}.`;
    const lacks = /\d/u.test(f.stated) ? "no year" : "no calendar date";
    return `The talks were held on ${f.stated} (the article gives ${lacks}).`;
  },
});
