import { expect, it } from "vitest";
import { AskedFor } from "#core/answer/popular-values.ts";
import { ask } from "#core/request/call.ts";

const CHOICES = ["led", "venue", "date"].map((value) => ({ label: `Fact ${value}`, value }));
const values = (all: readonly { readonly value: string }[]): readonly string[] => all.map((c) => c.value);

it("offers the most asked first, by value or label, each place by its own asking", () => {
  const asked = new AskedFor();
  expect(values(asked.ranked("one", "id", CHOICES))).toEqual(["led", "venue", "date"]);
  asked.note("one", ask("fact", { id: "date" }));
  asked.note("one", ask("fact", { id: "Date" }));
  asked.note("one", ask("fact", { id: "fact venue" }));
  expect(values(asked.ranked("one", "id", CHOICES))).toEqual(["date", "venue", "led"]);
  expect(values(asked.ranked("two", "id", CHOICES))).toEqual(["led", "venue", "date"]);
  expect(values(asked.ranked("one", "with", CHOICES))).toEqual(["led", "venue", "date"]);
});

it("forgets what is asked once in a while before what is asked often", () => {
  const asked = new AskedFor();
  for (let i = 0; i < 20; i += 1) asked.note("one", ask("fact", { id: "date" }));
  for (let i = 0; i < 20_000; i += 1) asked.note("one", ask("ask", { question: `question ${i}` }));
  expect(values(asked.ranked("one", "id", CHOICES))[0]).toBe("date");
});
