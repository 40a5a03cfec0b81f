import type { Built } from "./engine.ts";
import { shuffled, type BenchRow } from "./rows.ts";

/** How often what is begun to be typed brings its fact among the first ten, and what that takes, in milliseconds. */
export interface Completing {
  readonly begun: number;
  readonly hit10: number;
  readonly completeP50: number;
  readonly completeP99: number;
}

const TYPED = 300;

/**
 * Nine to thirteen letters of a fact's subject and label, two of them swapped in every other; undefined for engines
 * that complete nothing.
 */
export async function completing(
  built: Built,
  rows: readonly BenchRow[],
  seconds: number,
): Promise<Completing | undefined> {
  if (built.complete === undefined) return undefined;
  const named = shuffled(
    rows.filter((r) => r.label !== ""),
    13,
  ).slice(0, TYPED);
  let hits = 0;
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  for (const [i, row] of named.entries()) {
    if (performance.now() > until) break;
    const begun = `${row.label} ${row.subject}`.toLowerCase().slice(0, 9 + (i % 5));
    const typed = i % 2 === 0 ? begun : swapped(begun, 2 + (i % 5));
    const from = performance.now();
    const ids = await built.complete(typed);
    times.push(performance.now() - from);
    if (ids.slice(0, 10).includes(row.id)) hits += 1;
  }
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return { begun: times.length, hit10: hits / Math.max(1, times.length), completeP50: at(0.5), completeP99: at(0.99) };
}

function swapped(text: string, at: number): string {
  return text.slice(0, at) + (text[at + 1] ?? "") + (text[at] ?? "") + text.slice(at + 2);
}
