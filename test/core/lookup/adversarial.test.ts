import { expect, it } from "vitest";
import { differing, disagreements } from "#core/slots/disagreement.ts";
import { decide } from "#core/lookup/decide.ts";
import { statement } from "#core/reply/statement.ts";
import { questionWords } from "#core/lookup/words-in.ts";
import { shipped } from "#test/desk.ts";

const answered = (question: string) => {
  const decision = decide(question, shipped);
  return decision.kind === "answer" ? decision.facts.map((f) => f.id) : decision.kind;
};

it.each([
  ["when did russia arrive", ["feb-russia-arrived"]],
  ["when did the us leave", ["apr-us-left"]],
  ["who stayed", ["apr-russia-stayed"]],
  ["arrivals", ["apr-us-arrived"]],
])("tells of one movement, not of the others, for: %s", (question, facts) => {
  expect(answered(question)).toEqual(facts);
});

it.each(["did they discuss ukraine", "is ukraine on the agenda", "did they talk about ukraine"])(
  "tells that it was not, for: %s",
  (question) => {
    expect(answered(question)).toContain("apr-excluded-ukraine");
  },
);

it.each([
  ["hw long", "apr-duration-tass"],
  ["hwo long did tehy meet", "apr-duration-tass"],
  ["wh led", "apr-led-us"],
  ["wher did they meet", "apr-venue"],
  ["wat did bruse say", "apr-quote-focus"],
  ["san fransisco consulate", "apr-property-san-francisco"],
  ["road map", "apr-outcome-roadmap"],
  ["confiscated property", "apr-note-return"],
  ["bank access", "feb-agenda-banking"],
])("reads %s", (question, fact) => {
  expect(answered(question)).toContain(fact);
});

it.each([
  ["kim yönetti", ["apr-led-russia", "apr-led-us"]],
  ["Rus heyetini kim yönetti", ["apr-led-russia"]],
  ["КТО ВОЗГЛАВЛЯЛ", ["apr-led-russia", "apr-led-us"]],
  ["кто возглавлял российскую делегацию", ["apr-led-russia"]],
  ["ne zaman", ["apr-day-tass", "apr-day-stated"]],
  ["где", ["apr-city", "apr-venue"]],
])("reads %s in the language of the server", (question, facts) => {
  expect(answered(question)).toEqual(facts);
});

it.each([
  "did they discuss flights",
  "who led the chinese side",
  "who led in march",
  "how long was the flight to moscow",
  "consulate in chicago",
])("answers nothing that is not held: %s", (question) => {
  expect(["near", "none"]).toContain(answered(question));
});

it.each([
  ["ten thousand letters", "a".repeat(10_000)],
  ["ten thousand words", "visa ".repeat(10_000)],
  ["regular-expression bait", `${"(a+)+$".repeat(30)}!`],
  ["emoji", "🙂".repeat(500)],
  ["little words", "is it of the and ".repeat(40)],
  ["marks", `a${"\u0301".repeat(5000)}`],
])("reads only the start of %s", (_, question) => {
  const words = questionWords(question);
  expect(words.length).toBeLessThanOrEqual(16);
  expect(words.every((w) => w.length <= 64)).toBe(true);
  expect(["answer", "near", "none"]).toContain(decide(question, shipped).kind);
});

it.each([
  "how long did the talks last",
  "hw long did teh talks last",
  "did the talks last 5½ hours",
  "how long did they meet",
])("shows every source where they differ, though a word is in one of them only: %s", (question) => {
  expect(new Set(answered(question))).toEqual(new Set(["apr-duration-around-six", "apr-duration-tass"]));
});

it("shows every source where they differ, whatever words of any of their statements are asked", () => {
  const lost = disagreements(shipped).flatMap(({ facts }) =>
    facts.flatMap((fact) => {
      const found = answered(statement(fact, shipped));
      if (!Array.isArray(found) || !found.includes(fact.id)) return [];
      return facts.filter((f) => differing([f, fact], shipped) !== undefined && !found.includes(f.id)).map((f) => f.id);
    }),
  );
  expect(lost).toEqual([]);
});
