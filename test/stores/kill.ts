import { mkdtempDisposableSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openStore } from "#stores/open.ts";
import { startServer } from "#test/postgres/server.ts";
import { killWriter, wrongAfter, type Acknowledged } from "./killing.ts";
import { sound } from "./sound.ts";

// node test/stores/kill.ts [--cycles 200] [--postgres]: kills writers at random moments and checks what they were told
// is kept.
const { values } = parseArgs({
  options: { cycles: { type: "string", default: "200" }, postgres: { type: "boolean", default: false } },
});
const cycles = Number(values.cycles);
const acknowledged: Acknowledged = new Map();
await using server = values.postgres ? await startServer(true) : undefined;
if (values.postgres && server === undefined) throw new Error("no PostgreSQL can be started here");
using folder = mkdtempDisposableSync(join(tmpdir(), "talks-kill-"));
const home = folder.path;
const location = server?.url("postgres") ?? home;
for (let cycle = 1; cycle <= cycles; cycle += 1) {
  // On PostgreSQL every second cycle takes the server away at once instead, as a power cut would.
  const deed = server !== undefined && cycle % 2 === 0 ? () => server.crash() : undefined;
  const moment = { written: Math.floor(60 * Math.random()), ms: 10 * Math.random() };
  await killWriter(location, moment, acknowledged, deed);
  const store = await openStore(server === undefined ? { home } : { home, databaseUrl: location });
  const wrong = [...(await wrongAfter(store, acknowledged)), ...(server === undefined ? sound(home) : [])];
  await store.close();
  if (wrong.length > 0) throw new Error(`cycle ${cycle}: ${wrong.slice(0, 5).join("; ")}`);
}
process.stdout.write(`${cycles} kills, ${acknowledged.size} acknowledged revisions, 0 lost, database sound\n`);
