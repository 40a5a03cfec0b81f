import { sql } from "kysely";
import { Migrator, type Migration } from "kysely/migration";
import { describe, expect, inject, it } from "vitest";
import { up as revisions } from "#stores/migrations/0001-revisions.ts";
import { up as noReplace } from "#stores/migrations/0002-no-replace.ts";
import { up as digests } from "#stores/migrations/0004-digests.ts";
import { up as picks } from "#stores/migrations/0005-picks.ts";
import { kyselyStore } from "#stores/kysely-store.ts";
import { openStore, type StoreLocation } from "#stores/open.ts";
import { openPostgres } from "#stores/postgres.ts";
import type { Engine } from "#stores/sql/engine.ts";
import { openSqlite } from "#stores/sqlite.ts";
import { testFolder } from "#test/folder.ts";
import { freshDatabase } from "#test/postgres/database.ts";
import { HERE, order } from "#test/scheduler/orders.ts";
import { ruleText } from "#core/digest/rule.ts";
import { sinceText, wantsText } from "#core/digest/subscription.ts";
import { add } from "./contract.ts";

const T0 = Temporal.Instant.from("2026-11-23T10:00:00Z");
const LONG_AGO = "2026-11-23T09:00:00.000Z";
const ANN = { platform: "test", id: "ann", name: "Ann" };
const RELEASED = {
  "0001-revisions": revisions,
  "0002-no-replace": noReplace,
  "0004-digests": digests,
  "0005-picks": picks,
};

/** Brings an empty database to the schema of an older program: that of its last migration. */
async function bringTo(engine: Engine, last: keyof typeof RELEASED): Promise<void> {
  const names = Object.entries(RELEASED).filter(([name]) => name <= last);
  const migrations = names.map(([name, up]): [string, Migration] => [name, { up: (db) => up(db, engine.name) }]);
  const provider = { getMigrations: async () => Object.fromEntries(migrations) };
  const { error } = await new Migrator({ db: engine.db, provider }).migrateToLatest();
  if (error !== undefined) throw error as Error;
}

const CHANNEL = JSON.stringify({ kind: "channel", place: HERE.id, channel: "c1" });
const PERSON = JSON.stringify({ kind: "person", place: HERE.id, user: "u1" });
const PAYLOAD = { reply: { plain: "said", blocks: [], facts: [] }, desk: 0, version: 0 };

/** The jobs of the older program, one of each kind and state. */
const ERRANDS = [
  { work: "digest/d1", slot: "2026-11-20T09:00:00.000Z", kind: "digest", state: "sent", wake: null },
  { work: "digest/d1", slot: "2026-11-21T09:00:00.000Z", kind: "digest", state: "sending", rounds: 2, fence: 3 },
  { work: "digest/d2", slot: "2026-11-21T09:00:00.000Z", kind: "digest", state: "claimed", missed: 4 },
  { work: "digest/d3", slot: "2026-11-21T09:00:00.000Z", kind: "digest", state: "due", asked: 1 },
  { work: "notice/digest/d1", slot: "2026-11-20T09:00:00.000Z", kind: "notice", state: "due", target: PERSON },
  { work: `follow/["standin","p1","u1"]`, slot: LONG_AGO, kind: "follow", state: "unknown", target: PERSON },
  { work: "correction/12", slot: "0000000001.0000000002.0000000001", kind: "correction", state: "due" },
].map((errand, i) => ({
  platform: HERE.platform,
  target: CHANNEL,
  key: `key${i}`,
  fence: 1,
  wake: LONG_AGO,
  payload: JSON.stringify(PAYLOAD),
  asked: 0,
  missed: 0,
  rounds: 0,
  sending_at: LONG_AGO,
  made: LONG_AGO,
  ...errand,
}));

async function upgradesJobs(engine: Engine, location: StoreLocation): Promise<void> {
  await bringTo(engine, "0005-picks");
  const { id, channel, owner, rule, wants, since } = order("d1", T0);
  await sql`insert into digest (id, platform, place, channel, owner, rule, wants, version, next, since, missed, last_slot, last_state, made)
    values (${id}, ${HERE.platform}, ${HERE.id}, ${channel}, ${owner}, ${ruleText(rule)}, ${wantsText(wants)}, 5, ${LONG_AGO},
      ${sinceText(since)}, 2, ${"2026-11-20T09:00:00.000Z"}, ${"sent"}, ${LONG_AGO})`.execute(engine.db);
  for (const errand of ERRANDS) {
    const columns = sql.join(Object.keys(errand).map((c) => sql.ref(c)));
    await sql`insert into errand (${columns}) values (${sql.join(Object.values(errand))})`.execute(engine.db);
  }
  await engine.db.destroy();

  const store = await openStore(location);
  const digest = await store.outbox.digest("d1");
  expect(digest).toMatchObject({ version: 5, missed: 2, last: { result: "sent" } });
  expect(String(digest?.last?.at)).toBe("2026-11-20T09:00:00Z");
  const leases = await store.outbox.lease(HERE.platform, 99, 60_000);
  const byKey = leases.map(({ job }) => job).toSorted((a, b) => (a.key < b.key ? -1 : 1));
  expect(byKey).toMatchObject([
    { key: "key1", kind: "digest", id: "d1", state: "unknown", attempts: 3, fence: 4, payload: PAYLOAD },
    { key: "key2", kind: "digest", id: "d2", state: "leased", attempts: 0, missed: 4 },
    {
      key: "key3",
      kind: "digest",
      id: "d3",
      state: "leased",
      onDemand: true,
      target: { kind: "channel", workspace: HERE.id, channel: "c1" },
    },
    {
      key: "key4",
      kind: "notice",
      id: "d1",
      sequence: "2026-11-20T09:00:00.000Z",
      target: { kind: "person", workspace: HERE.id, user: "u1" },
    },
    { key: "key5", kind: "follow", id: `["standin","p1","u1"]`, state: "unknown" },
    { key: "key6", kind: "correction", id: "12", sequence: "0000000001.0000000002.0000000001" },
  ]);
  const done = { kind: "digest", id: "d1", sequence: "2026-11-20T09:00:00.000Z" } as const;
  expect(await store.outbox.job(done)).toMatchObject({ key: "key0", state: "sent" });
  // Planning goes on from the digest as it was.
  expect(await store.outbox.planDigests([HERE.platform], 9, 0)).toBe(1);
  await store.close();
}

async function upgradesPicks(engine: Engine, location: StoreLocation): Promise<void> {
  await bringTo(engine, "0004-digests");
  const before = kyselyStore(engine);
  const desk = await before.desk({ platform: "test", id: "t" }, T0);
  await before.append(desk, 0, ANN, T0, [add("fact/a")]);
  await before.missed(desk, "who", "who?", T0);
  await before.close();

  const store = await openStore(location);
  await store.countPick(desk, { key: "k", of: "people", id: "p", spelling: "k", question: "k?" }, T0);
  expect(await store.picks(desk, 9)).toMatchObject([{ key: "k", of: "people", times: 1 }]);
  expect((await store.revisions(desk, 0)).map((r) => r.subject)).toEqual(["fact/a"]);
  expect(await store.misses(desk, 9)).toMatchObject([{ key: "who", times: 1 }]);
  await store.close();
}

const UPGRADES = [
  ["before picks, with all that it held", upgradesPicks],
  ["before jobs, with every job where it was", upgradesJobs],
] as const;

it.each(UPGRADES)("brings a SQLite database up to date from %s", async (_, upgrades) => {
  const home = testFolder();
  await upgrades(openSqlite(home), { home });
});

const server = inject("postgres");
describe.skipIf(server === "")("PostgreSQL (skipped where no server can be started)", () => {
  it.each(UPGRADES)("brings a PostgreSQL database up to date from %s", async (_, upgrades) => {
    const database = await freshDatabase(server);
    const { url } = database;
    await upgrades(await openPostgres(url), { home: "unused", databaseUrl: url });
    await database.drop();
  });
});
