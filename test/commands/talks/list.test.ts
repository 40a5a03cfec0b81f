import { expect, it } from "vitest";
import { say } from "#test/desk.ts";

it("lists the rounds, the latest first, with what rests on how much", async () => {
  const { text, reply } = await say("list");
  expect(text.indexOf("Second round")).toBeLessThan(text.indexOf("First round"));
  expect(text).toMatch(/First round, Istanbul, February 2025: \d+ facts from 5 articles/u);
  expect(text).toMatch(/Second round, Istanbul, April 2025: \d+ facts from 3 articles/u);
  expect(reply.plain).toBe("The desk knows 2 rounds of talks.");
});
