import { randomUUID } from "node:crypto";

/** Where Talks writes down what happens, for the person who runs it. No line holds a secret, or what people typed. */
export interface Log {
  /** One line; `warn` for what somebody should look at. */
  readonly say: (line: string, level?: Level) => void;
  /** Writes a defect down, and returns the code under which it is found. */
  readonly incident: (defect: unknown) => string;
}

type Level = "info" | "warn";

/** A log for one answer or one terminal: its lines must not mix with what is printed. */
export const ASIDE: Log = {
  say: (line) => void process.stderr.write(`${line}\n`),
  incident(defect) {
    const code = incidentCode();
    process.stderr.write(`incident ${code}: ${stackOf(defect)}\n`);
    return code;
  },
};

export function incidentCode(): string {
  return randomUUID().slice(0, 8);
}

export function stackOf(defect: unknown): string {
  return defect instanceof Error ? (defect.stack ?? defect.message) : String(defect);
}
