import { expect, it } from "vitest";
import { filled } from "#core/request/example.ts";
import { commands } from "#commands/index.ts";
import { cited, say, shipped } from "#test/desk.ts";

const READING = commands.group("talks").filter((c) => c.tier === "reader");
const LINES = READING.flatMap((c) => [
  `${c.path[1]} ${filled(c.example, shipped)}`.trim(),
  ...("talks" in c.options ? [`${c.path[1]} talks:first`] : []),
]);

it.each(LINES)("cites every statement of: %s", async (line) => {
  const { reply } = await say(line);
  for (const { statement, sources } of cited(reply)) expect([statement, sources > 0]).toEqual([statement, true]);
  for (const fact of reply.facts) expect(fact.sources.length).toBeGreaterThan(0);
});

it.each(LINES)("says in one plain line of at most 300 characters what it says: %s", async (line) => {
  const { plain } = (await say(line)).reply;
  expect(plain.length).toBeLessThanOrEqual(300);
  expect(plain).toMatch(/^[^\n]+$/u);
});

it("has every command's example answered, none refused for how it is typed", async () => {
  for (const c of READING) {
    const { refusal } = await say(`${c.path[1]} ${filled(c.example, shipped)}`.trim());
    expect([c.path[1], refusal]).toEqual([c.path[1], undefined]);
  }
});
