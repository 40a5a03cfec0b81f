import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { ROOT } from "#test/desk.ts";
import { newSeat, rea, type Seat } from "#test/moderation.ts";

// When, where and how often something was signed, over made-up talks: what was signed at one round alone has its day.
let seat: Seat;

beforeAll(async () => {
  seat = await newSeat();
  const file = readFileSync(join(ROOT, "test/fixtures/packs/salt.yaml"), "utf8");
  await seat.press(await seat.call("facts import", { file }), "Import ");
  await seat.call("talks here", { talks: "salt" });
});

const first = async (line: string): Promise<string> => (await seat.say(line, rea)).reply?.plain ?? "";

it.each([
  ["when was the memorandum signed", "3 May 2020"],
  ["what date was the memorandum singed", "3 May 2020"],
  ["exact date the reykjavik agreement was signed", "2 October 2022"],
  ["date of the lighthouse agreement", "2 October 2022"],
  ["where was the memorandum signed", "Fort Manoel"],
  ["was the memorandum signed in reykjavik", "Fort Manoel"],
  ["was the 2022 agreement signed in orsk", "Reykjavik"],
  ["topics of the memorandum", "buoys"],
  ["how many accords did they sign in june 2021", "Two accords"],
  ["number of accords signed in june 2021", "Two accords"],
])("answers: %s", async (line, held) => {
  expect(await first(line)).toContain(held);
});

it.each([
  // No round has signed one.
  "when was the treaty signed",
  // Two rounds did, and nothing says which.
  "when was it signed",
  "what did lena marsh say about the reykjavik agreement",
  // A hotel that has no name.
  "name of the hotel in reykjavik",
  "had the talks stood still before 2021",
])("does not answer: %s", async (line) => {
  expect(await first(line)).toBe("");
});
