import type { Network } from "#core/lookup/network.ts";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ParsedQuestion } from "#core/lookup/parsed-question.ts";
import { readWithKinds } from "#core/lookup/kinds.ts";
import { signals } from "#core/lookup/confidence.ts";
import { inputs, scoreOf } from "#core/lookup/ranker.ts";
import { RowIndex } from "#core/lookup/row-index.ts";
import { candidates } from "#core/lookup/search.ts";
import { ROOT } from "#test/desk.ts";
import { calibrated, thresholds } from "./calibrate.ts";
import { network } from "./network.ts";
import { readQuestions, readRows, shuffled, WAYS, type Question, type Way } from "./rows.ts";
import { sampleOf } from "./sampling.ts";
import { ownQuestions, ownRows } from "./talks.ts";

const [factsFile = "", questionsFile = ""] = process.argv.slice(2);
const rows = readRows(factsFile);
const questions = readQuestions(questionsFile);

interface Case {
  readonly article: string;
  readonly type: Question["type"];
  readonly asked: ParsedQuestion;
  readonly way: Way;
  readonly facts: number;
  readonly features: readonly (readonly number[])[];
  readonly inputs: readonly (readonly number[])[];
  readonly gold: readonly boolean[];
}

// Learnt on all facts, and on samples of them with a share of the questions each: how rare a word is depends on how
// much is held.
const SAMPLES = 6;
const SAMPLE_SIZE = 2000;
const pools = [
  { rows, questions },
  ...Array.from({ length: SAMPLES }, (_, i) => {
    const some = shuffled(questions, 21).filter((_q, at) => at % SAMPLES === i);
    return { rows: sampleOf(rows, some, SAMPLE_SIZE, i), questions: some };
  }),
];
// Our own questions, of each round of talks alone and among other facts: only they ask for slots much.
const OWN_TIMES = 4;
const ownPools = [...new Set(ownRows().map((r) => r.article))].flatMap((talks, i) => {
  const round = ownRows().filter((r) => r.article === talks);
  const ids = new Set(round.map((r) => r.id));
  const own = ownQuestions().filter((q) => q.type !== "answerable" || q.gold.some((id) => ids.has(id)));
  const times = Array.from({ length: OWN_TIMES }, () => own).flat();
  return [
    { rows: round, questions: times },
    { rows: [...round, ...sampleOf(rows, [], SAMPLE_SIZE, i)], questions: times },
  ];
});
const cases: readonly Case[] = [...pools, ...ownPools].flatMap((pool) => {
  const index = new RowIndex();
  for (const row of shuffled(pool.rows, 7)) index.put(row);
  return pool.questions.flatMap((q) => WAYS.flatMap((way) => caseOf(q, way, index)));
});

function caseOf(q: Question, way: Way, index: RowIndex): readonly Case[] {
  const text = q.ways[way];
  if (text === undefined) return [];
  const asked = readWithKinds(text, [index]);
  const found = candidates(asked, { indexes: [index] });
  const features = found.map((c) => c.features);
  const gold = found.map((c) => q.gold.includes(c.row.id));
  return [
    { article: q.article, type: q.type, way, facts: index.size, asked, features, inputs: inputs(features), gold },
  ];
}

const learnt = (of: readonly Case[]): Network => network(of.filter((c) => c.gold.includes(true)));
const first = (c: Case, by: Network) => {
  const hits = c.inputs.map((input, i) => ({
    features: c.features[i] ?? [],
    score: scoreOf(input, by),
    right: c.gold[i] === true,
  }));
  return hits.toSorted((x, y) => y.score - x.score);
};
const rightFirst = (asked: readonly Case[], by: Network): string =>
  ((asked.filter((c) => first(c, by)[0]?.right === true).length / asked.length) * 100).toFixed(1);
const own = (by: Network): string =>
  rightFirst(
    cases.filter((c) => c.type === "answerable" && c.article === "talks"),
    by,
  );
const right = (of: readonly Case[], by: Network): string =>
  [true, false]
    .map((whole) =>
      WAYS.map((way) => {
        const asked = of.filter(
          (c) =>
            c.type === "answerable" && c.article !== "talks" && c.way === way && (c.facts === rows.length) === whole,
        );
        return rightFirst(asked, by);
      }).join(" "),
    )
    .join(" | ");

// Half of the articles learn, the other half judge: weights that fit one half only would show here.
const articles = [...new Set(cases.map((c) => c.article))];
const half = (c: Case): boolean => articles.indexOf(c.article) % 2 === 0;
const [a, b] = [cases.filter(half), cases.filter((c) => !half(c))];
console.log("right first of 100,", WAYS.join(", "), "| the same in the samples");
console.log("learnt on one half, judged on the other:", right(b, learnt(a)));
console.log("and the other way round:                ", right(a, learnt(b)));
const rank = learnt(cases);
console.log("learnt and judged on all:               ", right(cases, rank), "| own questions:", own(rank));

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
  `/* oxlint-disable oxc/approx-constant -- these are learnt, however near to a constant one comes */
import type { Network } from "./ranker.ts";

/**
 * Learnt from the development questions and our own on the talks by test/bench/lookup/learn.ts; never edited by hand.
 * In the order of FEATURES.
 */
export const RANK: Network = {
  direct: ${listed(rank.direct)},
  hidden: [${rank.hidden.map(listed).join(", ")}],
  bias: ${listed(rank.bias)},
  out: ${listed(rank.out)},
};
/** In the order of the signals; the first is the constant. */
export const CONFIDENCE: readonly number[] = ${listed(confidence)};
/** Confidence from which a hit is an answer, and from which it is worth showing as near. */
export const ANSWER_FROM = ${answer};
export const NEAR_FROM = ${near};
`,
);
