import { expect, it } from "vitest";
import { sql } from "kysely";
import { kyselyStore } from "#stores/kysely-store.ts";
import { migrate } from "#stores/migrate.ts";
import { openStore } from "#stores/open.ts";
import { openSqlite } from "#stores/sqlite.ts";
import { temporaryFolder } from "#test/temporary-folder.ts";
import { add } from "./contract.ts";

const T0 = Temporal.Instant.from("2026-11-23T10:00:00Z");
const ANN = { platform: "test", id: "ann", name: "Ann" };

it("brings a database from before picks up to date, with all that it held", async () => {
  const home = temporaryFolder("upgrade");
  const engine = openSqlite(home);
  await migrate(engine);
  const before = kyselyStore(engine);
  const desk = await before.desk({ platform: "test", id: "t" }, T0);
  await before.append(desk, 0, ANN, T0, [add("fact/a")]);
  await before.missed(desk, "who", "who?", T0);
  await sql`drop table pick`.execute(engine.db);
  await sql`delete from kysely_migration where name = '0005-picks'`.execute(engine.db);
  await before.close();

  const store = await openStore({ home });
  await store.picked(desk, { key: "k", of: "people", id: "p", spelling: "k", question: "k?" }, T0);
  expect(await store.picks(desk, 9)).toMatchObject([{ key: "k", of: "people", times: 1 }]);
  expect((await store.revisions(desk, 0)).map((r) => r.subject)).toEqual(["fact/a"]);
  expect(await store.misses(desk, 9)).toMatchObject([{ key: "who", times: 1 }]);
  await store.close();
});
