import type { Outbox } from "#core/outbox/outbox.ts";
import { Database } from "#stores/sql/database.ts";
import type { Engine } from "#stores/sql/engine.ts";
import { aboutToSend, claimErrands, putErrandsBack } from "./claim.ts";
import { readDigest } from "./digest-rows.ts";
import { errandOf } from "./errand-row.ts";
import { planFollowers, readFollower } from "./follow-rows.ts";
import { comeBackTo, leavePlace, planDue, resetNextInstants } from "./plan.ts";
import { settleErrand } from "./settle.ts";
import { DatabaseTime } from "./time.ts";
import { makeCorrections, readQuoting, readShown, rememberShown } from "./trail.ts";
import { readNow, readWake } from "./wake.ts";
import { advanceLibrary, advanceWatch, readMoved } from "./watch.ts";

const DAY = 86_400_000;

/** The one outbox over both databases. `skew`: see `DatabaseTime`. */
export function kyselyOutbox(engine: Engine, skew?: () => number): Outbox {
  const database = new Database(engine);
  const time = new DatabaseTime(engine.name, skew);
  return {
    digest: (id) => readDigest(database, id),
    follower: (key) => readFollower(database, key),
    leave: (place, why) => leavePlace(database, place, why),
    comeBack: (place, next) => comeBackTo(database, time, place, next),
    now: () => readNow(database, time),
    nextWake: (platforms) => readWake(database, time, platforms),
    planDigests: (platforms, most, plan) => planDue(database, time, platforms, most, plan),
    planFollows: (platforms, most) => planFollowers(database, time, platforms, most),
    resetNext: (next) => resetNextInstants(database, time, next),
    claim: (platform, most, lease) => claimErrands(database, time, platform, most, lease),
    sending: (claim, frozen, lease, order) => aboutToSend(database, time, claim, frozen, lease, order),
    settle: (claim, outcome) => settleErrand(database, time, claim, outcome),
    putBack: (claims) => putErrandsBack(database, time, claims),
    forget: (days) =>
      database.write(async (tx) => {
        const { numDeletedRows } = await tx
          .deleteFrom("errand")
          .where("wake", "is", null)
          .where("made", "<", time.in(-days * DAY))
          .executeTakeFirst();
        return Number(numDeletedRows);
      }),
    errand: ({ work, slot }) =>
      database.read(async (db) => {
        const row = await db
          .selectFrom("errand")
          .where("work", "=", work)
          .where("slot", "=", slot)
          .selectAll()
          .executeTakeFirst();
        return row === undefined ? undefined : errandOf(row);
      }),
    remember: (desk, platform, posting, facts, reply) =>
      database.write((tx) => rememberShown(tx, desk, platform, posting, facts, reply)),
    moved: () => readMoved(database),
    quoted: (desk, facts, after, most) => readQuoting(database, desk, facts, after, most),
    correct: (corrections, compared) => makeCorrections(database, time, corrections, compared),
    followed: (moved) => advanceWatch(database, time, moved),
    libraryMoved: (library, version) => advanceLibrary(database, time, library, version),
    shown: (id) => readShown(database, id),
  };
}
