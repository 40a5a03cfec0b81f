import { sql, type Transaction } from "kysely";
import type { DeskKey } from "#core/desk/store.ts";
import { tongueKept } from "#core/messages/tongue.ts";
import { defined } from "#core/text/defined.ts";
import { hears, webhookJob, type Webhook, type WebhookUpdate } from "#core/outbox/webhook.ts";
import type { WebhookEvent } from "#core/outbox/webhook-event.ts";
import type { WebhookStore } from "#core/outbox/webhook-store.ts";
import { Database } from "#stores/sql/database.ts";
import type { Engine } from "#stores/sql/engine.ts";
import type { WebhookRow } from "#stores/sql/outbox-tables.ts";
import { stored, type Tables } from "#stores/sql/schema.ts";
import { DatabaseTime } from "./database-time.ts";
import { insertJob } from "./job-row.ts";

/** Webhooks as admins make them. The outbox reads the same table. */
export function kyselyWebhooks(engine: Engine, skew?: () => number): WebhookStore {
  const database = new Database(engine);
  const time = new DatabaseTime(engine.name, skew);
  return {
    add: ({ workspace, since, tongue, off: _, last: __, ...webhook }) =>
      database.write(async (tx) => {
        const row = { ...webhook, place: workspace, since: stored(since), tongue: tongue ?? null };
        await tx
          .insertInto("webhook")
          .values({ ...row, made: time.now })
          .execute();
      }),
    list: (workspace) => database.read((db) => webhooksOf(db, workspace)),
    change: (workspace, id, update) =>
      database.write(async (tx) => {
        const row = await tx
          .selectFrom("webhook")
          .where("id", "=", id)
          .where("platform", "=", workspace.platform)
          .where("place", "=", workspace.id)
          .select("id")
          .executeTakeFirst();
        if (row === undefined) return false;
        await updateWebhook(tx, id, update);
        return true;
      }),
    rewriteSecrets: (again) => rewriteSecrets(database, again),
    remove: (workspace, id) =>
      database.write(async (tx) => {
        const { numDeletedRows } = await tx
          .deleteFrom("webhook")
          .where("id", "=", id)
          .where("platform", "=", workspace.platform)
          .where("place", "=", workspace.id)
          .executeTakeFirst();
        return numDeletedRows > 0n;
      }),
  };
}

/** A secret that another process writes meanwhile stays as that one wrote it. */
async function rewriteSecrets(
  database: Database,
  again: (webhook: { readonly id: string; readonly secret: string }) => string,
): Promise<number> {
  const rows = await database.read((db) => db.selectFrom("webhook").select(["id", "secret"]).execute());
  const changed = rows.map((row) => ({ ...row, now: again(row) })).filter(({ secret, now }) => now !== secret);
  for (const { id, secret, now } of changed)
    await database.statement((db) =>
      db.updateTable("webhook").set({ secret: now }).where("id", "=", id).where("secret", "=", secret).execute(),
    );
  return changed.length;
}

export function readWebhook(database: Database, id: string): Promise<Webhook | undefined> {
  return database.read(async (db) => {
    const row = await db.selectFrom("webhook").where("id", "=", id).selectAll().executeTakeFirst();
    return row === undefined ? undefined : webhookOf(row);
  });
}

export function readHeardSince(database: Database, desk: number): Promise<Temporal.Instant | undefined> {
  return database.read(async (db) => {
    const all = (await webhooksHearing(db, desk).execute()).map(webhookOf);
    return all.map(({ since }) => since).toSorted((a, b) => Temporal.Instant.compare(a, b))[0];
  });
}

/** Adds a job for each event and each webhook of a desk that hears of it. `order`: see `webhookJob`. */
export async function tellDesk(
  tx: Transaction<Tables>,
  time: DatabaseTime,
  desk: number,
  events: readonly WebhookEvent[],
  order: string,
): Promise<void> {
  if (events.length === 0) return;
  const all = (await webhooksHearing(tx, desk).execute()).map(webhookOf);
  await tell(tx, time, all, events, order);
}

/** The same for the webhooks of workspaces, one event each. */
export async function tellWorkspaces(
  tx: Transaction<Tables>,
  time: DatabaseTime,
  told: readonly { readonly workspace: DeskKey; readonly event: WebhookEvent; readonly order: string }[],
): Promise<void> {
  if (told.length === 0) return;
  const rows = await tx
    .selectFrom("webhook")
    .where(
      "place",
      "in",
      told.map(({ workspace }) => workspace.id),
    )
    .selectAll()
    .execute();
  const all = rows.map(webhookOf);
  for (const { workspace, event, order } of told) {
    const here = all.filter((w) => w.platform === workspace.platform && w.workspace === workspace.id);
    await tell(tx, time, here, [event], order);
  }
}

export async function updateWebhook(tx: Transaction<Tables>, id: string, update: WebhookUpdate): Promise<void> {
  const { owner, since, off, last } = update;
  const row = {
    ...(owner === undefined ? {} : { owner }),
    ...(since === undefined ? {} : { since: stored(since) }),
    ...(off === undefined ? {} : { off }),
    ...(last === undefined ? {} : { last_at: stored(last.at), last_why: last.why ?? null }),
  };
  if (Object.keys(row).length > 0) await tx.updateTable("webhook").set(row).where("id", "=", id).execute();
}

/** Switches off the webhooks of a workspace. An admin resumes each that is still wanted. */
export async function switchOff(tx: Transaction<Tables>, { platform, id }: DeskKey, why: string): Promise<void> {
  await tx
    .updateTable("webhook")
    .set({ off: why })
    .where("platform", "=", platform)
    .where("place", "=", id)
    .where("off", "is", null)
    .execute();
}

export function webhookOf(row: WebhookRow): Webhook {
  const { id, platform, place, name, address, secret, owner } = row;
  const tongue = tongueKept(row.tongue);
  return {
    id,
    platform,
    workspace: place,
    name,
    address,
    secret,
    owner,
    ...defined({ tongue }),
    since: Temporal.Instant.from(row.since),
    ...(row.off === null ? {} : { off: row.off }),
    ...(row.last_at === null
      ? {}
      : {
          last: { at: Temporal.Instant.from(row.last_at), ...(row.last_why === null ? {} : { why: row.last_why }) },
        }),
  };
}

async function tell(
  tx: Transaction<Tables>,
  time: DatabaseTime,
  all: readonly Webhook[],
  events: readonly WebhookEvent[],
  order: string,
): Promise<void> {
  for (const webhook of all) {
    for (const [i, event] of events.entries()) {
      if (!hears(webhook, event.timestamp)) continue;
      await insertJob(tx, webhookJob(webhook, event, `${order}.${String(i).padStart(4, "0")}`), time.now);
    }
  }
}

async function webhooksOf(db: Engine["db"], { platform, id }: DeskKey): Promise<readonly Webhook[]> {
  const rows = await db
    .selectFrom("webhook")
    .where("platform", "=", platform)
    .where("place", "=", id)
    .orderBy("made")
    .orderBy("id")
    .selectAll()
    .execute();
  return rows.map(webhookOf);
}

function webhooksHearing(db: Engine["db"], desk: number) {
  return db
    .selectFrom("webhook")
    .innerJoin("desk_key", (join) =>
      join.onRef("desk_key.platform", "=", "webhook.platform").onRef("desk_key.external", "=", "webhook.place"),
    )
    .where("desk_key.desk", "=", desk)
    .where("webhook.off", "is", null)
    .orderBy(sql`webhook.id`)
    .selectAll("webhook");
}
