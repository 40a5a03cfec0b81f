import type { Transaction } from "kysely";
import type { Held, Shares } from "#core/chat/shares.ts";
import { DatabaseTime } from "#stores/outbox/database-time.ts";
import { Database } from "./sql/database.ts";
import type { Engine } from "./sql/engine.ts";
import type { Tables } from "./sql/schema.ts";

// Renewed several times within it. Two that both believe to hold a part do no harm: what is delivered is claimed.
const LEASE_MS = 10_000;

/** The parts of shared works over both databases. `skew`: see `DatabaseTime`. */
export function kyselyShares(engine: Engine, skew?: () => number): Shares {
  const database = new Database(engine);
  const time = new DatabaseTime(engine.name, skew);
  return {
    hold: (work, process, of) => database.writeAside((tx) => hold(tx, time, { work, process }, of)),
    async begun(work, process, part) {
      await database.writeAside((tx) =>
        mine(tx, { work, process }).set({ begun: 1 }).where("part", "=", part).execute(),
      );
    },
    async elsewhere(work, process) {
      const rows = await database.read((db) =>
        db
          .selectFrom("share")
          .where("work", "=", work)
          .where("process", "!=", process)
          .where("begun", "=", 1)
          .select("part")
          .execute(),
      );
      return rows.map(({ part }) => part);
    },
    offer: (work, process) =>
      database.writeAside(async (tx) => {
        await tx.deleteFrom("sharer").where("work", "=", work).where("process", "=", process).execute();
        await mine(tx, { work, process }).set({ offered: 1 }).execute();
        const others = tx.selectFrom("sharer").where("work", "=", work).where("until", ">", time.now);
        return (await others.select("process").executeTakeFirst()) !== undefined;
      }),
    async letGo(work, process) {
      await database.writeAside(async (tx) => {
        await tx.deleteFrom("sharer").where("work", "=", work).where("process", "=", process).execute();
        await tx.deleteFrom("share").where("work", "=", work).where("process", "=", process).execute();
      });
    },
  };
}

interface Sharer {
  readonly work: string;
  readonly process: string;
}

async function hold(tx: Transaction<Tables>, time: DatabaseTime, sharer: Sharer, wanted: number): Promise<Held> {
  const { work, process } = sharer;
  const until = time.in(LEASE_MS);
  await tx
    .insertInto("shared_work")
    .values({ work, parts: wanted, turns: 0 })
    .onConflict((c) => c.column("work").doNothing())
    .execute();
  // Its row is locked from here on, so that one process after the other decides.
  const { parts: before } = await tx
    .updateTable("shared_work")
    .set((e) => ({ turns: e("turns", "+", 1) }))
    .where("work", "=", work)
    .returning("parts")
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("sharer")
    .values({ work, process, until })
    .onConflict((c) => c.columns(["work", "process"]).doUpdateSet({ until }))
    .execute();
  await tx.deleteFrom("sharer").where("work", "=", work).where("until", "<=", time.now).execute();
  await mine(tx, sharer).set({ until }).execute();
  await tx.deleteFrom("share").where("work", "=", work).where("until", "<=", time.now).execute();
  const [rows, sharers] = [
    await tx.selectFrom("share").where("work", "=", work).orderBy("part").selectAll().execute(),
    await tx.selectFrom("sharer").where("work", "=", work).select("process").execute(),
  ];
  const of = rows.length === 0 ? wanted : before;
  if (of !== before) await tx.updateTable("shared_work").set({ parts: of }).where("work", "=", work).execute();
  const even = Math.ceil(of / sharers.length);
  const own = rows.filter((row) => row.process === process);
  for (const { part } of own.slice(even)) await mine(tx, sharer).set({ offered: 1 }).where("part", "=", part).execute();
  const held = new Set(rows.map(({ part }) => part));
  const free = Array.from({ length: of }, (_, part) => part).filter((part) => !held.has(part));
  const offered = rows.filter((row) => row.process !== process && row.offered === 1).map(({ part }) => part);
  const taken = [...free, ...offered].slice(0, Math.max(0, even - own.length));
  for (const part of taken) {
    const values = { process, until, offered: 0, begun: 0 };
    await tx
      .insertInto("share")
      .values({ work, part, ...values })
      .onConflict((c) => c.columns(["work", "part"]).doUpdateSet(values))
      .execute();
  }
  const others = rows.filter((row) => row.process !== process && row.begun === 1 && !taken.includes(row.part));
  return { of, parts: [...own.map(({ part }) => part), ...taken], elsewhere: others.map(({ part }) => part) };
}

function mine(tx: Transaction<Tables>, { work, process }: Sharer) {
  return tx.updateTable("share").where("work", "=", work).where("process", "=", process);
}
