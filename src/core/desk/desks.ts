import type { Desk } from "./desk.ts";
import type { DeskKey } from "./store.ts";
import { LiveDesk, type DeskDeps } from "./live-desk.ts";
import { Warm } from "./warm.ts";

// A cold desk is read again in milliseconds; this many stay warm.
const WARM = 500;

/** Every desk by its key, created on first contact. Linked keys lead to one desk. */
export class Desks {
  readonly #deps: DeskDeps;
  /** By desk and key. */
  readonly #warm = new Warm<LiveDesk>(WARM);

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
    return this.#warm.get(name, () => new LiveDesk(this.#deps, key, number));
  }
}
