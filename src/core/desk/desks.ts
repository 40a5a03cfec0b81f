import type { Desk } from "./desk.ts";
import type { DeskKey } from "./store.ts";
import { LiveDesk, type DeskDeps } from "./live-desk.ts";

// A cold desk is read again in milliseconds. So many stay warm, and no more than hold so many changes together.
const WARM = { desks: 500, changes: 100_000 } as const;

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
    const number = await this.#deps.store.desk(key, this.#deps.clock.now());
    const name = `${number} ${key.platform} ${key.id}`;
    const known = this.#warm.get(name);
    const desk = known ?? new LiveDesk(this.#deps, key, number);
    this.#warm.delete(name);
    this.#warm.set(name, desk);
    this.#cool();
    return desk;
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
