import { expect, it } from "vitest";
import { nile } from "./nile.ts";

it("takes a round out of lists and answers, keeps its history, and brings it back", async () => {
  const desk = await nile("T-retire");
  const retired = await desk.say('facts talks retire "First round, Geneva" reason:"it was called off"');
  expect(retired.text).toContain("It is out of lists. 4 facts left the answers. Its history stays.");
  expect((await desk.say("list")).text).not.toContain("Geneva");
  expect((await desk.say("who led the egyptian side")).text).not.toContain("Ida Ray led");
  expect((await desk.say('facts history "First round, Geneva"')).text).toContain("Reason: it was called off");
  expect((await desk.press(retired, /^Bring back/u)).text).toContain("Brought back: First round, Geneva");
  expect((await desk.say("who led the egyptian side")).text).toContain("Ida Ray");
});

it("is taken back by undo", async () => {
  const desk = await nile("T-retire-undo");
  await desk.say("facts place retire Geneva");
  expect((await desk.say("desk retire Geneva")).text).toContain('Nothing here is called "Geneva"');
  await desk.say("facts undo");
  expect((await desk.say("desk retire Geneva")).text).toContain("Retired: Geneva");
});

it("does not retire a party that takes part in a negotiation", async () => {
  const desk = await nile("T-retire-party");
  expect((await desk.say("facts party retire Egypt")).text).toContain("Egypt takes part in Nile dam talks.");
});

it("counts the facts that go on naming what is out of lists", async () => {
  const desk = await nile("T-retire-person");
  expect((await desk.say('facts person retire "Ida Ray"')).text).toContain("1 fact that names it stays as it is.");
});
