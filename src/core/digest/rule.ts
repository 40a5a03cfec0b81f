import { no, ok, type Read } from "#core/request/refusal.ts";
import { listed } from "#core/text/text.ts";
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

export function makeRule(every: Every, at: At | undefined, timezone: string): Read<Rule> {
  switch (every.kind) {
    case "days": {
      const twice = at !== undefined && every.at !== undefined && !isSame(at, every.at);
      if (twice) return no("The days say another time than at: does.", "Leave at: out, or correct it.", [], "at");
      const { hour, minute } = at ?? every.at ?? MORNING;
      return ok({ cron: `${minute} ${hour} ${every.days}`, timezone });
    }
    case "cron":
      if (at === undefined) return ok({ cron: every.cron, timezone });
      return no(
        `"${every.cron}" already says its times.`,
        "Leave at: out, or type the days in words, as in every:weekdays at:9am.",
        [],
        "at",
      );
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

const NTH: Readonly<Record<string, string>> = { 1: "first", 2: "second", 3: "third", 4: "fourth", L: "last" };
const WEEK = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** In words: `on weekdays at 09:00 (Europe/Vienna)`. */
export function ruleWords({ cron, timezone }: Rule): string {
  const days = daysAndTime(cron);
  return `${days ?? `by the pattern "${cron}"`} (${timezone})`;
}

/** As one types it for `every`: `weekly on Monday at 09:00`, or the pattern. */
export function everyText({ cron }: Pick<Rule, "cron">): string {
  const words = daysAndTime(cron)?.replace(/^on /u, "").replace(", in months that have one", "");
  return words ?? cron;
}

function daysAndTime(cron: string): string | undefined {
  const [minute = "", hour = "", day = "", month = "", week = ""] = cron.split(" ");
  const days = /^\d+ \d+$/u.test(`${minute} ${hour}`) && month === "*" ? dayWords(day, week) : undefined;
  return days === undefined ? undefined : `${days} at ${two(hour)}:${two(minute)}`;
}

function dayWords(day: string, week: string): string | undefined {
  if (day === "*" && week === "*") return "every day";
  if (day === "*" && week === "1-5") return "on weekdays";
  if (day === "*" && week === "0,6") return "on weekends";
  if (day === "*" && /^[0-6](?:,[0-6])*$/u.test(week)) {
    return `weekly on ${listed(week.split(",").map((d) => WEEK[Number(d)] ?? d))}`;
  }
  const [, of = "", nth = ""] = /^([0-6])#([1-4L])$/u.exec(week) ?? [];
  if (day === "*" && nth !== "") return `monthly on the ${NTH[nth] ?? ""} ${WEEK[Number(of)] ?? ""}`;
  if (week !== "*") return undefined;
  if (day === "L") return "monthly on the last day";
  if (!/^\d+$/u.test(day)) return undefined;
  return `monthly on the ${ordinal(Number(day))}${Number(day) > 28 ? ", in months that have one" : ""}`;
}

function ordinal(n: number): string {
  const teen = n > 10 && n < 14;
  return `${n}${teen ? "th" : (["th", "st", "nd", "rd"][n % 10] ?? "th")}`;
}

function two(n: string): string {
  return n.padStart(2, "0");
}
