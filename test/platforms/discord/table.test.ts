import { expect, it } from "vitest";
import { text, type Cell, type Table } from "#core/reply/reply.ts";
import { tableLines } from "#platforms/discord/table.ts";

const table = (head: readonly string[], rows: readonly (readonly Cell[])[], caption = ""): Table => ({
  kind: "table",
  caption,
  head,
  rows,
});
const drawn = (one: Table): readonly string[] => tableLines(one, 500).map(({ markdown }) => markdown);
const LONG = "a wording that goes on and on ".repeat(6).trim();

it("puts a row of short cells on one line, the names of columns where there are several", () => {
  expect(
    drawn(
      table(
        ["Place", "Kind"],
        [
          ["Oslo", "Office"],
          ["Bergen", "House"],
        ],
      ),
    ),
  ).toEqual(["**Oslo** — Office", "**Bergen** — House"]);
  expect(
    drawn(
      table(
        ["Outlet", "Day", "Facts"],
        [
          ["A", "10 April", "3"],
          ["B", "", "4"],
        ],
        "Articles",
      ),
    ),
  ).toEqual(["**Articles**", "**A** — Day: 10 April · Facts: 3", "**B** — Facts: 4"]);
});

it("puts each long cell on a line of its own under what its row is about", () => {
  expect(
    drawn(
      table(
        ["What", "First", "Second"],
        [
          ["When", LONG, "May"],
          ["Where", "Oslo", LONG],
        ],
      ),
    ),
  ).toEqual(["\n**When**", `First: ${LONG}`, "Second: May", "\n**Where**", "First: Oslo", `Second: ${LONG}`]);
});

it("says what rows begin with once: a section, and in it a list of what begins alike again", () => {
  const rows = [
    ["First", "When", "May"],
    ["First", "Outcomes", "one"],
    ["First", "Outcomes", "two"],
    ["Second", "When", "June"],
    ["Second", "Where", "Oslo"],
  ];
  expect(drawn(table(["Round", "What", "As told"], rows))).toEqual([
    "### First",
    "**When** — May",
    "**Outcomes**",
    "- one",
    "- two",
    "### Second",
    "**When** — June",
    "**Where** — Oslo",
  ]);
});

it("keeps what heads with what it heads, and a cell that was too long for one piece in its line", () => {
  const lines = tableLines(table(["What", "First", "Second"], [["When", `${LONG} ${LONG}`, "x"]]), 200);
  expect(lines.map(({ markdown }) => markdown).at(0)).toBe("\n**When**");
  expect(lines.map(({ joined }) => joined)).toEqual([false, ...lines.slice(1).map(() => true)]);
  expect(lines.map(({ goesOn }) => goesOn)).toEqual([false, false, true, true, false]);
});

it("makes nothing in a cell live", () => {
  const [line] = drawn(table(["a", "b"], [["@everyone", [text("```<@1>```")]]]));
  expect(line).toBe(String.raw`**\@everyone** — \`\`\`\<\@1\>\`\`\``);
});
