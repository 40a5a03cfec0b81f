import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { RowIndex } from "#core/lookup/row-index.ts";
import { decided, search } from "#core/lookup/search.ts";
import { readQuestions, readRows, shuffled, type Way } from "#test/bench/lookup/rows.ts";
import { draw } from "#test/bench/lookup/sampling.ts";

// Questions to develop with lie outside the project: their licence is not ours. Without them there is nothing to
// measure.
const folder = process.env["TALKS_EVAL"] ?? "";
const facts = join(folder, "facts.dev.jsonl.gz");

describe.skipIf(folder === "" || !existsSync(facts))(
  "on questions that others asked of other facts (TALKS_EVAL)",
  () => {
    const index = new RowIndex();
    const questions =
      folder === "" ? [] : draw([], readQuestions(join(folder, "questions.dev.jsonl.gz")), 0, 750).questions;
    if (folder !== "") for (const row of shuffled(readRows(facts), 7)) index.put(row);
    const found = (question: string) => search(question, { indexes: [index] });

    // The figures of a sample move by two points or so; the result on the whole set is in the bench.
    it.each<[Way, number]>([
      ["clean", 0.82],
      ["light", 0.81],
      ["heavy", 0.79],
      ["keywords", 0.79],
      ["keywords mistyped", 0.77],
    ])("puts a right fact first, asked %s, at least %d of the time", (way, least) => {
      const answerable = questions.filter((q) => q.type === "answerable");
      const right = answerable.filter((q) => q.gold.includes(found(q.ways[way] ?? "").hits[0]?.row.id ?? ""));
      expect(right.length / answerable.length).toBeGreaterThanOrEqual(least);
    });

    it("answers hardly any question that has nothing to do with the facts", () => {
      const off = questions.filter((q) => q.type === "off-topic");
      const answered = off.filter((q) => decided(found(q.ways.clean)) === "answer");
      expect(answered.length / off.length).toBeLessThanOrEqual(0.1);
    });
  },
);
