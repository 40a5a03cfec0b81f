import { expect, it } from "vitest";
import { asked, ownQuestions } from "#test/bench/lookup/talks.ts";

const questions = ownQuestions();
const answerable = questions.filter((q) => q.type === "answerable");
const wrong = (way: "clean" | "light") =>
  answerable
    .map((q) => ({ q, got: asked(q.ways[way] ?? "") }))
    .filter(({ q, got }) => got.kind !== "answer" || !q.gold.some((id) => got.facts.includes(id)))
    .map(({ q, got }) => `${q.ways[way]}: ${got.kind} ${got.facts.join(" ")}`);
const answered = (type: "near" | "off-topic") =>
  questions
    .flatMap((q) => (q.type === type ? [q.ways.clean, q.ways.light ?? ""] : []))
    .filter((text) => asked(text).kind === "answer");

it("holds enough questions to say anything by", () => {
  expect(answerable.length).toBeGreaterThanOrEqual(80);
  expect(questions.length - answerable.length).toBeGreaterThanOrEqual(40);
});

it("answers at least 95 of 100 questions on the talks, and 92 typed badly", () => {
  const share = (failed: readonly string[]) => 1 - failed.length / answerable.length;
  const failed = [wrong("clean"), wrong("light")] as const;
  expect([share(failed[0]) >= 0.95 ? [] : failed[0], share(failed[1]) >= 0.92 ? [] : failed[1]]).toEqual([[], []]);
});

it("puts a right fact first in at least 95 of 100 answers, and in 92 typed badly", () => {
  const first = (way: "clean" | "light") =>
    answerable.filter((q) => q.gold.includes(asked(q.ways[way] ?? "").facts[0] ?? "")).length / answerable.length;
  expect(first("clean")).toBeGreaterThanOrEqual(0.95);
  expect(first("light")).toBeGreaterThanOrEqual(0.92);
});

it("answers nothing that has nothing to do with them, nor what they do not say", () => {
  expect([...answered("off-topic"), ...answered("near")]).toEqual([]);
});
