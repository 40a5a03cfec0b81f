import { stripVTControlCharacters } from "node:util";
import { expect, it } from "vitest";
import stringWidth from "fast-string-width";
import { commands } from "#commands/index.ts";
import { ask } from "#core/request/call.ts";
import { buttons, code, heading, list, paragraph, reply, strong, text, type Reply } from "#core/reply/reply.ts";
import { choices, render } from "#platforms/terminal/render.ts";
import { filled } from "#core/request/example.ts";
import { say, shipped } from "#test/desk.ts";

const PLAIN = { width: 60, colour: false };

const tree: Reply = reply("Plain.", [
  heading("Title"),
  paragraph(strong("Bold"), text(" words "), code("id"), { kind: "link", text: "TASS", href: "https://tass.com/x" }),
  list([text("one")], [text("two")]),
  { kind: "quote", text: "No.", by: "Somebody" },
  { kind: "sources", note: "Source", sources: [{ article: "a", outlet: "A", place: "¶1" }] },
  buttons({ label: "First", call: ask("list") }, { label: "Second", call: ask("help") }),
]);

it("draws each kind of block", () => {
  expect(render(tree, PLAIN)).toBe(
    [
      "Title",
      "Bold words idTASS <https://tass.com/x>",
      "  • one",
      "  • two",
      "  │ “No.”",
      "  │ — Somebody",
      "    Source: A, ¶1",
      "",
      "[1] First  [2] Second",
    ].join("\n"),
  );
});

it("numbers buttons on through the whole reply, as choices gives them", () => {
  const two = reply("x", [...tree.blocks, buttons({ label: "Third", call: ask("when") })]);
  expect(render(two, PLAIN)).toContain("[3] Third");
  expect(choices(two)[2]?.label).toBe("Third");
});

it("colours only where it is asked to, and the words stay the same", () => {
  const coloured = render(tree, { width: 60, colour: true });
  expect(coloured).toContain("\u001B[1mTitle");
  expect(stripVTControlCharacters(coloured)).toBe(render(tree, PLAIN));
});

it("keeps an address whole, so that it can be opened", () => {
  const href = `https://example.org/${"a".repeat(100)}`;
  expect(render(reply("x", [list([{ kind: "link", text: href, href }])]), { width: 40, colour: false })).toContain(
    href,
  );
});

it("breaks a word that no line can hold", () => {
  const lines = render(reply("x", [paragraph(text("x".repeat(100)))]), { width: 40, colour: false }).split("\n");
  expect(lines.map((l) => l.length)).toEqual([40, 40, 20]);
});

const LINES = commands.group("talks").map((c) => `${c.path[1]} ${filled(c.example, shipped)}`.trim());

it.each([20, 40, 60, 80, 100])("fits every answer into %i columns, but for addresses", async (width) => {
  for (const line of LINES) {
    const { reply } = await say(line);
    for (const row of render(reply, { width, colour: false }).split("\n")) {
      expect([line, row, row.includes("://") || stringWidth(row) <= width]).toEqual([line, row, true]);
    }
  }
});

it("loses no word of an answer at any width", async () => {
  const letters = (s: string) => s.replace(/[\s│─•]/gu, "");
  for (const line of LINES.filter((l) => !/^(?:properties|compare|timeline|sources)/u.test(l))) {
    const { reply } = await say(line);
    const wide = letters(render(reply, { width: 400, colour: false }));
    expect(letters(render(reply, { width: 40, colour: false }))).toBe(wide);
  }
});
