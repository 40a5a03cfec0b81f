import type { DigestStore } from "#core/digest/digest-store.ts";
import type { DeskKey } from "#core/desk/store.ts";
import { Database } from "#stores/sql/database.ts";
import type { Engine } from "#stores/sql/engine.ts";
import { changeDigest, deleteDigest, postDigestNow, insertDigest, readDigest, readDigests } from "./digest-rows.ts";
import { addFollow, dropFollow, readFollower } from "./follower-rows.ts";
import { DatabaseTime } from "./database-time.ts";
import { countQuoting } from "./shown-messages.ts";

/** Digests and follows as people order them. The outbox reads the same tables. */
export function kyselyDigests(engine: Engine, skew?: () => number): DigestStore {
  const database = new Database(engine);
  const time = new DatabaseTime(engine.name, skew);
  const follower = ({ platform, id }: DeskKey, user: string) => ({ platform, place: id, user });
  return {
    add: (place, subscription) => insertDigest(database, time, place, subscription),
    async find(place, id) {
      const digest = await readDigest(database, id);
      return digest?.platform === place.platform && digest.place === place.id ? digest : undefined;
    },
    list: (place) => readDigests(database, place),
    change: (place, id, change) => changeDigest(database, place, id, change),
    remove: (place, id) => deleteDigest(database, place, id),
    postNow: (place, id) => postDigestNow(database, time, place, id),
    follow: (place, user, topic, since) => addFollow(database, time, follower(place, user), topic, since),
    unfollow: (place, user, topic) => dropFollow(database, follower(place, user), topic),
    follows: async (place, user) => (await readFollower(database, follower(place, user)))?.topics ?? [],
    quoting: (place, fact) => countQuoting(database, place, fact),
  };
}
