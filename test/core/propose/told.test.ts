import { expect, it } from "vitest";
import { propose } from "#core/propose/propose.ts";
import { shipped } from "#test/desk.ts";

/** Each proposal as `led Chile: Ida Ray`. */
function told(...paragraphs: readonly string[]): readonly string[] {
  return propose(paragraphs, shipped).map(({ slot, side, fields }) => {
    const values = Object.entries(fields).flatMap(([name, { text }]) => (name === "post" ? [] : [text]));
    return `${slot}${side === undefined ? "" : ` ${side.name}`}: ${values.join(" | ")}`;
  });
}

it.each([
  ["The Norwegian team was under Director Ida Ray.", "led Norway: Ida Ray"],
  ["The Chilean side was led by Ida Ray, and the Peruvian side by Bo Lin.", "led Peru: Bo Lin"],
  ["Norway's director-general for trade, Ida Ray, headed the team.", "led Norway: Ida Ray"],
  ["From the Chilean side, the director of ports, Bo Lin, took part.", "attended Chile: Bo Lin"],
  ["Deputy ministers Ida Ray and Bo Lin represented Chile at the talks.", "attended Chile: Bo Lin"],
  ["Minister Ida Ray and the diplomat Bo Lin were in the room.", "attended: Bo Lin"],
  ["Whale meat, which both ministers eat, was kept off the table.", "excluded: Whale meat"],
  ["Quotas, tags and nets were discussed.", "agenda: Quotas, tags and nets"],
  ["Talks between Norway and Chile on salmon ended on Monday.", "agenda: salmon"],
  [
    "Both sides will observe a pause from midnight.",
    "outcome Both sides: Both sides will observe a pause from midnight",
  ],
  ["The text commits Chile to open a port by May.", "outcome: The text commits Chile to open a port by May"],
  ["The delegations approved a plan for 2031.", "outcome Both sides: approved a plan for 2031"],
  ["The sides agreed to resume direct flights.", "outcome Both sides: agreed to resume direct flights"],
  ["The talks were aimed at de-escalating tensions.", "purpose: aimed at de-escalating tensions"],
  ["Minister Ida Ray noted with concern the delays at the port.", "grievance: the delays at the port"],
  ["“We have agreed to mend the net,” the statement read.", "quote: We have agreed to mend the net | the statement"],
  ["The parties meet again on 9 July in Lima.", "next: The parties meet again on 9 July in Lima"],
])("%s", (sentence, line) => {
  expect(told(sentence)).toContain(line);
});

it("reads the answer to a question of what was on the agenda", () => {
  expect(told("What was on the agenda?", "Two things: quotas and nets.")).toContain("agenda: quotas and nets");
});

it("does not carry a post over from the sentence before", () => {
  const all = propose(["Chile sent Minister Ida Ray. A Bank engineer, Bo Lin, sat in."], shipped);
  const attended = all.find((p) => p.fields["person"]?.text === "Bo Lin");
  expect(attended?.fields["post"]?.text).toBe("A Bank engineer");
});
