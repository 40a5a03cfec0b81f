import { expect, it } from "vitest";
import { cellWords } from "#core/reply/reply.ts";
import { refused, say, told } from "#test/desk.ts";

it("lists the six articles with day, kind, how many facts rest on them and how they are held", async () => {
  const { reply } = await say("sources");
  const rows = reply.blocks.flatMap((b) => (b.kind === "table" ? b.rows.map((row) => row.map(cellWords)) : []));
  expect(rows.map((row) => row.slice(0, 4))).toEqual([
    ["ln24SA", "no day given", "35", "7 paragraphs"],
    ["Hürriyet Daily News", "27 February 2025", "1", "1 note"],
    ["Hürriyet Daily News", "27 February 2025", "6", "5 notes"],
    ["Meduza", "28 February 2025", "14", "8 notes"],
    ["TASS, Russian state news agency", "10 April 2025", "20", "10 notes"],
    ["Türkiye Today", "10 April 2025", "11", "5 notes"],
  ]);
  expect(rows[4]?.[4]).toBe("https://tass.com/politics/1941799");
});

it.each(["tass", "TASS", "tas"])("tells all that TASS says, as %s, in its own wording", async (outlet) => {
  const text = await told(`sources ${outlet}`);
  expect(text).toContain("Alexander Darchiev, ambassador to Washington, led the Russian team.");
  expect(text).not.toContain("new ambassador");
  expect(text).not.toContain("ln24SA");
});

it("finds an outlet without its marks", async () => {
  expect(await told("sources turkiye today")).toContain("expert-level consultations");
});

it("cites under an outlet's name that outlet alone", async () => {
  const { reply } = await say("sources meduza");
  const outlets = reply.facts.flatMap((f) => f.sources.map((s) => s.outlet));
  expect(new Set(outlets)).toEqual(new Set(["Meduza"]));
});

it("offers its outlets for one that it does not hold", async () => {
  const refusal = await refused("sources reuters");
  expect(refusal.message).toBe('The desk holds nothing on an outlet "reuters".');
  expect(refusal.buttons.map((b) => b.label)).toContain("TASS");
});

it.each(["sources for april", "sources talks:april", "which sources are there on the second round"])(
  "lists the articles that tell of one round alone: %s",
  async (line) => {
    const { reply, text } = await say(line);
    expect(reply?.plain).toContain("3 articles of 3 outlets tell of Second round, Istanbul, April 2025.");
    expect(text).not.toContain("Meduza");
  },
);
