import fc from "fast-check";
import { expect, it } from "vitest";
import { wordsIn } from "#core/lookup/words-in.ts";
import { RowIndex } from "#core/lookup/row-index.ts";
import type { Row } from "#core/lookup/row.ts";
import { matching, type Layers } from "#core/lookup/matching.ts";
import { termOf } from "#core/lookup/stem.ts";

const WORDS = [
  "visa",
  "envoy",
  "bank",
  "roadmap",
  "consulate",
  "estate",
  "sanction",
  "embassy",
  "credential",
  "property",
];
const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }).map((w) => w.join(" "));
const row = (id: string, part: Partial<Row>): Row => ({
  id,
  subject: "",
  label: "",
  text: "",
  aliases: [],
  tags: [],
  ...part,
});
const rows = fc
  .array(fc.record({ subject: words, label: words, text: words, tags: fc.array(words, { maxLength: 2 }) }), {
    maxLength: 40,
  })
  .map((all) => all.map((part, i) => row(`row-${i}`, part)));

/** The rows that have any of some words, best first, and what they score. */
const found = (asked: string, layers: Layers) =>
  matching(
    wordsIn(asked).map((w) => [{ term: termOf(w), weight: 1 }]),
    layers,
    100,
  ).map(({ index, doc, score }) => [index.row(doc)?.id, score] as const);

/** BM25F from its definition, over every row: what the index must equal, but for weights kept in sixteenths. */
function scored(
  all: readonly Row[],
  asked: readonly string[],
): readonly { readonly id: string; readonly score: number }[] {
  const average = Math.max(1, all.reduce((n, r) => n + wordsIn(r.text).length, 0) / Math.max(1, all.length));
  const count = (text: string, term: string): number => wordsIn(text).filter((w) => termOf(w) === term).length;
  return all
    .map((r) => {
      const norm = 0.8 * (1 - 0.35 + (0.35 * wordsIn(r.text).length) / average);
      const score = asked.reduce((sum, term) => {
        const tags = r.tags.reduce((n, tag) => n + count(tag, term), 0) * 0.9;
        const tf =
          Math.round(16 * (2 * count(r.subject, term) + 2 * count(r.label, term) + count(r.text, term) + tags)) / 16;
        return sum + (tf * 1.8) / (tf + norm);
      }, 0);
      return { id: r.id, score };
    })
    .filter((r) => r.score > 0);
}

const indexed = (all: readonly Row[]): RowIndex => {
  const index = new RowIndex();
  for (const r of all) index.put(r);
  return index;
};
const average = (index: RowIndex): number => Math.max(1, index.words / Math.max(1, index.size));

it("scores as BM25F does by its definition, row by row", () => {
  fc.assert(
    fc.property(rows, fc.uniqueArray(fc.constantFrom(...WORDS), { maxLength: 3 }), (all, asked) => {
      const index = indexed(all);
      const terms = asked.map(termOf);
      const found = index.match(
        terms.map((term) => [{ term, weight: 1 }]),
        average(index),
        1000,
      );
      const expected = new Map(scored(all, terms).map((s) => [s.id, s.score]));
      expect(found).toHaveLength(expected.size);
      for (const { doc, score } of found) expect(score).toBeCloseTo(expected.get(index.row(doc)?.id ?? "") ?? -1, 4);
    }),
  );
});

it("keeps the best few of them, ties in the order of the rows", () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 5 }), (all, limit) => {
      const index = indexed(all);
      const asked = [[{ term: termOf("visa"), weight: 1 }], [{ term: termOf("bank"), weight: 0.5 }]];
      const every = index.match(asked, average(index), 1000);
      expect(index.match(asked, average(index), limit)).toEqual(every.slice(0, limit));
      const sorted = every.toSorted((a, b) => b.score - a.score || a.doc - b.doc);
      expect(every).toEqual(sorted);
    }),
  );
});

it("finds after any changes what an index made anew finds", () => {
  const change = fc.record({
    id: fc.integer({ min: 0, max: 90 }),
    part: fc.option(fc.record({ label: words, text: words })),
  });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 250 }), words, (changes, question) => {
      const index = new RowIndex();
      const held = new Map<string, Row>();
      for (const { id, part } of changes) {
        const name = `row-${id}`;
        held.delete(name);
        if (part === null) index.drop(name);
        else {
          held.set(name, row(name, part));
          index.put(row(name, part));
        }
      }
      expect(found(question, { indexes: [index] })).toEqual(
        found(question, { indexes: [indexed([...held.values()])] }),
      );
    }),
    { numRuns: 60 },
  );
});

it("finds in two layers what one index of the same rows finds", () => {
  fc.assert(
    fc.property(rows, fc.nat(40), words, (all, cut, question) => {
      const changed = all.slice(0, cut).map((r) => r.id);
      const old = all.map((r, i) => (i < cut ? row(r.id, { text: "visa bank old" }) : r));
      const layers = { indexes: [indexed(old), indexed(all.slice(0, cut))], hidden: new Set(changed) };
      const two = found(question, layers).map(([id]) => id);
      const one = found(question, { indexes: [indexed(all)] }).map(([id]) => id);
      expect(two).toHaveLength(new Set(two).size);
      expect(new Set(two)).toEqual(new Set(one));
    }),
    { numRuns: 60 },
  );
});
