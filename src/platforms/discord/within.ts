/** Waits for work, but not longer than so many milliseconds: undefined then. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => (timer = setTimeout(() => resolve(undefined), ms)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

// Together with the patience for an answer well within Discord's three seconds.
const SOON_MS = 800;

/** What is there soon; undefined for what is not, or fails. */
export function soon<T>(work: Promise<T>): Promise<T | undefined> {
  return within(SOON_MS, work).catch(() => undefined);
}
