import { dayText } from "./day-value.ts";
import { readDay } from "./day.ts";

/**
 * A calendar day with its year as `YYYY-MM-DD`, however its words name it: `10.04.2025`, `10 апреля 2025`, `Thu, 10 Apr
 * 2025`. `ambiguous` for 4/10/2025; undefined where the words give less, or no real day.
 */
export function wholeDay(stated: string): string | undefined {
  const day = readDay(stated);
  if (day.kind === "unreadable" && day.why === "ambiguous") return "ambiguous";
  return day.kind === "day" && day.year !== undefined && day.weekday === undefined ? dayText(day) : undefined;
}
