import type { Change } from "#core/store.ts";

/**
 * SQLite keeps a NUL and PostgreSQL refuses it, so every store refuses it, before it touches anything; commands never let one come this
 * far. @throws TypeError
 */
export function refuseNul(...texts: readonly (string | null | undefined)[]): void {
  if (texts.some((t) => t?.includes("\0"))) throw new TypeError("a store cannot hold NUL");
}

export function refuseNulIn(changes: readonly Change[]): void {
  for (const { subject, after, why } of changes) refuseNul(subject, after, why);
}
