import { expect, it } from "vitest";
import { paginate, type Paging, type Role } from "#core/chat/paginate.ts";

const ROLES: Readonly<Record<string, Role>> = { "#": "heading", "-": "item", c: "citation" };

/** Pages of at most four letters; `#` heads, `-` is an item, `c` cites and joins, as `+` does. */
const PAGING: Paging<string> = {
  fits: (page) => page.join("").length <= 4,
  role: (piece) => ROLES[piece.charAt(0)] ?? "other",
  joins: (piece) => /^[c+]/u.test(piece),
};

it.each([
  ["nothing, on one empty page", [], [[]]],
  [
    "as much as fits",
    ["a", "b", "d", "e", "f", "g"],
    [
      ["a", "b", "d", "e"],
      ["f", "g"],
    ],
  ],
  [
    "no piece alone where the page before can spare one",
    ["a", "b", "d", "e", "f"],
    [
      ["a", "b", "d"],
      ["e", "f"],
    ],
  ],
  ["a piece alone where the page before would be one", ["a", "+bc", "f"], [["a", "+bc"], ["f"]]],
  [
    "a heading with what it heads",
    ["a", "b", "d", "#", "e"],
    [
      ["a", "b", "d"],
      ["#", "e"],
    ],
  ],
  [
    "a citation with its statement and how sources word it",
    ["a", "b", "s", "-", "c"],
    [
      ["a", "b"],
      ["s", "-", "c"],
    ],
  ],
  [
    "items that nothing cites apart",
    ["a", "b", "s", "-", "-"],
    [
      ["a", "b", "s"],
      ["-", "-"],
    ],
  ],
  [
    "what joins with what it joins",
    ["a", "b", "d", "e", "+"],
    [
      ["a", "b", "d"],
      ["e", "+"],
    ],
  ],
  ["a group that no page holds, parted", ["s", "cc", "cc"], [["s", "cc"], ["cc"]]],
  ["a piece that no page holds, alone", ["a", "longer", "b"], [["a"], ["longer"], ["b"]]],
])("puts on its pages %s", (_, pieces, pages) => {
  expect(paginate(pieces, PAGING)).toEqual(pages);
});
