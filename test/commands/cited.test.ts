import { expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { cited, say } from "#test/desk.ts";

const READING = commands.group("talks").filter((c) => c.tier === "reader");
const LINES = READING.flatMap((c) => [
  `${c.path[1]} ${c.example}`.trim(),
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
    const { refusal } = await say(`${c.path[1]} ${c.example}`.trim());
    expect([c.path[1], refusal]).toEqual([c.path[1], undefined]);
  }
});

it("keeps names, descriptions and options within what Discord and Slack accept", () => {
  for (const c of commands.all) {
    for (const name of [c.path[1], ...Object.keys(c.options)]) expect(name).toMatch(/^[a-z][a-z-]{0,31}$/u);
    for (const about of [c.about, ...Object.values(c.options).map((o) => o.about)]) {
      expect(about.length).toBeGreaterThan(0);
      expect(about.length).toBeLessThanOrEqual(100);
    }
    expect(Object.keys(c.options).length).toBeLessThanOrEqual(25);
  }
});
