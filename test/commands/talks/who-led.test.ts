import { expect, it } from "vitest";
import { cited, refused, say, told } from "#test/desk.ts";

it("names each leader with the post under their side", async () => {
  const { reply } = await say("who-led");
  const lines = reply.blocks.flatMap((b) => (b.kind === "paragraph" ? [b.text.map((i) => i.text).join("")] : []));
  const [russia, us] = [lines.indexOf("The Russian side"), lines.indexOf("The U.S. side")];
  expect(lines[russia + 1]).toContain("Alexander Darchiev, Russia's new ambassador to Washington, led the discussions");
  expect(lines[us + 1]).toContain("Sonata Coulter, U.S. Deputy Assistant Secretary of State, led the discussions");
});

it("counts the outlets that agree and cites each with its paragraph and day", async () => {
  expect(await told("who-led side:russia")).toContain(
    "3 outlets name the same person; the post and scope differ: confirmed by Russia's foreign ministry, in ln24SA, ¶3; " +
      "TASS, 10 April 2025, note 3; Türkiye Today, 10 April 2025, note 4",
  );
});

it("shows each variant of her post with who reports it", async () => {
  expect(await told("who-led us")).toContain(
    "Post as reported: “U.S. Deputy Assistant Secretary of State” (ln24SA); " +
      "“Deputy Assistant Secretary of State for Russia and Central Europe” (TASS); " +
      "“Deputy Assistant Secretary of State for European and Eurasian Affairs” (Türkiye Today)",
  );
});

it("shows the spellings of his name that the sources use", async () => {
  expect(await told("who-led russia")).toContain(
    "Name as reported: “Alexander Darchiev” (ln24SA and TASS); “Aleksandr Darchiev” (Türkiye Today)",
  );
});

it.each(["us", "US", "American", "the american side", "amercan"])("takes %s for the U.S. side alone", async (side) => {
  const text = await told(`who-led side:"${side}"`);
  expect(text).toContain("Sonata Coulter");
  expect(text).not.toContain("Darchiev");
});

it("asks about another round by any of its names", async () => {
  for (const round of ["first", "february", "istanbul-february", '"round one"']) {
    const text = await told(`who-led talks:${round} side:russia`);
    expect(text).toContain("Who led: First round");
    expect(text).toContain("“director of the Foreign Ministry's North Atlantic Department” (TASS)");
    expect(text).not.toContain("ambassador");
  }
});

it("offers the other round as a button that asks the same again", async () => {
  const { reply } = await say("who-led side:us --public");
  const all = reply.blocks.flatMap((b) => (b.kind === "buttons" ? b.buttons : []));
  expect(all.find((b) => b.label.startsWith("First round"))?.call).toEqual({
    path: ["talks", "who-led"],
    values: { side: "us", talks: "istanbul-february" },
  });
});

it("refuses a side that nobody was on, and offers those there are", async () => {
  const refusal = await refused("who-led side:china");
  expect(refusal.message).toBe('No party here is called "china".');
  expect(refusal.hint).toContain("Russia, United States");
  expect(refusal.buttons[0]?.call).toEqual({ path: ["talks", "who-led"], values: { side: "russia" } });
});

it("cites every statement", async () => {
  const statements = cited((await say("who-led")).reply);
  expect(statements).toHaveLength(2);
  expect(statements.every((s) => s.sources === 3)).toBe(true);
});
