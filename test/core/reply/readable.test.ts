import { expect, it } from "vitest";
import { hasDetails, readable, unfolded } from "#core/reply/readable.ts";
import { folded, forWork, idCode, list, paragraph, reply, strong, text } from "#core/reply/reply.ts";

const TOLD = reply("It was so.", [
  paragraph(text("It was so. "), idCode("f12")),
  folded(list([text("further words")], [forWork(strong("Revision: ")), forWork(text("3"))])),
  { kind: "quote", text: "words", by: "Ida Ray", id: "f13" },
  paragraph(forWork(text("Fact id f12."))),
]);
const words = (ids: boolean, details: boolean): string => JSON.stringify(readable(TOLD, { ids, details }).blocks);

it("hides ids, and what is said of them, from those who only read", () => {
  expect(readable(TOLD, { ids: false, details: true }).blocks).toEqual([
    paragraph(text("It was so.")),
    folded(list([text("further words")])),
    { kind: "quote", text: "words", by: "Ida Ray", id: "f13" },
  ]);
  expect(words(true, true)).toContain("Ida Ray · f13");
  expect(words(true, true)).toContain("Revision: ");
});

it("keeps what is folded for the person who asks for details", () => {
  expect(hasDetails(TOLD)).toBe(true);
  expect(words(true, false)).not.toContain("further words");
  expect(words(true, true)).toContain("further words");
  expect(hasDetails(unfolded(TOLD))).toBe(false);
  expect(JSON.stringify(readable(unfolded(TOLD), { ids: true, details: false }))).toContain("further words");
});
