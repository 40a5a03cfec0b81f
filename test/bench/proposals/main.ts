import { readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { argv, stdout } from "node:process";
import { parseArgs } from "node:util";
import { mainOf } from "#core/propose/once.ts";
import { propose } from "#core/propose/propose.ts";
import { articleText } from "#core/propose/reading/article-text.ts";
import type { View } from "#core/facts/view.ts";
import { shipped } from "#test/desk.ts";
import { spread, line } from "#test/bench/measure.ts";
import { goldOfLibrary, goldIn } from "./gold.ts";
import { measurePages } from "./pages.ts";
import { score, type Gold, type Score } from "./score.ts";

// `npm run bench -- proposals --articles DIR --gold FILE`: how well facts are proposed, beside what somebody wrote
// down.
const { values } = parseArgs({
  args: argv.slice(3),
  options: {
    articles: { type: "string", default: join(import.meta.dirname, "articles") },
    gold: { type: "string", default: join(import.meta.dirname, "gold.jsonl") },
    each: { type: "boolean", default: false },
    pages: { type: "boolean", default: false },
  },
});
const gold: readonly Gold[] =
  values.gold === "library" ? goldOfLibrary(shipped) : goldIn(readFileSync(values.gold, "utf8"));
const names: View = shipped;
// The first run of a process compiles the patterns; a room that reads articles does so once.
const RUNS = 5;
const total = new Map<string, Score>();
const times: number[] = [];
let [ungrounded, length] = [0, 0];
for (const article of new Set(gold.map((g) => g.article))) {
  const raw = readFileSync(join(values.articles, article), "utf8");
  const { paragraphs } = articleText(raw);
  const proposals = propose(paragraphs, names);
  for (let run = 0; run < RUNS; run += 1) {
    const began = performance.now();
    propose(articleText(raw).paragraphs, names);
    times.push(performance.now() - began);
  }
  length += raw.length;
  for (const p of proposals) {
    const text = paragraphs[p.paragraph - 1] ?? "";
    const cuts = [...Object.values(p.fields), ...(p.according === undefined ? [] : [p.according])];
    ungrounded += cuts.filter((c) => c.text === "" || text.slice(c.start, c.end) !== c.text).length;
  }
  const { scores, missed, wrong, sides } = score(
    proposals,
    gold.filter((g) => g.article === article),
    names,
  );
  for (const [slot, s] of scores) total.set(slot, sum(total.get(slot), s));
  if (values.each) {
    for (const [p, g] of sides)
      stdout.write(`~ ${article} ¶${p.paragraph} ${p.slot}: ${mainOf(p).text} is of ${g.side}, not ${p.side?.name}\n`);
    for (const g of missed) stdout.write(`- ${article} ¶${g.paragraph} ${g.slot}: ${g.value}\n`);
    for (const p of wrong)
      stdout.write(
        `+ ${article} ¶${p.paragraph} ${p.slot}: ${Object.entries(p.fields)
          .map(([n, f]) => `${n}=${f.text}`)
          .join(" | ")}\n`,
      );
  }
}

const share = (n: number, of: number): string => (of === 0 ? "   –" : (n / of).toFixed(2));
const row = (name: string, s: Score): string => {
  const [p, r] = [s.proposed === 0 ? 0 : s.right / s.proposed, s.wanted === 0 ? 0 : s.found / s.wanted];
  const f1 = p + r === 0 ? 0 : (2 * p * r) / (p + r);
  return `${name.padEnd(12)}${String(s.wanted).padStart(6)}${String(s.proposed).padStart(9)}   ${share(s.right, s.proposed)}   ${share(s.found, s.wanted)}   ${f1.toFixed(2)}   ${share(s.placed, s.proposed)}   ${share(s.placedFound, s.wanted)}   ${String(s.wrongSides)}`;
};
stdout.write("slot         facts proposed   P      R      F1     place P / R   wrong sides\n");
for (const [slot, s] of [...total].filter(([name]) => name !== "all")) stdout.write(`${row(slot, s)}\n`);
const all = total.get("all");
if (all !== undefined) stdout.write(`${row("all", all)}\n`);
stdout.write(
  `ungrounded   ${ungrounded}\n${line(spread(`an article (${Math.round((length * RUNS) / times.length)} characters)`, times))}\n`,
);
if (values.pages) await measurePages(RUNS);

function sum(a: Score | undefined, b: Score): Score {
  if (a === undefined) return b;
  return Object.fromEntries(Object.entries(a).map(([k, n]) => [k, n + b[k as keyof Score]])) as unknown as Score;
}
