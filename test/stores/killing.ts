import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Store } from "#core/desk/store.ts";
import { LOADS_FAST } from "#test/child-env.ts";
import { ROOT } from "#test/desk.ts";

/** What a writer that was killed had been told is kept: `number subject` of every acknowledged revision. */
export type Acknowledged = Map<number, string>;

const WRITER = join(ROOT, "test", "stores", "writer.ts");

/** When a writer is killed: once it has printed so many acknowledged revisions, and so many milliseconds later. */
export interface Moment {
  readonly written: number;
  readonly ms: number;
}

/**
 * Runs a writer process on a store's place and kills it (SIGKILL) at a moment; notes what it printed as acknowledged.
 */
export async function killWriter(
  location: string,
  { written, ms }: Moment,
  acknowledged: Acknowledged,
  deed?: () => Promise<void>,
): Promise<void> {
  const child = spawn(process.execPath, [...LOADS_FAST, WRITER, location, `w${acknowledged.size}`], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => {
    printed += chunk;
  });
  // The first line says that it is ready.
  while (printed.split("\n").length - 2 < written && child.exitCode === null) await sleep(2);
  await sleep(ms);
  await deed?.();
  child.kill("SIGKILL");
  if (child.exitCode === null && child.signalCode === null) await once(child, "close");
  // The last line may be cut off by the kill; what was not printed whole was not acknowledged.
  for (const line of printed.split("\n").slice(0, -1)) {
    const [, number, subject] = /^(\d+) (\S+)$/u.exec(line) ?? [];
    if (number !== undefined && subject !== undefined) acknowledged.set(Number(number), subject);
  }
}

/**
 * What is wrong with a store after its writers were killed: lost, half-written or misnumbered revisions. Empty where
 * nothing is.
 */
export async function wrongAfter(store: Store, acknowledged: Acknowledged): Promise<readonly string[]> {
  const desk = await store.desk({ platform: "test", id: "busy" }, Temporal.Now.instant());
  const held = await store.revisions(desk, 0);
  const bySubject = new Map(held.map((r) => [r.number, r.subject]));
  const lost = [...acknowledged].filter(([number, subject]) => bySubject.get(number) !== subject);
  const gaps = held.filter((r, i) => r.number !== i + 1);
  const halves = held.filter((r) => r.batch === r.number && bySubject.get(r.number + 1) !== `${r.subject}-b`);
  return [
    ...lost.map(([number, subject]) => `lost ${number} ${subject}`),
    ...gaps.map((r) => `gap before ${r.number}`),
    ...halves.map((r) => `half a batch at ${r.number}`),
    ...((await store.version(desk)) === held.length ? [] : ["the version is not the last number"]),
  ];
}
