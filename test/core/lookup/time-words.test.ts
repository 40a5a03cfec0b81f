import { expect, it } from "vitest";
import { ask } from "#core/request/call.ts";
import { withTimeWords } from "#core/lookup/time-words.ts";
import { World } from "#test/moderation.ts";

const NOW = Temporal.Instant.from("2026-11-23T12:00:00Z");

it.each([
  ["who led as of 12 April 2025", "who led", "12 April 2025"],
  ["who led the us side, as of 2026-11-20?", "who led the us side", "2026-11-20"],
  ["where was it as it stood on 2026-11-20T10:00Z", "where was it", "2026-11-20T10:00Z"],
  ["how long did they meet as of yesterday?", "how long did they meet", "2026-11-22"],
  ["what came out as of last week", "what came out", "2026-11-16"],
])("reads %s", (question, rest, day) => {
  expect(withTimeWords(ask("ask", { question }), NOW).values).toEqual({ question: rest, "as-of": day });
});

it.each([
  "what happened on 10 April 2025",
  "as of 12 April 2025",
  "who led as of tomorrowish",
  "what is the state of affairs as of now",
])("leaves %s as it is", (question) => {
  expect(withTimeWords(ask("ask", { question }), NOW).values).toEqual({ question });
});

it("lets what is given outweigh the words", () => {
  const raw = ask("ask", { question: "who led as of 12 April 2025", "as-of": "2026-01-01" });
  expect(withTimeWords(raw, NOW)).toEqual(raw);
});

it("answers a question as the desk held it then", async () => {
  const world = await World.open();
  const seat = await world.seat();
  world.pass({ hours: 2 });
  await seat.call("facts retract", { id: "apr-duration-tass", reason: "test" });
  world.pass({ hours: 72 });
  expect(await seat.told("ask how long did they meet as of 2026-11-20T11:00Z")).toContain("5½");
  expect(await seat.told("ask how long did they meet")).not.toContain("5½");
});
