import { expect, it } from "vitest";
import { refused, say, told } from "#test/desk.ts";

const FOCUS = "The focus is not on Ukraine";

it("gives the words, the speaker, her post and when she spoke", async () => {
  const { reply } = await say("quotes");
  expect(reply.blocks.filter((b) => b.kind === "quote")).toMatchObject([
    { text: FOCUS, by: "Tammy Bruce, State Department spokesperson, earlier that week · apr-quote-focus" },
    { by: "Tammy Bruce, State Department spokesperson, earlier that week · apr-quote-embassy" },
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

it("holds no quotation of somebody whom no source quotes", async () => {
  expect((await refused("quotes darchiev")).message).toMatch(/^The desk holds nothing on quotations/u);
});
