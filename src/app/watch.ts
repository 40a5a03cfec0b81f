import type { StoreWatch } from "#stores/sql/engine.ts";

/** Hears of what happens, for metrics and the log. */
export interface Watch {
  /** A delivery came to an outcome after so many seconds; `repeated` where it was done before. */
  readonly answered: (platform: string, outcome: string, seconds: number) => void;
  readonly stored: StoreWatch;
  /** A job came to an outcome. */
  readonly settled: (kind: string, outcome: string) => void;
  readonly incident: () => void;
}

export const NOBODY: Watch = { answered() {}, stored() {}, settled() {}, incident() {} };
