import { sql } from "kysely";
import { Migrator, type Migration } from "kysely/migration";
import { BadStore, type Engine } from "./sql/engine.ts";
import { up as revisions } from "#stores/migrations/0001-revisions.ts";
import { up as noReplace } from "#stores/migrations/0002-no-replace.ts";
import { up as digests } from "#stores/migrations/0004-digests.ts";
import { up as picks } from "#stores/migrations/0005-picks.ts";
import { up as jobs } from "#stores/migrations/0006-jobs.ts";
import { up as deliveries } from "#stores/migrations/0007-deliveries.ts";
import { up as ends } from "#stores/migrations/0008-ends.ts";
import { up as shares } from "#stores/migrations/0009-shares.ts";
import { up as webhooks } from "#stores/migrations/0010-webhooks.ts";
import { up as inbox } from "#stores/migrations/0011-inbox.ts";
import { up as heads } from "#stores/migrations/0012-heads.ts";
import { up as tongues } from "#stores/migrations/0013-tongues.ts";
import { up as owners } from "#stores/migrations/0014-owners.ts";

/** Forward only, in order; a name once released never changes. */
const MIGRATIONS = {
  "0001-revisions": revisions,
  "0002-no-replace": noReplace,
  "0004-digests": digests,
  "0005-picks": picks,
  "0006-jobs": jobs,
  "0007-deliveries": deliveries,
  "0008-ends": ends,
  "0009-shares": shares,
  "0010-webhooks": webhooks,
  "0011-inbox": inbox,
  "0012-heads": heads,
  "0013-tongues": tongues,
  "0014-owners": owners,
} as const;

/**
 * Brings a database to this program's schema, safely from several instances at once. A database that a newer program
 * wrote is left alone.
 * @throws BadStore for a newer schema, and for a migration that failed (and then left nothing behind)
 */
export async function migrate({ db, name }: Engine): Promise<void> {
  const done = await applied(db);
  const newer = done.filter((m) => !Object.hasOwn(MIGRATIONS, m));
  if (newer.length > 0) {
    throw new BadStore(
      `The database was written by a newer Talks (its schema has ${newer.join(", ")}; this one knows up to ${Object.keys(MIGRATIONS).at(-1)}). Nothing was changed: start the newer version.`,
    );
  }
  if (done.length === Object.keys(MIGRATIONS).length) return;
  const all = Object.entries(MIGRATIONS).map(([key, up]): [string, Migration] => [key, { up: (on) => up(on, name) }]);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => Object.fromEntries(all) } });
  const { error } = await migrator.migrateToLatest();
  if (error === undefined) return;
  // Two that start together may both try to make the migrator's own table; the second one finds it done.
  if ((await applied(db)).length === all.length) return;
  throw new BadStore(
    `The database could not be brought to this version's schema: ${error instanceof Error ? error.message : "unknown"}`,
    { cause: error },
  );
}

async function applied(db: Engine["db"]): Promise<readonly string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some((t) => t.name === "kysely_migration")) return [];
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map((r) => r.name);
}
