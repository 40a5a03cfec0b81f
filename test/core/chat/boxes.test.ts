import { expect, it } from "vitest";
import type { FormField } from "#core/answer/form.ts";
import { boxed, unboxed } from "#core/chat/boxes.ts";

const FIELD: FormField = {
  name: "text",
  label: "Text",
  about: "The article's text",
  type: "long",
  required: false,
  max: 12_000,
  value: "",
};
const fill = (value: string, size: number, most: number): Record<string, string> =>
  Object.fromEntries(boxed([{ ...FIELD, value }], { size, most }, {}).map((f) => [f.name, f.value]));

it("asks a long text in as many boxes as it takes, and a short one in one", () => {
  expect(boxed([FIELD], { size: 3000, most: 4 }, {}).map((f) => f.name)).toEqual([
    "text",
    "text~2",
    "text~3",
    "text~4",
  ]);
  expect(boxed([FIELD], { size: 4000, most: 3 }, {}).map((f) => f.max)).toEqual([4000, 4000, 4000]);
  expect(boxed([{ ...FIELD, max: 3000 }], { size: 3000, most: 4 }, {}).map((f) => f.name)).toEqual(["text"]);
});

it("shows what stands there over the boxes, and has it in one piece again", () => {
  const text = Array.from(
    { length: 90 },
    (_, i) => `Paragraph ${i} of an article about talks.\n\n${"word ".repeat(12)}`,
  ).join("\n");
  for (const [size, most] of [
    [3000, 4],
    [4000, 3],
  ] as const) {
    const parts = fill(text, size, most);
    expect(Object.values(parts).every((part) => part.length <= size)).toBe(true);
    expect(unboxed(parts)["text"]).toBe(text);
  }
});

it.each([
  { pasted: ["One.\n\nTwo.", "Three."], whole: "One.\n\nTwo.\n\nThree." },
  { pasted: ["One.\nTwo.", "Three."], whole: "One.\nTwo.\nThree." },
  { pasted: ["One. Two is", "long."], whole: "One. Two is long." },
  { pasted: ["", "One."], whole: "One." },
  { pasted: ["One.", "", "Two."], whole: "One.\nTwo." },
  { pasted: [`${"x".repeat(2999)}w`, "ord."], whole: `${"x".repeat(2999)}word.` },
  { pasted: [`${"x".repeat(3999)}w`, "ord."], whole: `${"x".repeat(3999)}word.` },
  { pasted: [`${"x".repeat(3500)} w`, "ord."], whole: `${"x".repeat(3500)} w ord.` },
  { pasted: ["x".repeat(3000), "y z", "a."], whole: `${"x".repeat(3000)}y z a.` },
])("joins what was pasted in parts: $pasted.1", ({ pasted, whole }) => {
  const entered = Object.fromEntries(pasted.map((part, i) => [i === 0 ? "text" : `text~${i + 1}`, part]));
  expect(unboxed({ ...entered, source: "Wire" })).toEqual({ text: whole, source: "Wire" });
});
