import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

/** Lines typed before, the newest first, kept from one run to the next. */
export interface History {
  readonly past: readonly string[];
  keep(past: readonly string[]): void;
}

const LINES_MAX = 500;

/**
 * History in a file. A file that cannot be read or written is not a reason to refuse an answer: the history is then of
 * this run only.
 */
export function fileHistory(path: string): History {
  return {
    past:
      tolerate(() =>
        readFileSync(path, "utf8")
          .split("\n")
          .filter((l) => l !== "")
          .slice(0, LINES_MAX),
      ) ?? [],
    keep(past) {
      tolerate(() => {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, `${past.slice(0, LINES_MAX).join("\n")}\n`, { mode: 0o600 });
      });
    },
  };
}

function tolerate<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
