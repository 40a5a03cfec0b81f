import fc from "fast-check";
import stringWidth from "fast-string-width";
import { expect, it } from "vitest";
import { tableLines } from "#platforms/terminal/table.ts";

const SMALL = {
  kind: "table",
  caption: "2 things",
  head: ["Name", "What"],
  rows: [
    ["a", "one"],
    ["bb", "two"],
  ],
} as const;

it("sets columns side by side under a rule", () => {
  expect(tableLines(SMALL, 60)).toEqual(["2 things", "Name  What", "────  ────", "a     one", "bb    two"]);
});

it("wraps cells where they are too long", () => {
  const lines = tableLines({ ...SMALL, rows: [["a", "one two three four five six"]] }, 30);
  expect(lines.slice(3)).toEqual(["a     one two three four five", "      six"]);
});

it("makes a short list of each row where words cannot stand side by side", () => {
  const rows = [
    ["a", "extraordinary"],
    ["bb", "two extraordinary words"],
  ];
  expect(tableLines({ ...SMALL, head: ["Denomination", "What"], rows }, 24)).toEqual([
    "2 things",
    "• Denomination: a",
    "  What: extraordinary",
    "• Denomination: bb",
    "  What: two",
    "    extraordinary words",
  ]);
});

it("breaks no word while the table stands side by side", () => {
  const rows = [["San Francisco", "under restrictions imposed by the United States"]];
  const lines = tableLines({ ...SMALL, rows }, 25);
  expect(lines.slice(3).map((l) => l.trim().split(/\s{2,}/u))).toEqual([
    ["San", "under"],
    ["Francisco", "restrictions"],
    ["imposed by"],
    ["the United"],
    ["States"],
  ]);
});

const ADDRESS = "https://example.org/a/very/long/address/that/fits/no/column/of/this/table";

it("keeps rows side by side, with a long address whole below its row", () => {
  const bare = { kind: "link", text: ADDRESS, href: ADDRESS } as const;
  const titled = { kind: "link", text: "Talks end", href: ADDRESS } as const;
  expect(
    tableLines(
      {
        ...SMALL,
        rows: [
          ["a", "one"],
          ["bb", [bare]],
          ["bb", [titled]],
        ],
      },
      30,
    ).slice(1),
  ).toEqual(["Name  What", "────  ─────────", "a     one", "bb", `  ${ADDRESS}`, "bb    Talks end", `  ${ADDRESS}`]);
});

it("leaves out a column of addresses alone, where they stand below their rows", () => {
  const link = { kind: "link", text: ADDRESS, href: ADDRESS } as const;
  expect(
    tableLines(
      {
        ...SMALL,
        caption: "",
        rows: [
          ["a", [link]],
          ["bb", [link]],
        ],
      },
      30,
    ),
  ).toEqual(["Name", "────", "a", `  ${ADDRESS}`, "bb", `  ${ADDRESS}`]);
});

it("counts a wide letter as two columns", () => {
  const lines = tableLines(
    {
      ...SMALL,
      rows: [
        ["中文", "x"],
        ["a", "y"],
      ],
    },
    60,
  );
  expect(new Set(lines.slice(3).map((l) => stringWidth(l)))).toEqual(new Set([7]));
});

it("never draws over the width", () => {
  const cell = fc.string({ unit: "grapheme", maxLength: 30 }).map((s) => s.replace(/\p{C}|\s+/gu, " "));
  const shape = fc
    .integer({ min: 1, max: 6 })
    .chain((columns) =>
      fc.tuple(
        fc.array(cell, { minLength: columns, maxLength: columns }),
        fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { maxLength: 4 }),
      ),
    );
  fc.assert(
    fc.property(shape, fc.integer({ min: 20, max: 120 }), ([head, rows], width) => {
      const lines = tableLines({ kind: "table", caption: "", head, rows }, width);
      for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    }),
    { numRuns: 300 },
  );
});
