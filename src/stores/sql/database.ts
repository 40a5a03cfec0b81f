import { setTimeout as sleep } from "node:timers/promises";
import type { Transaction } from "kysely";
import { StoreUnavailable } from "#core/desk/store.ts";
import { reserveIn, unreserved } from "./delivery.ts";
import type { Engine } from "./engine.ts";
import type { Tables } from "./schema.ts";

const TRIES = 4;
// Another program that writes a SQLite file, such as a backup or a shell, is waited for so long.
const BUSY_MS = 10_000;
const BUSY_PAUSE_MS = 40;

/** Runs work on a database, turning its driver's errors into ours and trying again what only met another writer. */
export class Database {
  readonly engine: Engine;
  readonly #random: () => number;

  constructor(engine: Engine, random: () => number = Math.random) {
    this.engine = engine;
    this.#random = random;
  }

  /**
   * One transaction; on PostgreSQL at READ COMMITTED, where row locks and unique keys decide. The first one of a
   * delivery reserves it.
   * @throws DeliveredBefore where somebody else has
   */
  async write<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
    const delivery = unreserved(this.engine);
    if (delivery === undefined) return this.writeAside(work);
    const done = await this.writeAside(async (tx) => {
      await reserveIn(tx, delivery);
      return work(tx);
    });
    delivery.reserved = true;
    return done;
  }

  /** A transaction that reserves nothing: what is written may be written twice without harm. */
  writeAside<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
    return this.#watched("write", () => this.engine.db.transaction().execute(work));
  }

  /** One statement, which is a transaction by itself: no round trips to begin and to end it. */
  statement<T>(work: (db: Engine["db"]) => Promise<T>): Promise<T> {
    return this.#watched("write", () => work(this.engine.db));
  }

  read<T>(work: (db: Engine["db"]) => Promise<T>): Promise<T> {
    return this.#watched("read", () => work(this.engine.db));
  }

  async #watched<T>(deed: "read" | "write", work: () => Promise<T>): Promise<T> {
    const { watch } = this.engine;
    if (watch === undefined) return this.#guard(work);
    const begun = performance.now();
    const tell = (away?: string): void => watch(deed, (performance.now() - begun) / 1000, away);
    try {
      const done = await this.#guard(work);
      tell();
      return done;
    } catch (error) {
      tell(error instanceof StoreUnavailable ? error.message : undefined);
      throw error;
    }
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    const begun = performance.now();
    for (let tries = 1; ; tries += 1) {
      try {
        return await work();
      } catch (error) {
        const judged = this.engine.judge(error);
        if (judged.kind === "defect") throw error;
        if (judged.kind === "unavailable") throw new StoreUnavailable(judged.message, { cause: error });
        const lite = this.engine.name === "sqlite";
        if (lite ? performance.now() - begun > BUSY_MS : tries >= TRIES)
          throw new StoreUnavailable("The database is busy. Nothing was changed.", { cause: error });
        await sleep((lite ? BUSY_PAUSE_MS : 20 * tries) + 30 * this.#random());
      }
    }
  }
}
