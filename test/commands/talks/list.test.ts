import { expect, it } from "vitest";
import { cited, say } from "#test/desk.ts";

it("lists the rounds, the latest first, with what rests on how much", async () => {
  const { text, reply } = await say("list");
  expect(text.indexOf("Second round")).toBeLessThan(text.indexOf("First round"));
  expect(text).toMatch(/First round, Istanbul, February 2025: \d+ facts from 5 articles/u);
  expect(text).toMatch(/Second round, Istanbul, April 2025: \d+ facts from 3 articles/u);
  expect(reply.plain).toBe("The desk knows 2 rounds of talks.");
});

it("tells one round in five cited lines, and all of them where sources differ", async () => {
  const { reply, text } = await say("list first");
  for (const line of ["When", "Where", "Who led", "How long", "What came of it"]) expect(text).toContain(line);
  const told = cited(reply);
  expect(told.length).toBeGreaterThanOrEqual(5);
  expect(told.every(({ sources }) => sources > 0)).toBe(true);
});
