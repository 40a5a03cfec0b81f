import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { ROOT } from "#test/desk.ts";
import { newSeat, rea, type Seat } from "#test/moderation.ts";

// Words that name a round without its number or its day, over made-up talks of three years.
let seat: Seat;

beforeAll(async () => {
  seat = await newSeat();
  const file = readFileSync(join(ROOT, "test/fixtures/packs/salt.yaml"), "utf8");
  await seat.press(await seat.call("facts import", { file }), "Import ");
  await seat.call("talks here", { talks: "salt" });
});

const first = async (line: string): Promise<string> => (await seat.say(line, rea)).reply?.plain ?? "";

it.each([
  // By its year.
  ["what was on the agenda in 2020", "buoys"],
  ["dates of the 2021 round", "June 2021"],
  ["how many sailors were let out after the 2022 signing", "6"],
  // By the place where it was, or the country of that, and what came of it there.
  ["what is in the reykjavik agreement", "tolls and lighthouses"],
  ["who led the league after the iceland signing", "Okon"],
  // By being the first of all.
  ["what did the league ask for at the start", "the sanctions on its ports gone"],
  ["what did the league want at the outset of the talks", "the sanctions on its ports gone"],
])("finds the round of: %s", async (line, held) => {
  expect(await first(line)).toContain(held);
});

it.each([
  "who led for varland in may 2020 and in reykjavik",
  "did ida brask lead varland in valletta and in october 2022",
])("takes two rounds that are joined: %s", async (line) => {
  const said = await first(line);
  expect(said).toContain("foreign minister");
  expect(said).toContain("prime minister");
});

it("does not take a month of another year for a round's", async () => {
  expect(await first("who led the varlandic side in october 2021")).toBe("");
});
