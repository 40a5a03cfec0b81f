import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { no, ok, type Read } from "#core/request/refusal.ts";
import { shorten } from "#core/text/text.ts";

/** A time of the day, 24 hours. */
export interface At {
  readonly hour: number;
  readonly minute: number;
}

/** `09:00`, `9am`, `9:30 pm`, `0900`, `noon`. */
export function readAt(typed: string, at: Told = {}): Read<At> {
  const words = typed.trim().toLowerCase().replaceAll(".", ":");
  if (words === "noon" || words === "midday") return ok({ hour: 12, minute: 0 });
  if (words === "midnight") return ok({ hour: 0, minute: 0 });
  const [, h, m = "0", half] = /^([0-9]{1,2}):?([0-9]{2})? ?(am|pm|a:m:|p:m:)?$/u.exec(words) ?? [];
  const said = Number(h ?? Number.NaN);
  const twelve = half !== undefined;
  const hour = twelve ? (said % 12) + (half.startsWith("p") ? 12 : 0) : said;
  const minute = Number(m);
  if (hour >= 0 && hour < 24 && minute < 60 && (!twelve || (said >= 1 && said <= 12))) return ok({ hour, minute });
  return no(tell(at, "at.not", { typed: shorten(typed, 40) }), tell(at, "at.type"));
}
