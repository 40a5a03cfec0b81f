import { expect, it } from "vitest";
import { propose } from "#core/propose/propose.ts";
import { shipped } from "#test/desk.ts";

function told(...paragraphs: readonly string[]): readonly string[] {
  return propose(paragraphs, shipped).map(({ slot, side, fields }) => {
    const values = Object.entries(fields).flatMap(([name, { text }]) => (name === "post" ? [] : [text]));
    return `${slot}${side === undefined ? "" : ` ${side.name}`}: ${values.join(" | ")}`;
  });
}

it.each([
  ["Norway's minister, Ida Ray, is first up the steps, with her aide, Bo Lin.", "attended Norway: Ida Ray"],
  ["Norway's minister, Ida Ray, is first up the steps, with her aide, Bo Lin.", "attended Norway: Bo Lin"],
  ["Minister Ida Ray greets everyone at the door.", "attended: Ida Ray"],
  ["The UN envoy, Ms. Ida Ray, presided.", "attended: Ida Ray"],
  ["And now the Chileans: Ida Ray, who runs the trade office, and two lawyers.", "attended Chile: Ida Ray"],
  ["The Chilean team was led by Mr. Al Dun, accompanied by Ms. Ida Ray and Mr. Bo Lin.", "led Chile: Al Dun"],
  ["The Chilean team was led by Mr. Al Dun, accompanied by Ms. Ida Ray and Mr. Bo Lin.", "attended Chile: Bo Lin"],
  ["For the exporters it was Norway's Ida Ray who did the talking.", "led Norway: Ida Ray"],
  ["The talks took place over two days in the former Fish Exchange.", "venue: the former Fish Exchange"],
  ["Coffee was served in a disused station. On one side of the table sat Ida Ray.", "venue: a disused station"],
  ["They spoke, for a little under three hours, of nets.", "duration: a little under three hours"],
  ["After six and a half hours the two sides have initialled a plan.", "duration: six and a half hours"],
  ["The agenda was limited to nets and tags.", "agenda: nets and tags"],
  ["Fish products were not part of its mandate.", "excluded: Fish products"],
  ["Salmon was taken out at the start, at Norway's request.", "excluded: Salmon"],
  ["Norway says Chile is still paying poachers.", "grievance Norway: Chile is still paying poachers"],
  ["Norway has been waiting six years for the ships.", "grievance Norway: has been waiting six years for the ships"],
  ["The two ministers see each other again in May.", "next: The two ministers see each other again in May"],
])("hears in “%s”: %s", (text, expected) => {
  expect(told(text)).toContain(expected);
});

it("reads an answer to what was negotiated about", () => {
  expect(told("Q: What did you negotiate about?", "A: Two things, really: nets and who counts them.")).toContain(
    "agenda: nets and who counts them",
  );
});

it.each([
  ["Representatives of Norway and of Ansar Allah took part.", "attended"],
  ["A diplomat says it was left for another day.", "excluded"],
  ["A source says a figure of 5 per cent is being talked about.", "agenda"],
  ["The ships were sold in the former Soviet Union.", "venue"],
])("hears none in “%s”: %s", (text, slot) => {
  expect(told(text).filter((line) => line.startsWith(slot))).toEqual([]);
});
