import fc from "fast-check";
import { expect, it } from "vitest";
import { calendarDay, longDay } from "#core/time/day.ts";

const MONTHS = "January February March April May June July August September October November December".split(" ");

const date = fc
  .date({ min: new Date("1900-01-01T00:00:00Z"), max: new Date("2999-12-31T00:00:00Z"), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));

it("reads any day back from each of its spellings", () => {
  fc.assert(
    fc.property(date, (iso) => {
      const [year = "", month = "", day = ""] = iso.split("-");
      const name = MONTHS[Number(month) - 1] ?? "";
      const n = Number(day);
      for (const way of [iso, `${n} ${name} ${year}`, `${name} ${n}, ${year}`, `${n} ${name.slice(0, 3)} ${year}`]) {
        expect([way, calendarDay(way)]).toEqual([way, iso]);
      }
      expect(calendarDay(longDay(iso))).toBe(iso);
    }),
  );
});

it.each([
  "2025-02-30",
  "2025-13-01",
  "2025-00-10",
  "31 April 2025",
  "29 February 2025",
  "0 May 2025",
  "10 April",
  "April 2025",
  "Thursday",
  "10/04/2025",
  "soon",
  "",
  "10 Foo 2025",
])("gives no day for %j", (stated) => {
  expect(calendarDay(stated)).toBeUndefined();
});

it.each([
  ["29 February 2024", "2024-02-29"],
  ["Thursday, 10 April 2025", "2025-04-10"],
  ["on Thursday the 10th of April 2025", "2025-04-10"],
  ["April 10th, 2025", "2025-04-10"],
])("reads %s", (stated, iso) => {
  expect(calendarDay(stated)).toBe(iso);
});
