import { text } from "#core/request/options/index.ts";
import { calendarDay, longDay } from "#core/time/day.ts";
import { readDay } from "#core/values/day.ts";
import { dayText } from "#core/values/day-value.ts";
import { dayKey, lacksOf, relateDays } from "#core/values/relate-days.ts";
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
  // The day as stated is the value: "Thursday" and "10 April 2025" stay two facts, and differ only where both cannot be
  // right.
  key: (f) => dayKey(readDay(f.stated)),
  relate: (a, b) => relateDays(readDay(a.stated), readDay(b.stated)),
  brief: (f) => f.stated,
  sentence: (f) => {
    const day = readDay(f.stated);
    const iso = day.kind === "day" && day.part === undefined ? calendarDay(dayText(day)) : undefined;
    if (iso !== undefined) return `The talks were held on ${longDay(iso)}.`;
    const lacks = lacksOf(day);
    return `The talks were held on ${f.stated}${lacks === undefined ? "" : ` (the article gives no ${lacks})`}.`;
  },
});
