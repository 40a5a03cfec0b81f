import fc from "fast-check";
import { expect, it } from "vitest";
import { duration } from "#core/time/duration.ts";

it.each([
  ["around six hours", 360, "around"],
  ["5½ hours", 330, "exact"],
  ["five and a half hours", 330, "exact"],
  ["5.5 hours", 330, "exact"],
  ["5,5 hours", 330, "exact"],
  ["five hours and a half", 330, "exact"],
  ["330 minutes", 330, "exact"],
  ["5 h 30 min", 330, "exact"],
  ["5h30m", 330, "exact"],
  ["5 hours and 30 minutes", 330, "exact"],
  ["more than six hours", 360, "more"],
  ["at least six hours", 360, "more"],
  ["less than an hour", 60, "less"],
  ["nearly two hours", 120, "less"],
  ["about 90 minutes", 90, "around"],
  ["half an hour", 30, "exact"],
  ["two hours and half an hour", 150, "exact"],
  ["an hour and a half", 90, "exact"],
  ["¾ hour", 45, "exact"],
  ["two and a quarter hours", 135, "exact"],
])("reads %s as %i minutes, %s", (stated, minutes, bound) => {
  expect(duration(stated)).toEqual({ minutes, bound });
});

it.each(["several hours", "a long time", "all day", "", "🕐", "hours", "thirteen moons"])(
  "makes no number up for %j",
  (stated) => {
    expect(duration(stated).minutes).toBeUndefined();
  },
);

const NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

it("reads the same length however it is written", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.boolean(), (hours, half) => {
      const minutes = hours * 60 + (half ? 30 : 0);
      const ways = [
        half ? `${hours}½ hours` : `${hours} hours`,
        half ? `${NUMBERS[hours]} and a half hours` : `${NUMBERS[hours]} hours`,
        `${minutes} minutes`,
        `${hours} h ${half ? 30 : 0} min`,
        `${minutes / 60} hours`,
        `${hours} hours${half ? " and 30 minutes" : ""}`,
      ];
      for (const way of ways) expect([way, duration(way)]).toEqual([way, { minutes, bound: "exact" }]);
    }),
  );
});

it("never throws, whatever is stated", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (stated) => duration(stated).bound.length > 0));
});
