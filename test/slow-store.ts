import type { Store } from "#core/desk/store.ts";
import { memoryStore } from "#test/stores/memory-store.ts";

/** What happens before a desk's revisions are read, or what a button keeps: a wait, a failure. */
export interface Before {
  readonly revisions?: () => Promise<void>;
  readonly stash?: () => Promise<void>;
}

/** A store in memory that is as slow, or as far away, as a test wants it. */
export function slowStore({ revisions, stash }: Before): Store {
  const store = memoryStore();
  return {
    ...store,
    async revisions(desk, after) {
      // The library's own desk is read at the start.
      if (desk !== 1) await revisions?.();
      return store.revisions(desk, after);
    },
    async heads(desk) {
      if (desk !== 1) await revisions?.();
      return store.heads(desk);
    },
    stash: {
      ...store.stash,
      async get(scope, token, now) {
        await stash?.();
        return store.stash.get(scope, token, now);
      },
    },
  };
}

/** What a slow store waits at: a test shuts and opens it, so that slowness needs no clock. */
export class Gate {
  #shut: PromiseWithResolvers<void> | undefined;
  readonly #met = Promise.withResolvers<void>();
  /** Resolves once somebody waits. */
  readonly met = this.#met.promise;

  shut(): this {
    this.#shut = Promise.withResolvers();
    return this;
  }

  open(): void {
    this.#shut?.resolve();
    this.#shut = undefined;
  }

  readonly pass = async (): Promise<void> => {
    if (this.#shut === undefined) return;
    this.#met.resolve();
    await this.#shut.promise;
  };
}
