import { expect, it } from "vitest";
import { readAt } from "#core/digest/at.ts";
import { EVERY_WORDS, readEvery } from "#core/digest/every.ts";
import { everyText, makeRule, readRule, ruleText, ruleWords } from "#core/digest/rule.ts";
import type { Read } from "#core/request/refusal.ts";

function value<T>(read: Read<T>): T {
  if (!read.ok) throw new Error(read.refusal.message);
  return read.value;
}

function said(every: string, at?: string): string {
  const made = makeRule(
    value(readEvery(every)),
    at === undefined ? undefined : value(readAt(at)),
    "Europe/Istanbul",
    {},
  );
  return ruleWords(value(made), {}).replace(" (Europe/Istanbul)", "");
}

it.each([
  ["daily", "9am", "every day at 09:00"],
  ["every day", "noon", "every day at 12:00"],
  ["Weekdays", "21:30", "on weekdays at 21:30"],
  ["working days", "9.15", "on weekdays at 09:15"],
  ["weekend", "midnight", "on weekends at 00:00"],
  ["weekly", "0900", "weekly on Monday at 09:00"],
  ["weekly on monday", "9", "weekly on Monday at 09:00"],
  ["thursdays and mon", "9 p.m.", "weekly on Monday and Thursday at 21:00"],
  ["weekly-on-friday", "12am", "weekly on Friday at 00:00"],
  ["monthly", "12pm", "monthly on the 1st at 12:00"],
  ["monthly on the 22nd", "07:05", "monthly on the 22nd at 07:05"],
  ["every month on the 31st", "07:05", "monthly on the 31st, in months that have one at 07:05"],
  ["monthly on the last day", "18:00", "monthly on the last day at 18:00"],
  ["every morning", undefined, "every day at 09:00"],
  ["mornings", undefined, "every day at 09:00"],
  ["each evening", undefined, "every day at 18:00"],
  ["every weekday at 9", undefined, "on weekdays at 09:00"],
  ["every weekday morning", undefined, "on weekdays at 09:00"],
  ["weekdays 8:30am", undefined, "on weekdays at 08:30"],
  ["monday morning at 10", undefined, "weekly on Monday at 10:00"],
  ["mondays and fridays at noon", undefined, "weekly on Monday and Friday at 12:00"],
  ["mon-fri", undefined, "on weekdays at 09:00"],
  ["mon to fri each week", undefined, "on weekdays at 09:00"],
  ["tuesday through thursday", "7", "weekly on Tuesday, Wednesday and Thursday at 07:00"],
  ["first monday", undefined, "monthly on the first Monday at 09:00"],
  ["first monday of the month", undefined, "monthly on the first Monday at 09:00"],
  ["on the second friday each month", undefined, "monthly on the second Friday at 09:00"],
  ["every month on the last friday at 17:15", undefined, "monthly on the last Friday at 17:15"],
])("understands every:%s at:%s as %s", (every, at, words) => {
  expect(said(every, at)).toBe(words);
});

it.each([
  ["0 9 * * 1-5", "on weekdays at 09:00"],
  ["0 9 * * MON", 'by the pattern "0 9 * * MON"'],
  ["every 4 hours", 'by the pattern "0 */4 * * *"'],
  ["hourly", 'by the pattern "0 * * * *"'],
  ["every 30 minutes", 'by the pattern "*/30 * * * *"'],
  ["0,30 9-17/2 l jan,jul *", 'by the pattern "0,30 9-17/2 L JAN,JUL *"'],
])("understands the pattern %s", (every, words) => {
  expect(said(every)).toBe(words);
});

it("is posted in the morning where no time is given", () => {
  expect(said("weekdays")).toBe("on weekdays at 09:00");
});

it("understands everything that it offers, and reads back what it keeps", () => {
  for (const words of EVERY_WORDS) {
    const rule = value(makeRule(value(readEvery(words)), undefined, "America/Argentina/Buenos_Aires", {}));
    expect(readRule(ruleText(rule))).toEqual(rule);
    // An edit shows it in words that are read as the same.
    expect(value(makeRule(value(readEvery(everyText(rule))), undefined, rule.timezone, {}))).toEqual(rule);
  }
});

it.each([
  ["", "does not say on which days"],
  ["sometimes", '"sometimes" does not say on which days'],
  // G14 and its siblings: five or six words are not a pattern of five fields.
  ["the working day after the new moon", "does not say on which days"],
  ["every other week", 'cannot leave out weeks or days, as "every other week" would'],
  ["biweekly on monday", "cannot leave out weeks"],
  ["ayın ilk pazartesi günü sabah", "does not say on which days"],
  ["* * * *", "has 4 fields"],
  ["60 * * * *", 'the field for the minute, "60" is not from 0 to 59'],
  ["0 24 * * *", 'the field for the hour, "24" is not from 0 to 23'],
  ["a b c d e", 'the field for the minute, "a"'],
  ["0 0 * 13 *", 'the field for the month, "13"'],
  ["0 0 * * 8", 'the field for the day of the week, "8"'],
  ["*/0 * * * *", '"*/0" has a step that'],
  ["1-0 * * * *", '"1-0" goes from a later value to an earlier one'],
  ["0 9 1-0 * *", "day of the month"],
  ["0 ٩ * * *", 'the field for the hour, "٩"'],
  ["0 9 5/2 * *", "has a step but no range"],
  ["0 9 ? * #2", "day of the month"],
  [`${"0,".repeat(5000)}0 9 * * *`, "over 100 characters"],
  ["0 0 30 2 *", "never fires"],
  ["0 0 31 4,6 *", "never fires"],
  ["monthly on the 32nd", "does not say on which days"],
  ["every 7 minutes", "does not divide a day or an hour evenly"],
])("refuses every:%s, and says which field", (every, message) => {
  const read = readEvery(every);
  expect(read.ok ? read.value : read.refusal.message).toContain(message);
  expect(read.ok ? "" : read.refusal.hint).toMatch(/^(?:Type|A digest)/u);
});

it.each([
  "* * * * *",
  "*/14 * * * *",
  "0,10 9 * * *",
  "55 23,0 * * 1,0 0",
  "every 5 minutes",
  "* * * * * *",
  "0,50 * * * *",
])("refuses %s, which comes round too often", (every) => {
  const read = readEvery(every);
  expect(read.ok ? read.value : read.refusal.kind).toBe("limit");
  expect(read.ok ? "" : read.refusal.hint).toContain("at most every 15 minutes");
});

it("takes every quarter of an hour, the most often there is", () => {
  expect(said("*/15 * * * *")).toContain("*/15");
});

it.each(["", "25:00", "9:60", "13pm", "0am", "noonish", "9:5"])("refuses at:%s", (at) => {
  const read = readAt(at);
  expect(read.ok ? read.value : read.refusal.hint).toContain("09:00, 9am or 21:30");
});

it("takes no time beside a pattern, which has its own", () => {
  const read = makeRule(value(readEvery("0 9 * * *")), { hour: 9, minute: 0 }, "UTC", {});
  expect(read.ok ? "" : read.refusal.message).toContain("already says its times");
});
