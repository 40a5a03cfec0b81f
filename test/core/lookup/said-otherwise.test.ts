import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { ROOT } from "#test/desk.ts";
import { newSeat, rea, type Seat } from "#test/moderation.ts";

// What a source says in several words, and people ask for in one: initials, capitals, turns of speech.
let seat: Seat;

beforeAll(async () => {
  seat = await newSeat();
  const file = readFileSync(join(ROOT, "test/fixtures/packs/salt.yaml"), "utf8");
  await seat.press(await seat.call("facts import", { file }), "Import ");
  await seat.call("talks here", { talks: "salt" });
});

const first = async (line: string): Promise<string> => (await seat.say(line, rea)).reply?.plain ?? "";

it.each([
  ["how big is the fund that the UN runs", "40 million"],
  ["how many euros is the harbour fund of the UN worth", "40 million"],
  ["how long is the us sanctions relief after reykjavik", "five months"],
  ["what did washington let pelican do in october 2022", "dredge the estuary"],
  ["how many sailors were released after the signing", "6 sailors"],
  // Somebody by a post, however many words it has.
  ["what did varland's foreign minister say", "“We promise every sailor a pension”"],
  ["what did the varlandic prime minister say in reykjavik", "“We promise every sailor a pension”"],
])("answers: %s", async (line, held) => {
  expect((await first(line)).split("\n")[0]).toContain(held);
});

it("does not take a place for the country whose capital it is", async () => {
  expect(await first("what was dredged in washington")).toBe("");
});
