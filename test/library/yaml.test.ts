import { expect, it } from "vitest";
import { dataWith, mislineIn, swap } from "./folder.ts";

const FILE = "us-russia/articles/meduza.yaml";
const HEAD = "id: bomb\noutlet: Bomb\nheld: notes\nparagraphs: 1\n";

it.each([
  ["a key twice", swap("held: notes", "held: notes\nheld: text"), /:\d+: not YAML: Map keys must be unique/u],
  ["a tab for indentation", swap("  - id: feb-day", "\t- id: feb-day"), /:\d+: not YAML: /u],
  ["an open quotation mark", swap("outlet: Meduza", 'outlet: "Meduza'), /:\d+: not YAML: /u],
  ["two documents", (text: string) => `${text}\n---\nid: two\n`, /:\d+: not YAML: /u],
  ["nothing", "", /:1: Invalid input/u],
  ["a list", "- a\n- b\n", /:1: Invalid input/u],
  ["a word", "hello", /:1: Invalid input/u],
  ["a binary file", "\u0000\u0001\u0002", /:\d+: /u],
] as const)("refuses %s with its line", (_, change, mistake) => {
  const found = mislineIn(dataWith({ [FILE]: change }));
  expect(found.length).toBeGreaterThan(0);
  expect(found[0]).toMatch(mistake);
});

it("stops a bomb of aliases before it grows", () => {
  const levels = Array.from({ length: 9 }, (_, i) => {
    const inner = i === 0 ? '"boom"' : `*a${i - 1}`;
    return `a${i}: &a${i} [${Array.from({ length: 9 }, () => inner).join(", ")}]`;
  });
  const before = process.memoryUsage().heapUsed;
  const found = mislineIn(dataWith({ [FILE]: `${HEAD}${levels.join("\n")}\nclaims: *a8\n` }));
  expect(found.join("\n")).toContain(`${FILE}:1: not usable YAML: Excessive alias count`);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000);
});

it("refuses nesting that no article needs", () => {
  const found = mislineIn(dataWith({ [FILE]: `${HEAD}claims: ${"[".repeat(5000)}${"]".repeat(5000)}\n` }));
  expect(found.length).toBeGreaterThan(0);
});

it("refuses a file that is too large to be one", () => {
  const found = mislineIn(dataWith({ [FILE]: `${HEAD}# ${"x".repeat(1_000_001)}\nclaims: []\n` }));
  expect(found).toEqual([`${FILE}:1: the file is over 1000000 bytes; split it`]);
});

it("does not let a file reach the prototypes", () => {
  const found = mislineIn(dataWith({ [FILE]: swap("stated: several hours", '"__proto__": { x: 1 }, stated: x') }));
  expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  expect(found.length).toBeGreaterThan(0);
});

it("runs no tag of YAML's own languages", () => {
  const found = mislineIn(dataWith({ [FILE]: swap("outlet: Meduza", "outlet: !!js/function 'function(){}'") }));
  expect(found.join("\n")).toMatch(/Unresolved tag|Invalid|write/u);
});
