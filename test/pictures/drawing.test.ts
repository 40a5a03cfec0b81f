import { expect, it } from "vitest";
import type { Picture, Run } from "#core/reply/reply.ts";
import { drawing, WIDTH } from "#src/pictures/drawing.ts";
import { Letters } from "#src/pictures/font.ts";
import { cited, wrapped, type Line } from "#src/pictures/wrap.ts";

const letters = await Letters.open();
const words = (lines: readonly Line[]): readonly string[] => lines.map((line) => line.map(({ text }) => text).join(""));
const told = (text: string, source: string): readonly Run[] => [{ text: `${text} ` }, { text: source, as: "dim" }];
const picture = (form: Picture["form"], rows: Picture["rows"], title = "Title"): Picture => ({
  form,
  title,
  head: ["What", "First", "Second"],
  rows,
});

const FORMS = ["timeline", "columns"] as const;
const LONG = "a wording that goes on and on ".repeat(12).trim();

it.each(FORMS)("draws nothing outside of a frame of bounded height: %s", (form) => {
  const rows = Array.from({ length: 60 }, (_, i) => [
    [{ text: `Round ${Math.floor(i / 7)}` }],
    told(LONG, "The Gazette, ¶1"),
    told("x".repeat(300), "The Herald, ¶2"),
  ]);
  const svg = drawing(picture(form, rows, LONG), letters) ?? "";
  const height = Number(/height="(\d+)"/u.exec(svg)?.[1]);
  expect(height).toBeLessThanOrEqual(1200);
  expect(svg).toMatch(/and \d+ more in the text/u);
  for (const [, x = "", y = "", size = "", inside = ""] of svg.matchAll(
    /<text x="([\d.]+)" y="([\d.]+)" font-size="(\d+)"[^>]*>(.*?)<\/text>/gu,
  )) {
    const bold = (part: string): boolean => part.includes("font-weight");
    const sized = (part: string): number => Number(/font-size="([\d.]+)"/u.exec(part)?.[1] ?? size);
    const spans = [...inside.matchAll(/<tspan([^>]*)>([^<]*)<\/tspan>/gu)];
    const width = spans.reduce(
      (sum, [, style = "", text = ""]) => sum + letters.width(text, sized(style), bold(style)),
      0,
    );
    expect(Number(x) + width).toBeLessThanOrEqual(WIDTH);
    expect(Number(y)).toBeLessThanOrEqual(height);
  }
});

it.each([
  ["Latin", "Sonata Coulter, 5½ hours, ¶3"],
  ["Turkish", "İstanbul'da görüşme, Iğdır, Şubat"],
  ["Cyrillic", "Переговоры в Стамбуле, Україна, Ўзбекистон"],
  ["Greek", "Συνομιλίες στην Αθήνα"],
  ["French and Polish", "Élysée, Łódź, Szczęście"],
])("draws %s", (_, text) => {
  expect(drawing(picture("timeline", [[[{ text }], [{ text }], told(text, "A, ¶1")]]), letters)).toContain(
    text.split(",")[0]?.split(" ")[0],
  );
});

it.each([
  ["Arabic", "محادثات"],
  ["Chinese", "会谈"],
  ["Georgian", "მოლაპარაკება"],
  ["emoji", "talks 🤝"],
])("leaves a picture out that would have empty boxes for %s", (_, text) => {
  for (const form of FORMS) expect(drawing(picture(form, [[[{ text }], [], []]]), letters)).toBeUndefined();
});

it("writes what a source says as text, whatever it is", () => {
  const svg = drawing(picture("columns", [[[{ text: `<script>"&` }], [], []]]), letters);
  expect(svg).toContain("&lt;script&gt;&quot;&amp;");
});

it("parts words of a line that is full, and letters of a word that none holds", () => {
  const room = { width: 100, size: 15, lines: 3 };
  const all = wrapped([{ text: `${LONG} ${"y".repeat(60)}` }], room, letters);
  expect(all).toHaveLength(3);
  expect(words(all).at(-1)).toMatch(/…$/u);
  const long = wrapped([{ text: "y".repeat(30) }], { ...room, lines: 9 }, letters);
  expect(words(long).join("")).toBe("y".repeat(30));
  expect(long.length).toBeGreaterThan(1);
});

it("leaves out whole statements that have no room, none without its source", () => {
  const runs = [...told("one thing", "The Gazette, ¶1"), { text: "; " }, ...told(LONG, "The Herald, ¶2")];
  const shown = words(cited(runs, { width: 300, size: 15, lines: 2 }, letters)).join(" ");
  expect(shown).toContain("one thing");
  expect(shown).toContain("The Gazette, ¶1; …");
  expect(shown).not.toContain("a wording");
});

it("cuts the words of one statement that is too long, not its source", () => {
  const shown = words(cited(told(LONG, "The Gazette, ¶1"), { width: 300, size: 15, lines: 2 }, letters)).join(" ");
  expect(shown).toMatch(/^a wording.*… The Gazette, ¶1$/u);
});

it("shows all where sources differ", () => {
  const runs: readonly Run[] = [
    { text: "Sources differ: ", as: "strong" },
    ...told("one thing that is told at some length", "The Gazette, ¶1"),
    { text: "; " },
    ...told("another thing that is told at some length", "The Herald, ¶2"),
  ];
  const shown = words(cited(runs, { width: 200, size: 15, lines: 2 }, letters)).join(" ");
  expect(shown.replace(/\s+/gu, " ")).toContain("another thing");
  expect(shown).toContain("¶2");
});
