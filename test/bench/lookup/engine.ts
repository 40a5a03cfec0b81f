import type { BenchRow } from "./rows.ts";

/**
 * A search over rows, as the bench sees it: ids best first, and the engine's own score of the first where it has one.
 */
export interface Engine {
  readonly name: string;
  build(rows: readonly BenchRow[]): Built | Promise<Built>;
}

export interface Built {
  ask(question: string): Answered | Promise<Answered>;
  /** Bytes held outside of JavaScript's own memory. */
  beside?(): number;
  complete?(typed: string): readonly string[] | Promise<readonly string[]>;
}

export interface Answered {
  readonly ids: readonly string[];
  /** Higher is surer; what a threshold is set on. Undefined for engines that only rank. */
  readonly score: number | undefined;
  /** Of an engine that decides: `near` are only offered. */
  readonly decision?: "answer" | "near" | "none";
}

/** How many results an engine is asked for. */
export const LIMIT = 10;
