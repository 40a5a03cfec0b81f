import { factRow } from "#core/lookup/fact-row.ts";
import type { View } from "#core/facts/view.ts";
import { PEERS } from "#test/bench/lookup/peers.ts";
import type { BenchRow } from "#test/bench/lookup/rows.ts";
import type { Asked } from "./questions.ts";

const BESIDE = new Set(["minisearch tuned", "fuse.js tokens tuned"]);

/**
 * The peers on the same questions and facts: how often what they put first is right, and what is among their first
 * three. They refuse nothing.
 */
export async function peersOn(view: View, questions: readonly Asked[]): Promise<string> {
  const rows = view.facts.map((f): BenchRow => {
    const { aliases, tags, ...row } = factRow(f, view);
    return { ...row, aliases: [...aliases], tags: [...tags], article: f.talks };
  });
  const factOf = new Map(view.facts.flatMap((f) => f.claims.map((c) => [c.id, f.id])));
  const lines: string[] = [];
  for (const peer of PEERS.filter((p) => BESIDE.has(p.name))) {
    const built = await peer.build(rows);
    const times: number[] = [];
    const held = questions.filter((q) => q.gold.length > 0);
    let [first, three] = [0, 0];
    for (const { words, gold } of held) {
      const from = performance.now();
      const { ids } = await built.ask(words);
      times.push(performance.now() - from);
      const right = new Set(gold.map((id) => factOf.get(id) ?? id));
      const at = ids.findIndex((id) => right.has(id));
      if (at === 0) first += 1;
      if (at >= 0 && at < 3) three += 1;
    }
    times.sort((a, b) => a - b);
    const percent = (n: number): string => ((n / Math.max(1, held.length)) * 100).toFixed(1).padStart(5);
    const p50 = (times[Math.floor(times.length / 2)] ?? 0).toFixed(2);
    lines.push(
      `  ${peer.name.padEnd(22)} first ${percent(first)}  in three ${percent(three)}  p50 ${p50} ms, refuses nothing`,
    );
  }
  return lines.join("\n");
}
