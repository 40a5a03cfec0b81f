const KEPT_MS = 15 * 60_000;

/**
 * Ids of what was delivered lately: Slack may deliver twice, and anybody may send a recorded request again within five
 * minutes.
 */
export class Once {
  readonly #seen = new Map<string, number>();

  /** Whether this is the first time. */
  first(id: string | undefined): boolean {
    if (id === undefined || id === "") return true;
    const now = performance.now();
    for (const [old, at] of this.#seen) {
      if (now - at < KEPT_MS) break;
      this.#seen.delete(old);
    }
    if (this.#seen.has(id)) return false;
    this.#seen.set(id, now);
    return true;
  }
}
