import type { Kysely } from "kysely";
import type { Tables } from "./schema.ts";

/** Hears of each read and write: how many seconds it took, and why the store could not do it, if so. */
export type StoreWatch = (deed: "read" | "write", seconds: number, away: string | undefined) => void;

/** One of the two databases: the queries are the same, this is what differs. */
export interface Engine {
  readonly name: "sqlite" | "postgres";
  readonly db: Kysely<Tables>;
  readonly watch?: StoreWatch;
  /** What a driver's error means to a caller. `again`: the same transaction may succeed when it is tried again. */
  judge(error: unknown): Judgement;
}

export type Judgement =
  | { readonly kind: "again" }
  | { readonly kind: "unavailable"; readonly message: string }
  | { readonly kind: "defect" };

/**
 * Thrown when a store cannot be opened as it is: one line that says what is wrong and what to do. Nothing was changed.
 */
export class BadStore extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "BadStore";
  }
}
