import { Draft } from "#core/desk/advance.ts";
import type { Plan, Snapshot } from "#core/desk/desk.ts";
import type { Change } from "#core/desk/store.ts";
import { ok, type Read } from "#core/request/refusal.ts";

/** Several plans that are appended as one change: each is decided on what the ones before it leave. */
export class Chain {
  readonly #draft: Draft;
  readonly #changes: Change[] = [];

  constructor(snapshot: Snapshot) {
    this.#draft = new Draft(snapshot);
  }

  /** The desk as the plans so far leave it. True until the next one. */
  get snapshot(): Snapshot {
    return this.#draft.snapshot;
  }

  get changes(): readonly Change[] {
    return this.#changes;
  }

  /** What the next plan gives; of one that is refused nothing is kept. */
  run<T>(plan: (snapshot: Snapshot) => Plan<T>): Read<T> {
    const next = plan(this.snapshot);
    if (next.kind === "refuse") return { ok: false, refusal: next.refusal };
    this.#draft.lay(next.changes);
    this.#changes.push(...next.changes);
    return ok(next.result);
  }
}
