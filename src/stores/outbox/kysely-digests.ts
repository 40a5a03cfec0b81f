import type { DigestStore } from "#core/digest/digest-store.ts";
import type { DeskKey } from "#core/desk/store.ts";
import { Database } from "#stores/sql/database.ts";
import type { Engine } from "#stores/sql/engine.ts";
import { changeDigest, deleteDigest, postDigestNow, insertDigest, readDigest, readDigests } from "./digest-rows.ts";
import { addFollow, clearTrouble, dropFollow, readFollower, readTrouble } from "./follower-rows.ts";
import { readInbox, writeInbox } from "./inbox-rows.ts";
import { countOfPerson, forgetPerson } from "./person-rows.ts";
import { DatabaseTime } from "./database-time.ts";
import { countQuoting } from "./shown-messages.ts";

/** Digests and follows as people order them. The outbox reads the same tables. */
export function kyselyDigests(engine: Engine, skew?: () => number): DigestStore {
  const database = new Database(engine);
  const time = new DatabaseTime(engine.name, skew);
  const follower = ({ platform, id }: DeskKey, user: string) => ({ platform, workspace: id, user });
  return {
    add: (workspace, subscription) => insertDigest(database, time, workspace, subscription),
    async find(workspace, id) {
      const digest = await readDigest(database, id);
      return digest?.platform === workspace.platform && digest.workspace === workspace.id ? digest : undefined;
    },
    list: (workspace) => readDigests(database, workspace),
    change: (workspace, id, change) => changeDigest(database, workspace, id, change),
    remove: (workspace, id) => deleteDigest(database, workspace, id),
    postNow: (workspace, id) => postDigestNow(database, time, workspace, id),
    follow: (workspace, user, topic, since, tongue) =>
      addFollow(database, time, follower(workspace, user), topic, since, tongue),
    unfollow: (workspace, user, topic) => dropFollow(database, follower(workspace, user), topic),
    follows: async (workspace, user) => (await readFollower(database, follower(workspace, user)))?.topics ?? [],
    trouble: (workspace, user) => readTrouble(database, follower(workspace, user)),
    tellAgain: (workspace, user) => clearTrouble(database, time, follower(workspace, user)),
    inbox: (workspace) => readInbox(database, workspace),
    setInbox: (workspace, inbox) => writeInbox(database, time, workspace, inbox),
    keptOf: (workspace, user) => countOfPerson(database, follower(workspace, user)),
    forget: (workspace, user, heir) => forgetPerson(database, follower(workspace, user), heir),
    quoting: (workspace, fact) => countQuoting(database, workspace, fact),
  };
}
