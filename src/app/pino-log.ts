import { pino } from "pino";
import type { LogConfig } from "./run-config.ts";
import { incidentCode, stackOf, type Log } from "./log.ts";
import { withoutSecrets } from "./secrets.ts";

/** Where lines go: errors apart from the rest. */
export interface Streams {
  readonly out: { write(line: string): unknown };
  readonly err: { write(line: string): unknown };
}

interface Line {
  readonly level: string;
  readonly time: string;
  readonly msg: string;
  readonly stack?: string;
}

/**
 * The log of a Talks that serves: each event is one line, as JSON or for people to read. `secrets` are never written.
 */
export function pinoLog({ format, level }: LogConfig, secrets: readonly string[], { out, err }: Streams): Log {
  const clean = withoutSecrets(secrets);
  const write = (json: string): void => {
    const line = JSON.parse(json) as Line;
    const stream = line.level === "error" ? err : out;
    stream.write(clean(format === "json" ? json : `${read(line)}\n`));
  };
  const logger = pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write },
  );
  return {
    say: (line, at = "info") => logger[at](line),
    incident(defect) {
      const code = incidentCode();
      logger.error({ incident: code, stack: stackOf(defect) }, `incident ${code}`);
      return code;
    },
  };
}

/** Time, level where it is not the usual one, message; a stack trace follows in the same line. */
function read({ level, time, msg, stack }: Line): string {
  const marked = level === "info" ? msg : `${level}: ${msg}`;
  const trace = stack === undefined ? "" : `: ${stack.replace(/\s*\n\s*/gu, " | ")}`;
  return `${time} ${marked}${trace}`;
}
