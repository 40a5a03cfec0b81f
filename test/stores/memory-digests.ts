import { defined } from "#core/text/defined.ts";
import type { DigestStore, NewSubscription } from "#core/digest/digest-store.ts";
import type { Inbox } from "#core/digest/inbox.ts";
import type { Since, Subscription } from "#core/digest/subscription.ts";
import type { DeskKey } from "#core/desk/store.ts";

interface Kept {
  readonly subscriptions: Map<string, Subscription>;
  readonly follows: Map<string, { readonly topics: string[]; readonly since: Since; trouble?: string }>;
  inbox?: Inbox;
}

/** Digests in memory, and a list of what was asked to be posted. */
export interface MemoryDigests extends DigestStore {
  /** Ids of the digests to post now, in order. */
  readonly posted: readonly string[];
  /** A message to a follower is refused. */
  refuse(workspace: DeskKey, user: string, why: string): void;
}

export function memoryDigests(quoting: (workspace: DeskKey, fact: string) => number = () => 0): MemoryDigests {
  const workspaces = new Map<string, Kept>();
  const posted: string[] = [];
  const at = ({ platform, id }: DeskKey): Kept => {
    const key = JSON.stringify([platform, id]);
    const kept = workspaces.get(key) ?? { subscriptions: new Map(), follows: new Map() };
    workspaces.set(key, kept);
    return kept;
  };
  return {
    posted,
    async add(workspace, subscription: NewSubscription) {
      at(workspace).subscriptions.set(subscription.id, subscription);
    },
    find: async (workspace, id) => at(workspace).subscriptions.get(id),
    list: async (workspace) => [...at(workspace).subscriptions.values()],
    async change(workspace, id, change) {
      const before = at(workspace).subscriptions.get(id);
      if (before === undefined) return false;
      const kept = Object.entries({ ...before, ...change }).filter(([, value]) => value !== null);
      at(workspace).subscriptions.set(id, Object.fromEntries(kept) as unknown as Subscription);
      return true;
    },
    remove: async (workspace, id) => at(workspace).subscriptions.delete(id),
    async postNow(workspace, id) {
      if (!at(workspace).subscriptions.has(id)) return false;
      posted.push(id);
      return true;
    },
    async follow(workspace, user, topic, since) {
      const { follows } = at(workspace);
      const mine = follows.get(user) ?? { topics: [], since };
      follows.set(user, mine);
      if (mine.topics.includes(topic)) return false;
      mine.topics.push(topic);
      return true;
    },
    async unfollow(workspace, user, topic) {
      const { follows } = at(workspace);
      const topics = follows.get(user)?.topics ?? [];
      const gone = topics.filter((t) => topic === undefined || t === topic);
      const left = topics.filter((t) => !gone.includes(t));
      if (left.length === 0) follows.delete(user);
      else topics.splice(0, topics.length, ...left);
      return gone.length;
    },
    follows: async (workspace, user) => [...(at(workspace).follows.get(user)?.topics ?? [])],
    trouble: async (workspace, user) => at(workspace).follows.get(user)?.trouble,
    async tellAgain(workspace, user) {
      delete at(workspace).follows.get(user)?.trouble;
    },
    refuse(workspace, user, why) {
      const mine = at(workspace).follows.get(user);
      if (mine !== undefined) mine.trouble = why;
    },
    inbox: async (workspace) => at(workspace).inbox,
    async setInbox(workspace, inbox) {
      if (inbox === undefined) delete at(workspace).inbox;
      else at(workspace).inbox = inbox;
    },
    async keptOf(workspace, user) {
      const { follows, subscriptions } = at(workspace);
      return (
        (follows.get(user)?.topics.length ?? 0) + [...subscriptions.values()].filter((d) => d.owner === user).length
      );
    },
    async forget(workspace, user, { id: owner, tongue }) {
      const { follows, subscriptions } = at(workspace);
      follows.delete(user);
      for (const [id, digest] of subscriptions)
        if (digest.owner === user) {
          const { owner: _, ...wants } = digest.wants;
          subscriptions.set(id, { ...digest, owner, wants: { ...wants, ...defined({ owner: tongue }) } });
        }
    },
    quoting: async (workspace, fact) => quoting(workspace, fact),
  };
}
