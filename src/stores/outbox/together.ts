import { StoreUnavailable } from "#core/desk/store.ts";

interface Waiting<T, R> {
  readonly one: T;
  readonly resolve: (result: R) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Does at once, at most `most` together, what is asked for while the last is still being done: many share a
 * transaction. Where that fails, each is done alone, so that a defect of one does not fail the others.
 */
export function together<T, R>(
  most: number,
  work: (all: readonly T[]) => Promise<readonly R[]>,
): (one: T) => Promise<R> {
  const waiting: Waiting<T, R>[] = [];
  let running = false;

  async function settle(all: readonly Waiting<T, R>[]): Promise<void> {
    try {
      const results = await work(all.map(({ one }) => one));
      for (const [i, { resolve }] of all.entries()) resolve(results[i] as R);
    } catch (error) {
      if (all.length === 1 || error instanceof StoreUnavailable) for (const { reject } of all) reject(error);
      else for (const one of all) await settle([one]);
    }
  }

  async function run(): Promise<void> {
    running = true;
    while (waiting.length > 0) await settle(waiting.splice(0, most));
    running = false;
  }

  return (one) =>
    new Promise((resolve, reject) => {
      waiting.push({ one, resolve, reject });
      if (!running) void run();
    });
}
