import { weekdayIn } from "#core/messages/words.ts";
import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { listedIn } from "#core/messages/lists.ts";
import { no, ok, type Read } from "#core/request/refusal.ts";
import type { At } from "./at.ts";
import type { Every } from "./every.ts";

/** When a digest is due: minutes in the local time of a zone. */
export interface Rule {
  /**
   * Five fields: minute, hour, day of the month, month, day of the week (0 Sunday). It is checked, and fires at most
   * every 15 minutes.
   */
  readonly cron: string;
  /** The zone's present name in the IANA database, such as `Europe/Vienna`. */
  readonly timezone: string;
}

/** The time of day where none is given. */
const MORNING: At = { hour: 9, minute: 0 };

export function makeRule(every: Every, at: At | undefined, timezone: string, told: Told): Read<Rule> {
  switch (every.kind) {
    case "days": {
      const twice = at !== undefined && every.at !== undefined && !isSame(at, every.at);
      if (twice) return no(tell(told, "rule.twoTimes"), tell(told, "rule.leaveAt"), [], "at");
      const { hour, minute } = at ?? every.at ?? MORNING;
      return ok({ cron: `${minute} ${hour} ${every.days}`, timezone });
    }
    case "cron":
      if (at === undefined) return ok({ cron: every.cron, timezone });
      return no(tell(told, "rule.saysTimes", { cron: every.cron }), tell(told, "rule.typeDays"), [], "at");
  }
}

function isSame(a: At, b: At): boolean {
  return a.hour === b.hour && a.minute === b.minute;
}

/** As a store keeps it: `0 9 * * 1-5 Europe/Vienna`. */
export function ruleText({ cron, timezone }: Rule): string {
  return `${cron} ${timezone}`;
}

export function readRule(kept: string): Rule {
  const at = kept.lastIndexOf(" ");
  return { cron: kept.slice(0, at), timezone: kept.slice(at + 1) };
}

/** In words: `on weekdays at 09:00 (Europe/Vienna)`. */
export function ruleWords({ cron, timezone }: Rule, at: Told): string {
  return tell(at, "rule.zoned", { days: daysWords(cron, at), zone: timezone });
}

/** The same without its zone. */
export function daysWords(cron: string, at: Told): string {
  return daysAndTime(cron, at) ?? tell(at, "rule.pattern", { cron });
}

/** As one types it for `every`: `weekly on Monday at 09:00`, or the pattern. */
export function everyText({ cron }: Pick<Rule, "cron">): string {
  const words = daysAndTime(cron, {})?.replace(/^on /u, "").replace(", in months that have one", "");
  return words ?? cron;
}

function daysAndTime(cron: string, at: Told): string | undefined {
  const [minute = "", hour = "", day = "", month = "", week = ""] = cron.split(" ");
  const days = /^\d+ \d+$/u.test(`${minute} ${hour}`) && month === "*" ? dayWords(day, week, at) : undefined;
  return days === undefined ? undefined : tell(at, "rule.at", { days, time: `${two(hour)}:${two(minute)}` });
}

const NTHS = ["1", "2", "3", "4", "L"] as const;

function dayWords(day: string, week: string, at: Told): string | undefined {
  if (day === "*" && week === "*") return tell(at, "rule.daily");
  if (day === "*" && week === "1-5") return tell(at, "rule.weekdays");
  if (day === "*" && week === "0,6") return tell(at, "rule.weekends");
  if (day === "*" && /^[0-6](?:,[0-6])*$/u.test(week))
    return tell(at, "rule.weekly", {
      days: listedIn(
        at,
        week.split(",").map((d) => weekday(d, at)),
      ),
    });
  const [, of = "", typed] = /^([0-6])#([1-4L])$/u.exec(week) ?? [];
  const nth = NTHS.find((n) => n === typed);
  if (day === "*" && nth !== undefined) return tell(at, `rule.nth.${nth}`, { weekday: weekday(of, at) });
  if (week !== "*") return undefined;
  if (day === "L") return tell(at, "rule.lastDay");
  if (!/^\d+$/u.test(day)) return undefined;
  const said = at.tongue === undefined ? ordinal(Number(day)) : day;
  return tell(at, Number(day) > 28 ? "rule.monthDayIfAny" : "rule.monthDay", { day: said });
}

/** The name of a day of the week, 0 Sunday: any week's. */
function weekday(day: string, at: Told): string {
  return weekdayIn(at, `2023-01-0${Number(day) + 1}`);
}

function ordinal(n: number): string {
  const teen = n > 10 && n < 14;
  return `${n}${teen ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th")}`;
}

function two(n: string): string {
  return n.padStart(2, "0");
}
