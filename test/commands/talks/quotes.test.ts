import { expect, it } from "vitest";
import { refused, say, told } from "#test/desk.ts";

const FOCUS = "The focus is not on Ukraine";

it("gives the words, the speaker, her post and when she spoke", async () => {
  const { reply } = await say("quotes");
  expect(reply.blocks.filter((b) => b.kind === "quote")).toMatchObject([
    { text: FOCUS, by: "Tammy Bruce, State Department spokesperson, earlier that week", id: "apr-quote-focus" },
    { by: "Tammy Bruce, State Department spokesperson, earlier that week", id: "apr-quote-embassy" },
  ]);
});

it.each([
  "quotes bruce",
  "quotes speaker:tammy",
  "quotes about:focus",
  "quotes bruce ukraine",
  'quotes about:"on Ukraine"',
])("answers %s", async (line) => {
  expect(await told(line)).toContain(FOCUS);
});

it("keeps to what the quotation is about", async () => {
  expect(await told("quotes about:normalizing")).not.toContain(FOCUS);
});

it("says of whom, and about what, it holds no quotation", async () => {
  expect((await refused("quotes coulter")).message).toBe(
    "The desk holds nothing on quotations of Sonata Coulter in Second round, Istanbul, April 2025.",
  );
  expect((await refused("quotes bruce flights")).message).toContain("quotations of Tammy Bruce about “flights” in");
});
