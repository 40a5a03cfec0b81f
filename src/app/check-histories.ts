import { LIBRARY_KEY, type Store } from "#core/desk/store.ts";

const DESKS_AT_ONCE = 100;

/**
 * Checks the history of every desk, one after the other, and logs one line for each that is broken. Ends early where
 * `stopped` says so.
 * @throws StoreUnavailable
 */
export async function checkHistories(store: Store, log: (line: string) => void, stopped: AbortSignal): Promise<void> {
  for (let after = 0; ;) {
    const desks = await store.desks(after, DESKS_AT_ONCE);
    for (const desk of desks) {
      if (stopped.aborted) return;
      const broken = await store.firstBroken(desk);
      if (broken !== undefined) log(await brokenLine(store, desk, broken));
    }
    if (desks.length < DESKS_AT_ONCE) return;
    after = desks.at(-1) ?? after;
  }
}

async function brokenLine(store: Store, desk: number, broken: number): Promise<string> {
  const keys = await store.keys(desk);
  const names = keys.map(({ platform, id }) =>
    platform === LIBRARY_KEY.platform ? "the library" : `${platform} ${id}`,
  );
  const whose = names.length === 0 ? `desk ${desk}` : names.join(", ");
  return `The history of ${whose} is broken: change #${broken} is missing or was altered in the database without Talks. Compare it with a backup.`;
}
