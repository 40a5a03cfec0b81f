import { expect, it } from "vitest";
import { commandsMeant, reached } from "#test/bench/ask/own.ts";
import { say, session } from "#test/desk.ts";

it("reaches the command that is asked for in at least 97 of 100 questions, in three languages", async () => {
  const all = await Promise.all(
    commandsMeant().map(async (one) => ({ ...one, got: await reached(one.words, session) })),
  );
  const wrong = all.filter(({ command, got }) => command !== got);
  expect(all.length).toBeGreaterThan(400);
  expect(wrong.length <= all.length * 0.03 ? [] : wrong).toEqual([]);
});

it.each([
  ["what does TASS say about visas", "TASS"],
  ["did TASS say how long it lasted", "TASS"],
])("tells what an outlet says of one thing: %s", async (line, outlet) => {
  const { reply, text } = await say(line);
  expect(reply?.facts.length).toBeGreaterThan(0);
  expect(text).toContain(outlet);
});

it("does not tell what other outlets say as that of the one that is asked for", async () => {
  const { refusal } = await say("what does Meduza say about the properties");
  expect(refusal?.message).toContain("Meduza");
});

it.each(["summary of the fifth round", "compare the second and the seventh round"])(
  "tells nothing of a round that is not held: %s",
  async (line) => expect((await say(line)).refusal?.message).toMatch(/fifth|seventh/u),
);

it.each(["retract that", "remove this", "correct the day", "delete it", "add a fact", "please retract that"])(
  "takes no order for a question about what changed: %s",
  async (line) => expect((await say(line)).text).not.toMatch(/^\d+ changes? since/u),
);
