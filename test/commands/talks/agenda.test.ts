import { expect, it } from "vitest";
import { told } from "#test/desk.ts";

it("tells what was discussed and who said so", async () => {
  const text = await told("agenda");
  expect(text).toContain("embassy operations (strictly about these), according to State Department spokesperson Tammy");
  expect(text).toContain("diplomatic property (a significant issue under discussion)");
});

it("tells what was excluded in the spokesperson's own words, and what would have to come first", async () => {
  const text = await told("agenda");
  expect(text).toContain("Ukraine: “The focus is not on Ukraine”, said Tammy Bruce.");
  expect(text).toContain("which will only happen after peace is established between Russia and Ukraine”, said Tammy");
});

it("does not turn 'the focus is not on' into 'not on the agenda'", async () => {
  expect(await told("agenda")).not.toMatch(/Ukraine was not on|not on the agenda/iu);
});

it("tells who raised what in the first round", async () => {
  const text = await told("agenda talks:first");
  expect(text).toContain("Raised by the U.S. side: access to banking and contracted services.");
  expect(text).toContain("Not on the agenda: political issues, in particular the war between Russia and Ukraine.");
});
