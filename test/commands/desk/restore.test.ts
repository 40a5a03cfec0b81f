import { expect, it } from "vitest";
import { nile } from "./nile.ts";

it("finds what is retired by any spelling, and nothing that is in use", async () => {
  const desk = await nile("T-restore");
  expect((await desk.say('desk restore "Ida Ray"')).text).toContain('Nothing retired here is called "Ida Ray"');
  await desk.say('facts person retire "Ida Ray"');
  expect((await desk.say('desk restore "I. Ray" reason:"she is back"')).text).toContain("Brought back: Ida Ray");
  expect((await desk.say("facts audit")).text).toContain("restored person Ida Ray");
});
