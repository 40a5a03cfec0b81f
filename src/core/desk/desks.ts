import { z } from "zod";
import type { Desk, WholeSnapshot } from "./desk.ts";
import { isSigned, pagesOf, placeName, readPagePath } from "./fact-pages.ts";
import { pinnedDesk } from "./pinned-desk.ts";
import { TOKENS, type DeskKey } from "./store.ts";
import { tokenSubject } from "./subject.ts";
import { hashOf, isToken } from "./token.ts";
import { LiveDesk, type DeskDeps } from "./live-desk.ts";

// A cold desk is read again in milliseconds. So many stay warm, and no more than hold so many changes together.
const WARM = { desks: 500, changes: 100_000 } as const;

const KEY = z.object({ platform: z.string(), id: z.string() });

/** A desk that a token leads to, as it stood then. `name`: how the token is called there; `hash`: the token's. */
export interface Admitted {
  readonly desk: Desk;
  readonly name: string;
  readonly hash: string;
  /** What it may do besides reading. */
  readonly may?: "suggest" | undefined;
}

/** The id of a fact that has a public page, and its desk as it stands. The desk may hold no such fact any more. */
export interface Published {
  readonly fact: string;
  readonly snapshot: WholeSnapshot;
}

/** Every desk by its key, created on first contact. Linked keys lead to one desk. */
export class Desks {
  readonly #deps: DeskDeps;
  /** By desk and key; the one that was used last comes last. */
  readonly #warm = new Map<string, LiveDesk>();

  constructor(deps: DeskDeps) {
    this.#deps = deps;
  }

  /** How many are held in memory. */
  get warm(): number {
    return this.#warm.size;
  }

  async open(key: DeskKey): Promise<Desk> {
    return (await this.numbered(key)).desk;
  }

  /** The same with the desk's number in the store. */
  async numbered(key: DeskKey): Promise<{ readonly number: number; readonly desk: Desk }> {
    const number = await this.#deps.store.desk(key, this.#deps.clock.now());
    const name = `${number} ${key.platform} ${key.id}`;
    const known = this.#warm.get(name);
    const desk = known ?? new LiveDesk(this.#deps, key, number);
    this.#warm.delete(name);
    this.#warm.set(name, desk);
    this.#cool();
    return { number, desk };
  }

  /** The desk that a token lets somebody in to; undefined for any other words. Makes no desk. */
  async admitted(token: string): Promise<Admitted | undefined> {
    if (!isToken(token)) return undefined;
    const { store, clock } = this.#deps;
    const hash = await hashOf(token);
    const kept = await store.stash.get(TOKENS, hash, clock.now());
    if (kept === undefined) return undefined;
    const desk = await this.open(KEY.parse(JSON.parse(kept)));
    const now = await desk.snapshot();
    const state = now.own.get("token", tokenSubject(hash));
    return state === undefined ? undefined : { desk: pinnedDesk(desk, now), hash, ...state };
  }

  /** The fact whose page a path leads to, and the desk as it stands; undefined for any other path. Makes no desk. */
  async published(path: string): Promise<Published | undefined> {
    const named = readPagePath(path);
    if (named === undefined) return undefined;
    const { store, clock } = this.#deps;
    const kept = await store.stash.get(TOKENS, placeName(named.place), clock.now());
    if (kept === undefined) return undefined;
    const snapshot = await (await this.open(KEY.parse(JSON.parse(kept)))).whole();
    const pages = pagesOf(snapshot);
    if (pages?.place !== named.place || !(await isSigned(named, pages))) return undefined;
    return { fact: named.fact, snapshot };
  }

  /** The one that was just opened stays, however large it is. */
  #cool(): void {
    let changes = this.#warm.values().reduce((sum, desk) => sum + desk.held, 0);
    for (const [name, cold] of this.#warm) {
      if (this.#warm.size === 1 || (this.#warm.size <= WARM.desks && changes <= WARM.changes)) return;
      this.#warm.delete(name);
      changes -= cold.held;
    }
  }
}
