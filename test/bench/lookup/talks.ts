import { readFileSync } from "node:fs";
import { join } from "node:path";
import { factRow } from "#core/lookup/fact-row.ts";
import { decide, type Decision } from "#core/lookup/decide.ts";
import { ROOT, shipped } from "#test/desk.ts";
import type { BenchRow, Question } from "./rows.ts";

/** The shipped facts as rows: what every engine may index. */
export function ownRows(): readonly BenchRow[] {
  return shipped.facts.map((f) => {
    const { aliases, tags, ...row } = factRow(f, shipped);
    return { ...row, aliases: [...aliases], tags: [...tags], article: f.talks };
  });
}

/** The questions of talks.txt, in the form of any other set. */
export function ownQuestions(): readonly Question[] {
  const lines = readFileSync(join(ROOT, "test", "bench", "lookup", "talks.txt"), "utf8").split("\n");
  return lines
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line, i) => {
      const [clean = "", light = "", facts = ""] = line.split("|").map((part) => part.trim());
      const type = facts === "off" ? "off-topic" : facts === "near" ? "near" : "answerable";
      return {
        id: `talks-${i + 1}`,
        set: "talks",
        article: "talks",
        gold: type === "answerable" ? facts.split(" ") : [],
        type,
        ways: { clean, light, heavy: undefined, keywords: undefined, "keywords mistyped": undefined },
      };
    });
}

/** What `ask` itself makes of a question: right where it answers with any of the facts that may be. */
export function asked(question: string): {
  readonly kind: Decision["kind"];
  readonly facts: readonly string[];
} {
  const decision = decide(question, shipped);
  return { kind: decision.kind, facts: decision.kind === "none" ? [] : decision.facts.map((f) => f.id) };
}
