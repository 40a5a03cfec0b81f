import { beforeAll, expect, it } from "vitest";
import { filled } from "#core/request/example.ts";
import { shipped } from "#test/desk.ts";
import { commands } from "#commands/index.ts";
import { ann, newSeat, rea, type Seat } from "#test/moderation.ts";

const READING = commands.group("talks").filter((c) => c.tier === "reader" && !["help", "changes"].includes(c.path[1]));
const LINES = READING.map((c) => `${c.path[1]} ${filled(c.example, shipped)}`.trim());

// 20 November, 10:00: shipped. 11:00: the first changes. 12:00: the second. 13:00: now.
let seat: Seat;
const shown = { shipped: new Map<string, string>(), first: new Map<string, string>() };

beforeAll(async () => {
  seat = await newSeat();
  const keep = async (into: Map<string, string>) => {
    for (const line of LINES) into.set(line, (await seat.say(line, rea)).text);
  };
  await keep(shown.shipped);
  seat.world.pass({ hours: 1 });
  await seat.add({ slot: "outcome", result: "a hotline was agreed on" });
  await seat.told('facts correct apr-duration-around-six stated:"seven hours"');
  await seat.told("facts retract apr-led-us withdrawn");
  await keep(shown.first);
  seat.world.pass({ hours: 1 });
  await seat.told("facts restore apr-led-us");
  await seat.told("facts undo 3", { ...ann, tier: "admin" });
  await seat.told('facts alias add "Alexander Darchiev" Sasha');
  seat.world.pass({ hours: 1 });
});

const unmarked = (text: string): string => text.replace(/As this desk held it at .*?UTC\)?\.\s+/u, "");

it("has the option on every reading command", () => {
  expect(READING.filter((c) => !Object.hasOwn(c.options, "as-of")).map((c) => c.path[1])).toEqual([]);
  expect(READING.length).toBeGreaterThan(15);
});

it.each(LINES)("answers as the desk held it then: %s", async (line) => {
  const asked = async (at: string) => (await seat.say(`${line} as-of:${at}`, rea)).text;
  expect(await asked("2026-11-20T10:30Z")).toContain("As this desk held it at 20 November 2026, 10:30 UTC.");
  expect(unmarked(await asked("2026-11-20T10:30Z"))).toBe(shown.shipped.get(line));
  expect(unmarked(await asked("2026-11-20T11:30Z"))).toBe(shown.first.get(line));
  expect(unmarked(await asked("2026-11-20T13:00Z"))).toBe((await seat.say(line, rea)).text);
  expect(unmarked(await asked("2026-11-20"))).toBe((await seat.say(line, rea)).text);
});

it("takes an exact moment as included", async () => {
  expect(await seat.told("who-led as-of:2026-11-20T10:59:59Z", rea)).toContain("Coulter");
  expect(await seat.told("who-led as-of:2026-11-20T11:00:00Z", rea)).not.toContain("Coulter");
});

it("held nothing before it was there", async () => {
  const refusal = await seat.refused("who-led as-of:2026-11-19", rea);
  expect(refusal).toMatchObject({
    kind: "held",
    message: expect.stringContaining("As this desk held it at the end of 19"),
  });
});

it("knows a spelling only since it was added", async () => {
  expect((await seat.refused("who sasha as-of:2026-11-20T11:30Z", rea)).message).toContain('called "sasha"');
  expect(await seat.told("who sasha", rea)).toContain("Darchiev");
});

it.each([
  ["2026-11-21", "is in the future"],
  ["2026-11-20T13:01Z", "is in the future"],
  ["9999-01-01", "is in the future"],
  ["soon", "is not a day or a moment"],
  ["2026-02-30", "is not a day or a moment"],
  ["+999999-01-01", "is not a day or a moment"],
])("refuses %s", async (at, why) => {
  expect((await seat.refused(`who-led as-of:${at}`, rea)).message).toContain(why);
});

it("takes today, whose end is still to come, in words too", async () => {
  expect(await seat.told('who-led as-of:"20 November 2026"', rea)).toContain("Coulter");
  seat.world.pass({ hours: 24 * 280 });
  expect(await seat.told('who-led as-of:"27 August 2027"', rea)).toContain("the end of 27 August 2027");
});

it("stays at that moment where one goes on by a button", async () => {
  const then = await seat.say("who-led as-of:2026-11-20T11:30Z", rea);
  const where = await seat.press(then, "Where", rea);
  expect(where.text).toContain("As this desk held it at 20 November 2026, 11:30 UTC.");
});
