import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "kysely";
import type { Shares } from "#core/chat/shares.ts";
import type { DigestStore } from "#core/digest/digest-store.ts";
import type { Outbox } from "#core/outbox/outbox.ts";
import type { WebhookStore } from "#core/outbox/webhook-store.ts";
import { StoreUnavailable, type Store } from "#core/desk/store.ts";
import { BadStore, type Engine, type StoreWatch } from "./sql/engine.ts";
import { kyselyStore } from "./kysely-store.ts";
import { migrate } from "./migrate.ts";
import { kyselyDigests } from "#stores/outbox/kysely-digests.ts";
import { kyselyOutbox } from "#stores/outbox/kysely-outbox.ts";
import { kyselyWebhooks } from "#stores/outbox/webhook-rows.ts";
import { kyselyShares } from "./share-rows.ts";
import { openSqlite } from "./sqlite.ts";

/** Where the store is: a folder for SQLite, or a PostgreSQL address, which wins. */
export interface StoreLocation {
  readonly home: string;
  readonly databaseUrl?: string;
}

/** A store, and over the same database what people ordered and what is sent by itself. */
export interface OpenStore extends Store {
  readonly digests: DigestStore;
  readonly webhooks: WebhookStore;
  readonly outbox: Outbox;
  readonly shares: Shares;
}

/**
 * The store at a location, brought to this program's schema. @throws BadStore with one line that says what is wrong and
 * what to do. `skew`: see `DatabaseTime`
 */
export async function openStore(location: StoreLocation, skew?: () => number, watch?: StoreWatch): Promise<OpenStore> {
  const engine = { ...(await openEngine(location)), ...(watch === undefined ? {} : { watch }) };
  try {
    await migrated(engine);
    // SQLite waits for another program's lock within its call, and nothing else runs meanwhile: from here on
    // `Database` waits instead.
    if (engine.name === "sqlite") await sql`pragma busy_timeout = 0`.execute(engine.db);
    return {
      ...kyselyStore(engine),
      digests: kyselyDigests(engine, skew),
      webhooks: kyselyWebhooks(engine, skew),
      outbox: kyselyOutbox(engine, skew),
      shares: kyselyShares(engine, skew),
    };
  } catch (error) {
    await engine.db.destroy();
    if (error instanceof BadStore) throw error;
    const judged = engine.judge(error);
    if (judged.kind === "unavailable") throw new BadStore(judged.message, { cause: error });
    if (error instanceof StoreUnavailable || judged.kind === "again") {
      throw new BadStore("The database is locked by another process. Stop it, or try again.", { cause: error });
    }
    throw error;
  }
}

// A server that restarts, or a network that fails, may end a connection while the schema is brought up to date. It is
// done in transactions, and what is there already stays: it can be done again.
async function migrated(engine: Engine): Promise<void> {
  for (let tries = MIGRATE_TRIES; ; tries -= 1) {
    try {
      return await migrate(engine);
    } catch (error) {
      const { kind } = engine.judge(error instanceof BadStore ? error.cause : error);
      if (engine.name === "sqlite" || kind !== "unavailable" || tries === 1) throw error;
      await sleep(AGAIN_MS);
    }
  }
}

const MIGRATE_TRIES = 3;
const AGAIN_MS = 500;

async function openEngine({ home, databaseUrl }: StoreLocation): Promise<Engine> {
  if (databaseUrl === undefined) return openSqlite(home);
  // Loaded only when asked for: most desks never need it, and it would slow every start.
  const { openPostgres } = await import("./postgres.ts");
  return openPostgres(databaseUrl);
}
