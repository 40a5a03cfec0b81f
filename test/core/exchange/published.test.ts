import { expect, it } from "vitest";
import { importing } from "#test/import-files.ts";
import { fileOf, newSeat } from "#test/moderation.ts";

it.each([
  ["10.04.2025", "2025-04-10"],
  ["10.04.25", "2025-04-10"],
  ["10.4.25", "2025-04-10"],
  ["10 апреля 2025", "2025-04-10"],
  ["10 Nisan 2025 Perşembe", "2025-04-10"],
  ["10. 4. 2025", "2025-04-10"],
  ["2025-04-10T23:05:00-05:00", "2025-04-10"],
  ["2025-04-10 00:00:00", "2025-04-10"],
  ["10.04.2025 18:05", "2025-04-10"],
  ["2025/4/10", "2025-04-10"],
  ["20250410", "2025-04-10"],
  ["27/02/2025", "2025-02-27"],
  ["02/27/25", "2025-02-27"],
  ["4/4/2025", "2025-04-04"],
  ["10-Apr-25", "2025-04-10"],
  ["10 April 2025", "2025-04-10"],
  ["Thu, 10 Apr 2025 18:05:00 +0300", "2025-04-10"],
  ["Apr 10, 2025", "2025-04-10"],
  ["Thursday, April 10, 2025", "2025-04-10"],
  ["April 10, 2025 at 6:05 PM", "2025-04-10"],
  ["10 Apr 2025, 18:05 GMT+3", "2025-04-10"],
])("reads a day of publication written %s", async (written, day) => {
  const seat = await newSeat();
  const file = `talks,slot,source,published,paragraph,remark\nsecond,note,Coast Herald,"${written}",2,no questions\n`;
  await seat.press(await seat.call("facts import", { file }), "Import all");
  const { articles } = await seat.desk.view();
  expect([...articles.values()].find((a) => a.outlet === "Coast Herald")?.published).toBe(day);
});

it.each([
  ["04/10/25", "may be 2025-10-04, 2025-04-10 or 2004-10-25"],
  ["4/10/2025", 'published: "4/10/2025" may be 2025-10-04 or 2025-04-10.'],
  ["04-10-2025", "may be 2025-10-04 or 2025-04-10"],
  ["31.02.2025", '"31.02.2025" is not a calendar day.'],
  ["10.13.25", '"10.13.25" is not a calendar day.'],
  ["45757", '"45757" is a spreadsheet\'s number for a day.'],
  ["last week", '"last week" is not a calendar day.'],
])("does not guess at a day of publication written %s", async (written, message) => {
  const file = `talks,slot,source,published,paragraph,remark\nsecond,note,Coast Herald,${written},2,no questions\n`;
  expect((await importing(file)).text).toContain(message);
});

it.each([
  ["Excel where English (US) is set", (day: string) => day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/u, "$2/$3/$1")],
  ["LibreOffice where English (US) is set", (day: string) => day.replace(/^20(\d+)-(\d+)-(\d+)$/u, "$2/$3/$1")],
  ["Excel where German is set", (day: string) => day.replace(/^(\d+)-(\d+)-(\d+)$/u, "$3.$2.$1")],
])("reads the days of its own export as %s saves them", async (_, saved) => {
  const seat = await newSeat();
  await seat.told('facts add note talks:second remark:"it rained" source:"new: Zed" published:2025-05-06 paragraph:2');
  const { text } = fileOf(await seat.say("facts export csv"));
  const resaved = text
    .replaceAll(/(?<=,)\d{4}-\d\d-\d\d(?=,)/gu, saved)
    .replaceAll(/(?<=,)(\d\d) (Feb|Apr)\p{L}* 20(\d\d)(?=,)/gu, "$1-$2-$3");
  expect(resaved).not.toBe(text);
  expect((await seat.call("facts import", { file: resaved })).text).toMatch(
    /0 new facts, 0 more sources, \d+ held already, 0 refused/u,
  );
});
