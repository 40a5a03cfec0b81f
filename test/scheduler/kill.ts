import { mkdtempDisposableSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { startServer } from "#test/postgres/server.ts";
import { longRun } from "./long-run.ts";

// node test/scheduler/kill.ts [--seconds 120] [--postgres] [--processes 3]: posts digests under faults while schedulers
// are killed and stopped.
const { values } = parseArgs({
  options: {
    seconds: { type: "string", default: "120" },
    postgres: { type: "boolean", default: false },
    processes: { type: "string", default: "3" },
  },
});
await using server = values.postgres ? await startServer(true) : undefined;
if (values.postgres && server === undefined) throw new Error("no PostgreSQL can be started here");
using folder = mkdtempDisposableSync(join(tmpdir(), "talks-kill-"));
const location = server === undefined ? { home: folder.path } : { home: "unused", databaseUrl: server.url("postgres") };
// SQLite belongs to one process at a time: the next one starts when the last is dead.
const figures = await longRun(location, {
  enough: () => performance.now() > 1000 * Number(values.seconds),
  lease: 1500,
  processes: server === undefined ? 1 : Number(values.processes),
  crash: server === undefined ? undefined : () => server.crash(),
});
process.stdout.write(`${JSON.stringify(figures)}\n`);
if (figures.wrong.length > 0) process.exitCode = 1;
