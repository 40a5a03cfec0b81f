import { expect, it } from "vitest";
import { cellWords } from "#core/reply/reply.ts";
import { say, told } from "#test/desk.ts";

const rows = async (line: string) =>
  (await say(line)).reply.blocks.flatMap((b) => (b.kind === "table" ? b.rows.map((row) => row.map(cellWords)) : []));

it("tells the rounds in order, a row a question or a fact", async () => {
  const all = await rows("timeline");
  expect([...new Set(all.map(([round]) => round))]).toEqual(["First round", "Second round"]);
  expect(all[0]?.slice(0, 3)).toEqual([
    "First round",
    "When",
    "27 February 2025 [Meduza, note 1; TASS, note 2; Türkiye Today, note 5]",
  ]);
  expect(all.filter(([round, what]) => round === "First round" && what === "What comes next")).toHaveLength(2);
});

it("tells who arrived, left and stayed, in the article's words for the place", async () => {
  const told = (await rows("timeline talks:second")).map((row) => row[1]);
  expect(told).toContain(
    "The U.S. side arrived at the Russian consulate building in Istanbul (earlier in the day) [ln24SA, ¶2]",
  );
  expect(told).toContain(
    "The U.S. side left the Russian consulate building in Istanbul (around six hours later) [ln24SA, ¶2]",
  );
  expect(told).toContain("The Russian side stayed at the Russian consulate (throughout the talks) [ln24SA, ¶2]");
  expect(told[0]).toBe("Consistent: 10 April 2025 [TASS, note 1]; Thursday [ln24SA, ¶1]");
});

it("keeps to one round where one is asked for, and names it whole", async () => {
  const text = await told("timeline talks:second");
  expect(text).toContain("Timeline: Second round, Istanbul, April 2025");
  expect(text).not.toContain("First round");
});

it.each(["timeline", "timeline talks:second"])("draws each line of %s under the name of its round", async (line) => {
  const { reply } = await say(line);
  const [drawn] = reply.blocks.flatMap((b) => (b.kind === "picture" ? [b.picture] : []));
  const cells = drawn?.rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join(""))) ?? [];
  expect(cells.length).toBeGreaterThan(5);
  for (const [round, what, told] of cells) {
    expect(round).toMatch(/round/u);
    expect(what).not.toBe("");
    expect(told).not.toBe("");
  }
});
