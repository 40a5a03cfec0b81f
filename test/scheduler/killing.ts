import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { JobState } from "#core/outbox/job.ts";
import { LOADS_FAST } from "#test/child-env.ts";
import type { Standin } from "#test/standins/scheduler/server.ts";

const WORKER = join(import.meta.dirname, "worker.ts");

export interface Death {
  readonly deed: string;
  readonly when: "before" | "after";
  readonly at?: number;
}

/** A scheduler over a store's place and a stand-in, and where it dies, if it does of itself. */
export interface Orders extends Partial<Death> {
  readonly location: string;
  readonly url: string;
  readonly lease?: number;
}

/** Schedulers in one process of their own: where they die, it dies once each has come to its step. */
export function startWorker(orders: readonly Orders[]): ChildProcess {
  const child = spawn(process.execPath, [...LOADS_FAST, WORKER, JSON.stringify(orders)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdout.resume();
  return child;
}

/** Waits until a worker is at work, or has died before. */
export async function ready(child: ChildProcess): Promise<void> {
  await Promise.race([once(child.stdout ?? child, "data"), once(child, "close")]);
}

/** Waits until a worker has died of itself; fails where it ended in any other way. */
export async function died(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "close");
  if (child.signalCode !== "SIGKILL") throw new Error(`the worker ended with ${child.exitCode ?? child.signalCode}`);
}

export async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "close");
}

/** How a job ended, and the key that marks it on the platform. */
export interface Ended {
  readonly key: string;
  readonly state: JobState;
}

/** What is wrong with what the stand-in shows, given how each job ended. Empty where each is shown once. */
export function wrongWith(standin: Standin, ended: readonly Ended[]): readonly string[] {
  return ended.flatMap(({ key, state }) => {
    const shown = standin.messages.filter((m) => m.key === key && !m.removed).length;
    if (state === "attention") return shown <= 1 ? [] : [`${key} ${state}: shown ${shown} times`];
    return state === "sent" && shown === 1 ? [] : [`${key} ${state}: shown ${shown} times`];
  });
}
