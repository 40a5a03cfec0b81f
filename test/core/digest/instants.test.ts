import fc from "fast-check";
import { expect, it } from "vitest";
import { nextInstants } from "#core/digest/instants.ts";
import { zoneChoices } from "#core/digest/zone.ts";

const DAY = 24 * 60;
const QUARTER = 15;

/** Minutes since 1970 in a zone's local time, for every quarter of an hour from one day to another. */
function walls(
  timezone: string,
  from: string,
  to: string,
): { readonly first: number; readonly wall: readonly number[] } {
  const [start, end] = [from, to].map((day) => Temporal.Instant.from(`${day}T00:00Z`).epochMilliseconds / 60_000);
  const first = start ?? 0;
  const steps = ((end ?? 0) - first) / QUARTER;
  const wall = Array.from({ length: steps }, (_, i) => {
    const at = first + i * QUARTER;
    const zoned = Temporal.Instant.fromEpochMilliseconds(at * 60_000).toZonedDateTimeISO(timezone);
    return at + zoned.offsetNanoseconds / 60e9;
  });
  return { first, wall };
}

/** The brute way: a minute is due when the wall's clock first shows it, or passes it by. */
function brute({ first, wall }: ReturnType<typeof walls>, due: (wall: number) => boolean): readonly number[] {
  const found: number[] = [];
  let seen = (wall[0] ?? 0) - 1;
  for (const [i, start] of wall.entries()) {
    for (let minute = 0; minute < QUARTER; minute += 1) {
      let hit = false;
      for (let w = seen + 1; w <= start + minute; w += 1) hit ||= due(w);
      seen = Math.max(seen, start + minute);
      if (hit) found.push(first + i * QUARTER + minute);
    }
  }
  return found;
}

function scheduled(cron: string, timezone: string, from: string, to: string): readonly number[] {
  const start = Temporal.Instant.from(`${from}T00:00Z`).subtract({ seconds: 1 });
  const end = Temporal.Instant.from(`${to}T00:00Z`).epochMilliseconds / 60_000;
  const found: number[] = [];
  for (let after = start; ;) {
    const next = nextInstants({ cron, timezone }, after, 100);
    for (const instant of next) {
      const minute = instant.epochMilliseconds / 60_000;
      if (minute >= end) return found;
      found.push(minute);
    }
    after = next.at(-1) ?? after;
  }
}

const ODD = [
  "Europe/Istanbul",
  "Europe/Moscow",
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "Africa/Casablanca",
  "America/New_York",
  "Europe/London",
  "Asia/Tehran",
  "Pacific/Chatham",
  "Africa/Cairo",
];

it.each(ODD)("is due in %s as a walk over every minute of a year has it", (timezone) => {
  const shown = walls(timezone, "2024-07-01", "2025-07-01");
  for (const [h, m] of [
    [2, 30],
    [0, 0],
    [2, 15],
  ] as const) {
    const expected = brute(shown, (wall) => wall % DAY === h * 60 + m);
    expect(scheduled(`${m} ${h} * * *`, timezone, "2024-07-01", "2025-07-01")).toEqual(expected);
  }
});

it("is due on weekdays only, and every half hour, as the walk has it", () => {
  const weekday = (wall: number): boolean => [1, 2, 3, 4, 5].includes((Math.floor(wall / DAY) + 4) % 7);
  // The clocks of each change within these weeks, those of Casablanca twice.
  const [from, to] = ["2026-02-10", "2026-04-10"];
  for (const timezone of ["Australia/Lord_Howe", "Africa/Casablanca", "America/New_York"]) {
    const half = brute(walls(timezone, from, to), (w) => w % 30 === 0 && weekday(w));
    expect(scheduled("*/30 * * * 1-5", timezone, from, to).join()).toBe(half.join());
  }
});

it("tells the day that Samoa left out at the start of the next one", () => {
  const expected = brute(walls("Pacific/Apia", "2011-12-25", "2012-01-05"), (wall) => wall % DAY === 540);
  expect(scheduled("0 9 * * *", "Pacific/Apia", "2011-12-25", "2012-01-05")).toEqual(expected);
});

it.each([
  ["30 2 * * *", "Europe/Berlin", "2026-03-28T12:00Z", "2026-03-29T03:00:00+02:00[Europe/Berlin]"],
  ["30 2 * * *", "America/New_York", "2026-03-07T12:00Z", "2026-03-08T03:00:00-04:00[America/New_York]"],
  ["30 2 * * *", "Europe/Berlin", "2026-10-24T12:00Z", "2026-10-25T02:30:00+02:00[Europe/Berlin]"],
  ["15 2 * * *", "Australia/Lord_Howe", "2026-10-02T16:00Z", "2026-10-04T02:30:00+11:00[Australia/Lord_Howe]"],
  ["30 23 * * *", "America/Nuuk", "2027-03-27T12:00Z", "2027-03-28T00:00:00-01:00[America/Nuuk]"],
  ["0 0 * * *", "Africa/Cairo", "2026-04-23T12:00Z", "2026-04-24T01:00:00+03:00[Africa/Cairo]"],
])("runs %s in %s once where the clocks change", (cron, timezone, after, then) => {
  const [next] = nextInstants({ cron, timezone }, Temporal.Instant.from(after), 1);
  expect(next?.toZonedDateTimeISO(timezone).toString()).toBe(then);
});

it("has one instant for each local day, in any zone, whenever one starts to look", () => {
  const names = zoneChoices().map((c) => c.value);
  const start = Temporal.Instant.from("2020-01-01T00:00Z").epochMilliseconds;
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.integer({ min: 0, max: 17 * 365 }),
      fc.integer({ min: 0, max: DAY - 1 }),
      (timezone, day, minute) => {
        const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
        const cron = `${minutes} ${hours} * * *`;
        const after = Temporal.Instant.fromEpochMilliseconds(start + day * DAY * 60_000);
        const found = nextInstants({ cron, timezone }, after, 30).map((i) => i.toZonedDateTimeISO(timezone));
        // Nuuk's clocks skip the hour before midnight: what was due in it comes at 0:00, and still belongs to the day
        // before.
        const days = found.map((z) => z.toPlainDateTime().subtract({ hours, minutes }).toPlainDate());
        expect(days.map(String)).toEqual(days.map((_, i) => days[0]?.add({ days: i }).toString()));
      },
    ),
    { numRuns: 200 },
  );
});
