import type { Store } from "#core/desk/store.ts";
import { Database } from "./sql/database.ts";
import { partDesk } from "./part-desk.ts";
import { deskOf, keysOf, leadTo, readDesks } from "./desk-rows.ts";
import { eraseAuthor } from "./erase-author.ts";
import type { Engine } from "./sql/engine.ts";
import { defined } from "#core/text/defined.ts";
import { keepable } from "./keepable.ts";
import { missesOf, countMiss, dropMiss } from "./miss-rows.ts";
import { countPick, dropPick, picksOf } from "./pick-rows.ts";
import { getText, popText, putText, tokensOf } from "./stash-rows.ts";
import { appendRevisions } from "./append.ts";
import { runDelivery } from "./run-delivery.ts";
import { firstBroken } from "./first-broken.ts";
import { readHeads, readRevisions, versionOf } from "./revisions.ts";

/** The one store over both databases. */
export function kyselyStore(engine: Engine): Store {
  const database = new Database(engine);
  return keepable({
    desk: (key, at) => deskOf(database, key, at),
    keys: (desk) => keysOf(database, desk),
    lead: (key, desk, at) => leadTo(database, key, desk, at),
    part: (key, by, at, changes) => partDesk(database, key, { by, at, changes }),
    version: (desk) => versionOf(database, desk),
    heads: (desk) => readHeads(database, desk),
    desks: (after, most) => readDesks(database, after, most),
    firstBroken: (desk) => firstBroken(database, desk),
    revisions: (desk, after) => readRevisions(database, desk, after),
    append: (desk, base, by, at, changes, lead) =>
      appendRevisions(database, { desk, base, by, at, changes, ...defined({ lead }) }),
    erase: (desk, author, token, erasing) => eraseAuthor(database, desk, author, token, erasing),
    missed: (desk, key, question, at) => countMiss(database, desk, key, question, at),
    misses: (desk, most) => missesOf(database, desk, most),
    settleMiss: (desk, key) => dropMiss(database, desk, key),
    countPick: (desk, pick, at) => countPick(database, desk, pick, at),
    picks: (desk, most) => picksOf(database, desk, most),
    dropPick: (desk, key) => dropPick(database, desk, key),
    stash: {
      put: (scope, token, content, until) => putText(database, scope, token, content, until),
      get: (scope, token, now) => getText(database, scope, token, now),
      tokens: (scope, now) => tokensOf(database, scope, now),
      pop: (scope, token, now) => popText(database, scope, token, now),
    },
    deliveries: { run: (id, at, work) => runDelivery(database, id, at, work) },
    close: () => engine.db.destroy(),
  });
}
