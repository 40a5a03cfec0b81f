import { expect, it } from "vitest";
import { newSeat } from "#test/moderation.ts";

it("says that there is no article, and shows one that proposes nothing", async () => {
  const seat = await newSeat();
  expect((await seat.call("facts propose", { file: "  " })).refusal?.message).toBe("That file is empty.");
  const shown = await seat.call("facts propose", { file: "Headline only", talks: "second", source: "The Gazette" });
  expect(shown.text).toContain("0 proposals in 1 paragraph");
});

it("renders nothing of an article as markup or as a mention", async () => {
  const seat = await newSeat();
  const text = "The talks in **Oslo** lasted <@U1> nine hours, said [x](https://example.org) @everyone.";
  const shown = await seat.call("facts propose", { file: text, talks: "second", source: "Wire" });
  const said = shown.reply?.blocks.flatMap((b) => (b.kind === "paragraph" ? b.text : [])) ?? [];
  expect(said.every(({ kind }) => kind === "text" || kind === "strong")).toBe(true);
  expect(said.map((i) => i.text).join("")).toContain("[x](https://example.org) @everyone");
});
