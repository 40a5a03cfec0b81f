import fc from "fast-check";
import { expect, it } from "vitest";
import { readDay } from "#core/values/day.ts";
import { dayKey, lacksOf, relateDays } from "#core/values/relate-days.ts";
import { anyText } from "#test/any-text.ts";

const keyOf = (stated: string) => dayKey(readDay(stated));
const relate = (a: string, b: string) => relateDays(readDay(a), readDay(b));

const READ: Readonly<Record<string, string>> = {
  "day 2025-04-10": `10 April 2025|April 10, 2025|April 10th, 2025|10 Apr. 2025|Thursday, 10 April 2025|on Thursday the 10th of April 2025|2025-04-10|2025/04/10
    |2025-04-10T09:30:00Z|2025-04-10 00:00:00|2025-04-10T09:30:00+03:00|10.04.2025|10.4.2025|10. 4. 2025|10.04.25|10-Apr-2025|10 Nisan 2025|10 Nisan 2025 Perşembe günü
    |10 Nisan 2025'te|10 NİSAN 2025|10 апреля 2025 года|10 апреля 2025 г.|10-го апреля 2025|в четверг, 10 апреля 2025 года|le jeudi 10 avril 2025|am Donnerstag, dem 10. April 2025|10 квітня 2025 року|2025 yılının 10 Nisan'ı|１０ April ２０２５|١٠ April ٢٠٢٥`,
  "day 2025-10-25": "25/10/2025|10/25/2025|25-10-2025|25.10.2025|25 Ekim 2025|25 октября 2025",
  "day 2025-04-04": "4/4/2025",
  "day --02-27":
    "Feb. 27|27 February|27 Feb|February 27th|the 27th of February|27 Şubat|27 Şubat'ta|27 февраля|27-го февраля",
  "day --02-27 weekday 4":
    "Thursday, 27 February|Thurs., 27 February|Thursday (Feb. 27)|27 Şubat Perşembe|в четверг, 27 февраля",
  "range --02-27 --02-28":
    "27–28 February|27-28 February|Feb. 27-28|27 to 28 February|27 and 28 February|from 27 to 28 February|27-28 Şubat|27 ve 28 Şubat|с 27 по 28 февраля|27–28 февраля|vom 27. bis 28. Februar|du 27 au 28 février",
  "range 2025-02-27 2025-03-01":
    "27 February – 1 March 2025|from 27 February to 1 March 2025|с 27 февраля по 1 марта 2025 года",
  "month 2025-4": "April 2025|in April 2025|Nisan 2025|апрель 2025|в апреле 2025 года",
  "month -4": "April|in April|Nisan ayında|в апреле|апрелем|апрелю",
  "month -5": "May|Mayıs|май|мая|мае",
  "year 2025": "2025|in 2025|2025 год|2025 yılında",
  "weekday 4": "Thursday|on Thursday|Thurs.|Perşembe|perşembe günü|четверг|в четверг",
  "weekday 4 morning": "Thursday morning|on Thursday morning|perşembe sabahı|в четверг утром",
};
/** Days whose number is a word. */
const IN_WORDS: Readonly<Record<string, string>> = {
  "day 2025-04-10": "the tenth of April 2025|April the tenth, 2025|десятого апреля 2025 года",
  "day 2025-04-21": "the twenty-first of April 2025|April twenty-first, 2025|двадцать первого апреля 2025 года",
  "range --04-10 --04-11": "10 and 11 April",
};
const cases = Object.entries({ ...READ, ...IN_WORDS }).flatMap(([as, ways]) =>
  ways.split("|").map((way) => [way.trim(), as] as const),
);

it.each(cases)("reads %s as %s", (stated, as) => {
  expect(keyOf(stated)).toBe(as);
});

it.each([
  ["4/10/2025", "ambiguous"],
  ["04-10-2025", "ambiguous"],
  ["25/10/25", "ambiguous"],
  ["31 February", "no such day"],
  ["31 February 2025", "no such day"],
  ["29 February 2025", "no such day"],
  ["0 May 2025", "no such day"],
  ["2025-13-01", "no such day"],
  ["32.01.2025", "no such day"],
  ["13/13/2025", "no such day"],
  ["28–31 February 2025", "no such day"],
  ["Friday, 10 April 2025", "not that weekday"],
])("says why %s cannot be read: %s", (stated, why) => {
  expect(readDay(stated)).toEqual({ kind: "unreadable", words: stated, why });
});

it.each(
  "10 and 12 April 2025|10 April 2025 and 12 April 2025|the first Thursday of April 2025|the first April meeting|April second Thursday|late February|early April 2025|last Thursday|yesterday|soon||10 Foo 2025|the 10th|27 or 28 February|10 dubna 2025|ayer jueves|a finales de abril|28–27 February|Thursday and Friday|10 April 10 May|constructor|10 April 2025, 09:50".split(
    "|",
  ),
)("keeps %j as words", (stated) => {
  expect(readDay(stated)).toEqual({ kind: "words", words: stated });
});

it.each([
  ["Feb. 27", "27 February", "same"],
  ["27 Şubat", "27 февраля", "same"],
  ["10 April 2025", "10 апреля 2025 года", "same"],
  ["10 April 2025", "el 10 de abril de 2025", "same"],
  ["Thursday, 10 April", "jueves, 10 de abril", "same"],
  ["27–28 February", "del 27 al 28 de febrero", "same"],
  ["1 May", "primero de mayo", "same"],
  ["10 April 2025", "el viernes", "differs"],
  ["Late February", "late  February", "same"],
  ["27 February", "27 February 2025", "consistent"],
  ["Thursday", "10 April 2025", "consistent"],
  ["Thursday", "10 April", "consistent"],
  ["Thursday", "Thursday morning", "consistent"],
  ["April", "10 April 2025", "consistent"],
  ["April 2025", "10 April", "consistent"],
  ["2025", "10 April 2025", "consistent"],
  ["27–28 February", "27 February 2025", "consistent"],
  ["27–28 February", "28 February – 1 March 2025", "consistent"],
  ["Thursday, 27 February", "27 February 2025", "consistent"],
  ["29 February", "2024", "consistent"],
  ["Friday", "10 April 2025", "differs"],
  ["Friday", "Thursday", "differs"],
  ["Friday", "27 February – 27 February 2025", "apart"],
  ["Monday", "27–28 February 2025", "differs"],
  ["Friday, 27 February", "27 February 2025", "differs"],
  ["27 February", "28 February", "differs"],
  ["10 April 2025", "10 April 2024", "differs"],
  ["27–28 February", "1 March", "differs"],
  ["May", "10 April 2025", "differs"],
  ["29 February", "2025", "differs"],
  ["late February", "27 February", "apart"],
  ["4/10/2025", "10 April 2025", "apart"],
])("%s and %s: %s", (a, b, relation) => {
  expect([relate(a, b), relate(b, a)]).toEqual([relation, relation]);
});

it.each([
  ["10 Nisan 2025", undefined],
  ["10 апреля 2025 года", undefined],
  ["10.04.2025", undefined],
  ["27–28 February 2025", undefined],
  ["10 de abril de 2025", undefined],
  ["10 avril 2025", undefined],
  ["10 dubna 2025", undefined],
  ["10 avril", "year"],
  ["10 de abril", "year"],
  ["4/10/2025", undefined],
  ["27 February", "year"],
  ["27–28 February", "year"],
  ["Thursday", "calendar date"],
  ["April 2025", "calendar date"],
  ["late February 2025", "calendar date"],
])("says of %s that it lacks %s", (stated, lacks) => {
  expect(lacksOf(readDay(stated))).toBe(lacks);
});

const date = fc.date({ min: new Date("1990-01-01"), max: new Date("2040-01-01"), noInvalidDate: true });
const LONG = { day: "numeric", month: "long" } as const;
const FORMS: readonly Intl.DateTimeFormatOptions[] = [
  { ...LONG, year: "numeric" },
  { ...LONG, year: "numeric", weekday: "long" },
  LONG,
  { weekday: "long" },
  { month: "long", year: "numeric" },
];
const formats = ["en-GB", "en-US", "tr", "ru", "es"].flatMap((locale) =>
  FORMS.map((form) => new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...form })),
);
const sayings = (d: Date): fc.Arbitrary<string> =>
  fc.constantFrom(undefined, ...formats).map((f) => f?.format(d) ?? d.toISOString().slice(0, 10));
const said = date.chain(sayings);

it("reads every day that Intl writes in three languages", () => {
  fc.assert(
    fc.property(said, (of) => {
      expect([of, readDay(of).kind]).not.toEqual([of, "words"]);
    }),
  );
});

it("finds the same both ways round, and the same as an equivalence", () => {
  fc.assert(
    fc.property(said, said, (a, b) => {
      expect(relate(a, b)).toBe(relate(b, a));
      expect(relate(a, b) === "same").toBe(keyOf(a) === keyOf(b));
      expect(relate(a, a)).toBe("same");
    }),
  );
});

it("never lets two ways to say of one day differ, however much each says", () => {
  fc.assert(
    fc.property(
      date.chain((d) => fc.tuple(sayings(d), sayings(d))),
      ([a, b]) => {
        expect([a, b, relate(a, b)]).not.toEqual([a, b, "differs"]);
      },
    ),
  );
});

it("never throws, whatever is stated", () => {
  fc.assert(fc.property(anyText(120), (of) => typeof keyOf(of) === "string"));
});
