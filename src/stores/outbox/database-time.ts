import { sql, type RawBuilder } from "kysely";
import type { Engine } from "#stores/sql/engine.ts";

/** The database's clock, as ISO text like every stored instant: processes whose clocks differ agree about a lease. */
export class DatabaseTime {
  readonly #engine: Engine["name"];
  readonly #skew: () => number;

  /**
   * `skew`: how many milliseconds are added to the database's clock, for the playground and for tests of clocks that
   * jump.
   */
  constructor(engine: Engine["name"], skew: () => number = () => 0) {
    this.#engine = engine;
    this.#skew = skew;
  }

  get now(): RawBuilder<string> {
    return this.in(0);
  }

  /** So many milliseconds from now. */
  in(ms: number): RawBuilder<string> {
    const by = Math.round(ms + this.#skew());
    if (this.#engine === "sqlite") return sql<string>`strftime('%Y-%m-%dT%H:%M:%fZ', 'now', ${`${by / 1000} seconds`})`;
    return sql<string>`to_char((clock_timestamp() + ${by}::double precision * interval '1 millisecond') at time zone 'UTC',
      'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  }
}
