import { setTimeout as sleep } from "node:timers/promises";
import { Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { BadStore, type Engine, type Judgement } from "./sql/engine.ts";
import { impatient } from "./impatient.ts";
import type { Tables } from "./sql/schema.ts";

const CONNECTIONS = 10;
const ACQUIRE_MS = 2000;
const STATEMENT_MS = 5000;
// The server ends a slow statement itself; later than that, there is no server to hear from.
const SILENCE_MS = 6000;
const START_TRIES = 5;

/**
 * Opens a PostgreSQL database, waiting a little for one that is starting. @throws BadStore without ever naming the
 * password
 */
export async function openPostgres(url: string, tries = START_TRIES): Promise<Engine> {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: ACQUIRE_MS,
    statement_timeout: STATEMENT_MS,
    query_timeout: SILENCE_MS,
    keepAlive: true,
    idle_in_transaction_session_timeout: 2 * STATEMENT_MS,
    application_name: "talks",
  });
  // A server that restarts sends its error to idle clients too; without a listener it would end the process.
  pool.on("error", () => {});
  pool.on("connect", (client) => client.on("error", () => {}));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: impatient(pool) }) });
  for (let wait = 200; ; wait *= 2) {
    try {
      await sql`select 1`.execute(db);
      return { name: "postgres", db, judge };
    } catch (error) {
      tries -= 1;
      if (tries > 0 && judge(error).kind !== "defect") await sleep(wait);
      else {
        await db.destroy();
        throw new BadStore(
          `PostgreSQL at ${hostOf(url)} does not answer: ${reason(error)}. Check DATABASE_URL and that the server runs.`,
          { cause: error },
        );
      }
    }
  }
}

/** Where a connection string leads, without its user and password. */
function hostOf(url: string): string {
  if (!URL.canParse(url)) return "DATABASE_URL";
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

function reason(error: unknown): string {
  if (error instanceof AggregateError) return reason(error.errors[0]);
  return error instanceof Error
    ? error.message.split("\n")[0] || ("code" in error ? String(error.code) : "no reason given")
    : "no reason given";
}

/** By SQLSTATE class (PostgreSQL documentation, appendix A) or, before there is a connection, Node's own code. */
function judge(error: unknown): Judgement {
  if (error instanceof AggregateError) return judge(error.errors[0]);
  if (!(error instanceof Error)) return { kind: "defect" };
  const code = "code" in error ? String(error.code) : "";
  if (code === "40001" || code === "40P01") return { kind: "again" };
  if (code === "25006") {
    return {
      kind: "unavailable",
      message: `PostgreSQL is read-only here (${reason(error)}): Talks needs the primary.`,
    };
  }
  const away =
    /^(?:08|53|57|58)/u.test(code) ||
    /^E[A-Z_]+$/u.test(code) ||
    /terminated|timeout|timed out|not queryable|discarded|Client was closed|\bended\b/iu.test(error.message);
  return away ? { kind: "unavailable", message: `PostgreSQL does not answer: ${reason(error)}.` } : { kind: "defect" };
}
