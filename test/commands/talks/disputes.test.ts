import { expect, it } from "vitest";
import { say, told } from "#test/desk.ts";

it("shows how long the second round lasted, side by side, and nothing else", async () => {
  const { text, reply } = await say("disputes");
  expect(reply.plain).toBe("1 open disagreement: how long.");
  expect(text).toContain("Sources differ: around six hours (ln24SA); 5½ hours (TASS and Türkiye Today).");
});

it("says that none differ where none do", async () => {
  expect(await told("disputes talks:first")).toContain("No live facts differ.");
});
