import { expect, it } from "vitest";
import { cellWords } from "#core/reply/reply.ts";
import { refused, say, told } from "#test/desk.ts";
import { ann, newSeat, rea } from "#test/moderation.ts";

const table = async (line: string) => {
  const found = (await say(line)).reply.blocks.find((b) => b.kind === "table");
  if (found?.kind !== "table") throw new Error("no table");
  return { head: found.head, rows: found.rows.map((row) => row.map(cellWords)) };
};

it.each(["compare", "compare first second", "compare a:february b:april", "compare first", "compare b:second"])(
  "sets the two rounds side by side: %s",
  async (line) => {
    const { head, rows } = await table(line);
    expect(head).toEqual(["What", "First round", "Second round"]);
    expect(await told(line)).toContain("First round, Istanbul, February 2025 · Second round, Istanbul, April 2025");
    expect(rows.map(([label]) => label)).toEqual([
      "When",
      "Where",
      "How long",
      "Who led (the U.S. side)",
      "Who led (the Russian side)",
      "On the agenda",
      "Excluded",
      "Outcomes",
      "What comes next",
    ]);
  },
);

it("says first what the two are set side by side on, in one line", async () => {
  const { reply } = await say("compare");
  expect(reply.blocks[0]).toMatchObject({
    kind: "heading",
    text: "First round and Second round side by side: when, where, how long, who led, on the agenda, excluded, outcomes and what comes next.",
  });
});

it("turns them round where they are named so", async () => {
  expect((await table("compare second first")).head[1]).toContain("Second");
});

it("puts each wording with its outlets into its cell, and says where nothing is held", async () => {
  const { rows } = await table("compare");
  expect(rows.find(([l]) => l === "How long")).toEqual([
    "How long",
    "more than six hours [TASS, note 2]; several hours [Meduza, note 1]",
    "Consistent: 5½ hours [TASS, note 1]; five and a half hours [Türkiye Today, note 1, according to Russian and US officials]; around six hours from the U.S. delegation's arrival at the consulate to its departure [ln24SA, ¶2]",
  ]);
  expect(rows.at(-1)?.at(-1)).toBe("nothing held");
});

it("cites each round's sources, an article once", async () => {
  const text = (await told("compare")).replace(/\s+/gu, " ");
  expect(text).toContain("First round, Istanbul, February 2025: Meduza, 28 February 2025, notes 1–5;");
  expect(text).toContain(
    "Second round, Istanbul, April 2025: ln24SA, ¶¶ 1–3, 5 and 7; TASS, 10 April 2025, notes 1 and 3–7;",
  );
});

it("refuses one round twice", async () => {
  expect(await refused("compare first february")).toMatchObject({
    kind: "usage",
    message: "Those two are one round: First round, Istanbul, February 2025.",
    hint: 'Type two, as in: /talks compare "First round, Istanbul, February 2025" "Second round, Istanbul, April 2025"',
  });
});

it("refuses a round that there is not", async () => {
  expect((await refused("compare first third")).message).toBe('No round of talks here is called "third".');
});

it("tells the first of what a round has many of, and how many more, so that no cell is a wall", async () => {
  const seat = await newSeat();
  for (let i = 1; i <= 9; i += 1)
    await seat.told(`facts add outcome talks:second result:"step ${i} was agreed on" source:TASS paragraph:${i}`, ann);
  const { reply } = await seat.say("compare", rea);
  const found = reply?.blocks.find((b) => b.kind === "table");
  const rows = found?.kind === "table" ? found.rows.map((row) => row.map(cellWords)) : [];
  const [, , outcomes = ""] = rows.find(([label]) => label === "Outcomes") ?? [];
  expect(outcomes).toMatch(/; and 6 more$/u);
  expect(outcomes).not.toContain("step 9");
});
