import { dayIn, weekdayIn } from "#core/messages/words.ts";
import { tell } from "#core/messages/tell.ts";
import { text } from "#core/request/options/index.ts";
import { memoised } from "#core/text/lazy.ts";
import { capital } from "#core/text/text.ts";
import { calendarDay, longDay } from "#core/time/day.ts";
import { readDay } from "#core/values/day.ts";
import { dayText, weekdayOf } from "#core/values/day-value.ts";
import { dayKey, lacksOf, relateDays } from "#core/values/relate-days.ts";
import { defineSlot } from "./slot.ts";

export const date = defineSlot({
  name: "date",
  holds: "one",
  sided: "never",
  compared: true,
  timed: true,
  fields: { stated: text("The day as the source states it", { required: true, max: 100 }) },
  ask: ["when", "what day", "which day", "date", "what date", "ne zaman", "hangi gun", "когда", "какого числа"],
  // The day as stated is the value: "Thursday" and "10 April 2025" stay two facts, and differ only where both cannot be
  // right.
  key: (f) => dayKey(dayOf(f)),
  relate: (a, b) => relateDays(dayOf(a), dayOf(b)),
  vagueness: (f) => (wholeDay(dayOf(f)) !== undefined ? 0 : dayOf(f).kind === "words" ? 2 : 1),
  beside: (f, other, at) => {
    const [day, said] = [dayOf(f), dayOf(other)];
    const iso = wholeDay(day);
    if (iso === undefined || day.kind !== "day" || said.kind !== "weekday" || said.part !== undefined) return undefined;
    return weekdayOf(day) === said.weekday ? tell(at, "plain.weekday", { weekday: weekdayIn(at, iso) }) : undefined;
  },
  brief: (f) => f.stated,
  sentence: (f, say) => {
    const day = dayOf(f);
    const iso = wholeDay(day);
    if (iso !== undefined) return `${capital(say.event)} ${say.were} held on ${longDay(iso)}.`;
    const lacks = lacksOf(day);
    const wide = day.kind === "month" || day.kind === "year";
    const held = PREPOSED.test(f.stated) ? "held" : wide ? "held in" : "held on";
    return `${capital(say.event)} ${say.were} ${held} ${f.stated}${lacks === undefined ? "" : ` (the article gives no ${lacks})`}.`;
  },
  plain: (f, _, other) => {
    const day = dayOf(f);
    const iso = wholeDay(day);
    const lacks = lacksOf(day);
    if (iso !== undefined) return dayIn(other, iso);
    return lacks === undefined
      ? f.stated
      : tell(other, "plain.without", { value: f.stated, lacks: tell(other, `plain.${lacks}`) });
  },
});

// What the source words with a preposition of its own, or as none, takes no second one: "held after 10 April".
const PREPOSED =
  /^(?:on|in|at|from|between|before|after|by|about|around|during|until|till|not|no|within|through|since|в|во|с|со|до|после|к|около|на|не|между|am|im|vom|bis|le|du|au|en|el|este|ce|il|dal|nel)\s/iu;

// Fields never change, and reading one day takes longer than comparing two.
const dayOf = memoised(({ stated }: { readonly stated: string }) => readDay(stated));

function wholeDay(day: ReturnType<typeof readDay>): string | undefined {
  return day.kind === "day" && day.part === undefined ? calendarDay(dayText(day)) : undefined;
}
