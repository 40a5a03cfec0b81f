import { AsyncLocalStorage } from "node:async_hooks";
import { DeliveredBefore, PICKS_MAX, type Appended, type Author, type Change, type DeskKey } from "#core/desk/store.ts";
import type { Miss, PickCount, Revision, Store } from "#core/desk/store.ts";
import { keepable } from "#stores/keepable.ts";

interface Row {
  readonly keys: DeskKey[];
  readonly revisions: Revision[];
  readonly misses: Map<string, Miss>;
  readonly picks: Map<string, PickCount>;
}

/**
 * A store in memory, which the store contract holds to the same as the databases. For tests that need to slow it down
 * or make it fail.
 */
export function memoryStore(): Store {
  const desks: Row[] = [];
  const leads = new Map<string, number>();
  const stashed = new Map<string, { content: string; until: Temporal.Instant }>();
  const row = (desk: number): Row => {
    const found = desks[desk - 1];
    if (found === undefined) throw new TypeError(`there is no desk ${desk}`);
    return found;
  };
  const look = (scope: string, token: string, now: Temporal.Instant): string | undefined => {
    const found = stashed.get(JSON.stringify([scope, token]));
    return found === undefined || Temporal.Instant.compare(found.until, now) <= 0 ? undefined : found.content;
  };
  const claims = new Map<string, symbol>();
  const current = new AsyncLocalStorage<{ readonly id: string; readonly claim: symbol }>();
  /** A change claims the delivery that it is made for. */
  const change = (): void => {
    const delivery = current.getStore();
    if (delivery === undefined) return;
    const { id, claim } = delivery;
    if ((claims.get(id) ?? claim) !== claim) throw new DeliveredBefore(id);
    claims.set(id, claim);
  };
  const leadTo = (key: DeskKey, desk: number): void => {
    for (const r of desks) {
      const at = r.keys.findIndex((k) => k.platform === key.platform && k.id === key.id);
      if (at >= 0) r.keys.splice(at, 1);
    }
    row(desk).keys.push(key);
    leads.set(JSON.stringify([key.platform, key.id]), desk);
  };
  return keepable({
    async desk(key) {
      const name = JSON.stringify([key.platform, key.id]);
      const known = leads.get(name);
      if (known !== undefined) return known;
      desks.push({ keys: [key], revisions: [], misses: new Map(), picks: new Map() });
      leads.set(name, desks.length);
      return desks.length;
    },
    async keys(desk) {
      return [...row(desk).keys];
    },
    async lead(key, desk) {
      change();
      leadTo(key, desk);
    },
    async part(key, by, at, changes) {
      change();
      const name = JSON.stringify([key.platform, key.id]);
      const old = row(leads.get(name) ?? 0);
      if (old.keys.length < 2) return undefined;
      old.keys.splice(
        old.keys.findIndex((k) => k.platform === key.platform && k.id === key.id),
        1,
      );
      add(old, by, at, changes);
      desks.push({ keys: [key], revisions: [...old.revisions], misses: new Map(), picks: new Map() });
      leads.set(name, desks.length);
      return desks.length;
    },
    async version(desk) {
      return row(desk).revisions.length;
    },
    async desks(after, most) {
      return desks.map((_, i) => i + 1).slice(after, after + most);
    },
    // Nobody but this program reaches its memory.
    async firstBroken() {
      return undefined;
    },
    async heads(desk) {
      const { revisions } = row(desk);
      const ends = Map.groupBy(revisions, (r) => r.subject);
      return revisions.filter((r) => {
        const its = ends.get(r.subject);
        return /^(?:suggestion|proposal)\//u.test(r.subject) || r === its?.[0] || r === its?.at(-1);
      });
    },
    async revisions(desk, after) {
      return row(desk).revisions.slice(after);
    },
    async append(desk, base, by, at, changes, lead): Promise<Appended> {
      const held = row(desk);
      const { length } = held.revisions;
      if (length !== base) return { kind: "moved", version: length };
      change();
      if (lead !== undefined) leadTo(lead, desk);
      return { kind: "appended", revisions: add(held, by, at, changes) };
    },
    async erase(desk, author, token, erasing) {
      const held = row(desk);
      const { revisions } = held;
      change();
      let erased = 0;
      for (const [i, r] of revisions.entries()) {
        if (r.by.platform !== author.platform || r.by.id !== author.id) continue;
        revisions[i] = { ...r, by: { platform: r.by.platform, id: token, name: token } };
        erased += 1;
      }
      const changes = [{ subject: `author/${token}`, kind: "erase", after: null }] as const;
      if (erased > 0 && erasing !== undefined) add(held, erasing.by, erasing.at, changes);
      return erased;
    },
    async missed(desk, key, question, when) {
      const { misses } = row(desk);
      const at = whole(when);
      const before = misses.get(key);
      misses.set(key, { key, question, times: (before?.times ?? 0) + 1, first: before?.first ?? at, last: at });
    },
    async misses(desk, most) {
      return [...row(desk).misses.values()]
        .toSorted((a, b) => b.times - a.times || Temporal.Instant.compare(b.last, a.last))
        .slice(0, most);
    },
    async settleMiss(desk, key) {
      change();
      row(desk).misses.delete(key);
    },
    async countPick(desk, pick, when) {
      const { picks } = row(desk);
      const before = picks.get(pick.key);
      picks.set(pick.key, {
        ...(before ?? pick),
        question: pick.question,
        times: (before?.times ?? 0) + 1,
        last: whole(when),
      });
      const others = [...picks.values()].filter((p) => p.key !== pick.key).toSorted(mostPressed);
      for (const { key } of others.slice(PICKS_MAX - 1)) picks.delete(key);
    },
    async picks(desk, most) {
      return [...row(desk).picks.values()].toSorted(mostPressed).slice(0, most);
    },
    async dropPick(desk, key) {
      change();
      row(desk).picks.delete(key);
    },
    stash: {
      async put(scope, token, content, until) {
        stashed.set(JSON.stringify([scope, token]), { content, until });
      },
      async get(scope, token, now) {
        return look(scope, token, now);
      },
      async tokens(scope, now) {
        const all = [...stashed.keys()].map((key) => JSON.parse(key) as [string, string]);
        return all
          .flatMap(([s, token]) => (s === scope && look(s, token, now) !== undefined ? [token] : []))
          .toSorted();
      },
      async pop(scope, token, now) {
        change();
        const found = look(scope, token, now);
        stashed.delete(JSON.stringify([scope, token]));
        return found;
      },
    },
    deliveries: {
      run: (id, _at, work) =>
        current.run({ id, claim: Symbol(id) }, () =>
          work(async () => {
            try {
              change();
              return true;
            } catch {
              return false;
            }
          }),
        ),
    },
    async close() {
      desks.length = 0;
    },
  });
}

function add({ revisions }: Row, by: Author, at: Temporal.Instant, changes: readonly Change[]): readonly Revision[] {
  const base = revisions.length;
  const made = changes.map((change, i) => revisionOf(change, base, i, by, later(whole(at), revisions.at(-1)?.at)));
  revisions.push(...made);
  return made;
}

function revisionOf(change: Change, base: number, index: number, by: Author, at: Temporal.Instant): Revision {
  return { ...change, number: base + 1 + index, batch: base + 1, at, by };
}

function mostPressed(a: PickCount, b: PickCount): number {
  return b.times - a.times || Temporal.Instant.compare(b.last, a.last) || (a.key < b.key ? -1 : 1);
}

// The databases keep milliseconds, so the model does.
function whole(instant: Temporal.Instant): Temporal.Instant {
  return instant.round({ smallestUnit: "millisecond", roundingMode: "floor" });
}

function later(a: Temporal.Instant, b: Temporal.Instant | undefined): Temporal.Instant {
  return b !== undefined && Temporal.Instant.compare(b, a) > 0 ? b : a;
}
