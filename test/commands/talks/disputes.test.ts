import { expect, it } from "vitest";
import { say, told } from "#test/desk.ts";

it("shows what was done to the six properties, side by side, and nothing else", async () => {
  const { text, reply } = await say("disputes");
  expect(reply.plain).toBe("Sources differ on 1 question: properties.");
  expect(text).toMatch(/Sources differ: .*under restrictions imposed .*\(ln24SA\); .*seized .*\(Türkiye Today\)/u);
});

it("says that none differ where none do", async () => {
  expect(await told("disputes talks:first")).toContain("No sources differ.");
});
