import { expect, it } from "vitest";
import { buttons, list, paragraph, reply, text, type Block } from "#core/reply/reply.ts";
import { say } from "#test/desk.ts";
import { every, pagesOf, readable } from "./drawn.ts";

async function told(line: string): Promise<string> {
  const pages = pagesOf((await say(line)).reply, "nothing");
  return pages.map((p) => readable(p.blocks)).join("\n--\n");
}

it("shows what is consistent side by side, each statement over its citations, addresses by their hosts", async () => {
  expect(await told("how-long")).toBe(
    [
      "The talks lasted 5½ hours (Second round, Istanbul, April 2025).",
      "How long: Second round, Istanbul, April 2025 (of 2; the newest)",
      "",
      "Consistent: 5½ hours (TASS and Türkiye Today); around six hours from the U.S. delegation's arrival at the consulate to its departure (ln24SA).",
      "",
      "The talks lasted 5½ hours. apr-duration-tass",
      "",
      "• Value as reported: “5½ hours” (TASS); “five and a half hours” (Türkiye Today)",
      "2 outlets agree: TASS (tass.com), 10 April 2025, note 1; according to Russian and US officials, in Türkiye Today (turkiyetoday.com), 10 April 2025, note 1",
      "Around six hours passed from the U.S. delegation's arrival at the consulate to its departure. apr-duration-around-six",
      "",
      "Source: ln24SA, ¶2",
      "[When] [Timeline] [First round, Istanbul, February 2025]",
    ].join("\n"),
  );
});

it("shows a quotation as one, with who said it", async () => {
  expect(await told("quotes")).toContain(
    "“The focus is not on Ukraine”\n— Tammy Bruce, State Department spokesperson, earlier that week\nSource: ln24SA, ¶5",
  );
});

it("shows a table as a table under its caption, its citation below it", async () => {
  const shown = await told("properties");
  expect(shown).toContain("Place | Kind | Fact\nLong Island | Estate | apr-property-long-island");
  expect(shown).toContain("apr-property-new-york\nFor the table: ln24SA, ¶7");
});

it("shows a refusal with what to do instead", async () => {
  expect(await told("who-ledd")).toMatch(/^Not understood\nThere is no command "who-ledd"\.\n[^]*\[Help\]$/u);
});

it("shows a second table on a page of its own, and a wide one as text", () => {
  const table = (columns: number): Block => ({
    kind: "table",
    caption: `Of ${columns}`,
    head: Array.from({ length: columns }, (_, i) => `c${i}`),
    rows: [Array.from({ length: columns }, (_, i) => `v${i}`)],
  });
  const pages = pagesOf(reply("x", [table(2), table(3), table(21)]));
  expect(pages.map((p) => every(p.blocks, "table").length)).toEqual([1, 1]);
  expect(readable(pages[1]?.blocks ?? [])).toContain("• v0 · c1: v1");
});

it("keeps a statement, how its sources word it and its citations on one page", () => {
  const blocks = Array.from({ length: 60 }, (_, i): readonly Block[] => [
    paragraph(text(`Statement ${i}. ${"words ".repeat(40)}`)),
    list([text(`Post as reported ${"words ".repeat(20)}`)], [text("Name as reported")]),
    { kind: "sources", note: "Source", sources: [{ article: "a", outlet: "TASS", place: "note 1" }] },
  ]).flat();
  const pages = pagesOf(reply("x", blocks), "nothing").map((p) => readable(p.blocks));
  expect(pages.length).toBeGreaterThan(2);
  for (const page of pages) {
    expect(page).toMatch(/^Statement \d+\./u);
    expect(page).toMatch(/Source: TASS, note 1\nPage \d+ of \d+$/u);
  }
});

it("shows five buttons beside each other, and those of the rest that a menu can carry in one", () => {
  const many = Array.from({ length: 9 }, (_, i) => ({
    label: `Button ${i}`,
    call: { path: ["talks", "ask"], values: { question: i === 7 ? "x".repeat(200) : "x" } },
  }));
  const [page] = pagesOf(reply("x", [buttons(...many)]), "nothing");
  expect(readable(page?.blocks ?? [])).toBe(
    "[Button 0] [Button 1] [Button 2] [Button 3] [Button 4] [Button 7] {Button 5 / Button 6 / Button 8}",
  );
});
