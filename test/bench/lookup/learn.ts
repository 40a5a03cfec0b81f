import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readQuestion } from "#core/lookup/asked.ts";
import { signals } from "#core/lookup/confidence.ts";
import { FEATURES } from "#core/lookup/features.ts";
import { RowIndex } from "#core/lookup/row-index.ts";
import { candidates } from "#core/lookup/search.ts";
import { ROOT } from "#test/desk.ts";
import { calibrated, thresholds } from "./calibrate.ts";
import { readQuestions, readRows, shuffled, type Question } from "./rows.ts";

const [facts = "", questions = ""] = process.argv.slice(2);
const index = new RowIndex();
for (const row of shuffled(readRows(facts), 7)) index.put(row);

const LEARNT_ON = ["clean", "light", "heavy", "keywords mistyped"] as const;
const RATE = 0.5;
const ROUNDS = 40;
const KEEP = 1e-4;

interface Case {
  readonly article: string;
  readonly type: Question["type"];
  readonly asked: ReturnType<typeof readQuestion>;
  readonly features: readonly (readonly number[])[];
  readonly gold: readonly boolean[];
}

const cases: readonly Case[] = readQuestions(questions).flatMap((q) =>
  LEARNT_ON.flatMap((way) => {
    const text = q.ways[way];
    if (text === undefined) return [];
    const asked = readQuestion(text, [index]);
    const found = candidates(asked, { indexes: [index] });
    return [
      {
        article: q.article,
        type: q.type,
        asked,
        features: found.map((c) => c.features),
        gold: found.map((c) => q.gold.includes(c.row.id)),
      },
    ];
  }),
);

const dot = (w: readonly number[], f: readonly number[]): number => w.reduce((s, v, i) => s + v * (f[i] ?? 0), 0);

/** Softmax over each question's candidates, by gradient descent from zero: the same cases give the same weights. */
function rankWeights(of: readonly Case[]): readonly number[] {
  const usable = of.filter((c) => c.gold.includes(true));
  const weights: number[] = FEATURES.map(() => 0);
  const squares = FEATURES.map(() => 1e-6);
  for (let round = 0; round < ROUNDS * 5; round += 1) {
    const slope = FEATURES.map((_, i) => -KEEP * (weights[i] ?? 0));
    for (const { features, gold } of usable) {
      const scores = features.map((f) => dot(weights, f));
      const most = Math.max(...scores);
      const shares = scores.map((s) => Math.exp(s - most));
      const sum = shares.reduce((a, b) => a + b, 0);
      const right = shares.reduce((a, s, i) => a + (gold[i] === true ? s : 0), 0);
      for (const [i, f] of features.entries()) {
        const pull = (gold[i] === true ? (shares[i] ?? 0) / right : 0) - (shares[i] ?? 0) / sum;
        for (const [k, v] of f.entries()) slope[k] = (slope[k] ?? 0) + (pull * v) / usable.length;
      }
    }
    for (const [k, s] of slope.entries()) {
      squares[k] = (squares[k] ?? 0) * 0.9 + s * s * 0.1;
      weights[k] = (weights[k] ?? 0) + ((RATE / Math.sqrt(1 + round)) * s) / Math.sqrt((squares[k] ?? 0) + 1e-9);
    }
  }
  return weights;
}

const first = (c: Case, weights: readonly number[]) => {
  const hits = c.features.map((features, i) => ({
    features,
    score: dot(weights, features),
    right: c.gold[i] === true,
  }));
  return hits.toSorted((a, b) => b.score - a.score);
};
const right = (of: readonly Case[], weights: readonly number[]): number => {
  const answerable = of.filter((c) => c.type === "answerable");
  return answerable.filter((c) => first(c, weights)[0]?.right === true).length / answerable.length;
};

// Half of the articles learn, the other half judge: weights that fit one half only would show here.
const articles = [...new Set(cases.map((c) => c.article))];
const half = (c: Case): boolean => articles.indexOf(c.article) % 2 === 0;
const [a, b] = [cases.filter(half), cases.filter((c) => !half(c))];
const [onA, onB] = [rankWeights(a), rankWeights(b)];
console.log(
  "right first, learnt on one half of the articles and judged on the other:",
  right(b, onA).toFixed(4),
  right(a, onB).toFixed(4),
);
const rank = rankWeights(cases);
console.log("the same halves, learnt on all:", right(b, rank).toFixed(4), right(a, rank).toFixed(4));
console.log("right first, learnt and judged on all:", right(cases, rank).toFixed(4));
for (const [i, name] of FEATURES.entries()) console.log(name.padEnd(28), (rank[i] ?? 0).toFixed(3));

const trusted = cases.map((c) => {
  const hits = first(c, rank);
  return { signals: signals(c.asked, hits), right: hits[0]?.right === true, type: c.type, none: hits.length === 0 };
});
const confidence = calibrated(trusted);
const { answer, near } = thresholds(trusted, confidence);
console.log("confidence", confidence.map((v) => v.toFixed(2)).join(" "), "answer from", answer, "near from", near);

const listed = (values: readonly number[]): string => `[${values.map((v) => Number(v.toFixed(3))).join(", ")}]`;
writeFileSync(
  join(ROOT, "src", "core", "lookup", "weights.ts"),
  `/** Learnt from the development questions alone by test/bench/lookup/learn.ts; never edited by hand. In the order of FEATURES. */
export const RANK: readonly number[] = ${listed(rank)};
/** In the order of the signals; the first is the constant. */
export const CONFIDENCE: readonly number[] = ${listed(confidence)};
/** Confidence from which a hit is an answer, and from which it is worth showing as near. */
export const ANSWER_FROM = ${answer};
export const NEAR_FROM = ${near};
`,
);
