import type { Change, Store } from "#core/desk/store.ts";

/**
 * A store that refuses, before it touches anything, the text that a database would refuse or change without a word:
 * PostgreSQL takes no NUL, and both write a lone surrogate as U+FFFD, which would also break the revision's hash.
 * Commands never let either come this far.
 */
export function keepable(store: Store): Store {
  return {
    ...store,
    desk: async (key, at) => {
      refuse(key.platform, key.id);
      return store.desk(key, at);
    },
    lead: async (key, desk, at) => {
      refuse(key.platform, key.id);
      return store.lead(key, desk, at);
    },
    part: async (key, by, at, changes) => {
      refuse(key.platform, key.id, by.platform, by.id, by.name, ...changes.flatMap(textsOf));
      return store.part(key, by, at, changes);
    },
    append: async (desk, base, by, at, changes, lead) => {
      refuse(by.platform, by.id, by.name, lead?.platform ?? "", lead?.id ?? "");
      for (const change of changes) refuse(...textsOf(change));
      return store.append(desk, base, by, at, changes, lead);
    },
    erase: async (desk, author, token, erasing) => {
      refuse(author.platform, author.id, token, erasing?.by.id ?? "", erasing?.by.name ?? "");
      return store.erase(desk, author, token, erasing);
    },
    missed: async (desk, key, question, at) => {
      refuse(key, question);
      return store.missed(desk, key, question, at);
    },
    settleMiss: async (desk, key) => {
      refuse(key);
      return store.settleMiss(desk, key);
    },
    countPick: async (desk, pick, at) => {
      refuse(pick.key, pick.id, pick.spelling, pick.question);
      return store.countPick(desk, pick, at);
    },
    dropPick: async (desk, key) => {
      refuse(key);
      return store.dropPick(desk, key);
    },
    deliveries: {
      async run(id, at, work) {
        refuse(id);
        return store.deliveries.run(id, at, work);
      },
    },
    stash: {
      async put(scope, token, content, until) {
        refuse(scope, token, content);
        return store.stash.put(scope, token, content, until);
      },
      async get(scope, token, now) {
        refuse(scope, token);
        return store.stash.get(scope, token, now);
      },
      async tokens(scope, now) {
        refuse(scope);
        return store.stash.tokens(scope, now);
      },
      async pop(scope, token, now) {
        refuse(scope, token);
        return store.stash.pop(scope, token, now);
      },
    },
  };
}

function textsOf({ subject, after, why }: Change): readonly string[] {
  return [subject, after ?? "", why ?? ""];
}

function refuse(...texts: readonly string[]): void {
  if (texts.some((t) => t.includes("\0"))) throw new TypeError("a store cannot hold NUL");
  if (texts.some((t) => !t.isWellFormed())) throw new TypeError("a store cannot hold a lone surrogate");
}
