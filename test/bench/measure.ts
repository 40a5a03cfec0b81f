/** One measured line: a median over some runs, or the median and the 99th percentile of many calls. */
export interface Row {
  readonly what: string;
  readonly unit: "ms" | "×";
  readonly runs: number;
  readonly median: number;
  readonly p99?: number;
  /** What it takes where nothing else is done beside it. */
  readonly least?: number;
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(times: readonly number[]): number {
  return at(times, 0.5);
}

export function spread(what: string, times: readonly number[]): Row {
  return { what, unit: "ms", runs: times.length, median: median(times), p99: at(times, 0.99) };
}

/** `who-led, start to answer            212 ms  (median of 11)`. */
export function line({ what, unit, runs, median, p99, least }: Row): string {
  const short = (n: number) => (n < 100 ? n.toPrecision(3) : n.toFixed(0));
  const tail = p99 === undefined ? `median of ${runs}` : `p50 of ${runs}; p99 ${short(p99)} ${unit}`;
  const from = least === undefined ? "" : `least ${short(least)} ${unit}; `;
  return `${what.padEnd(40)} ${short(median).padStart(8)} ${unit}  (${from}${tail})`;
}
