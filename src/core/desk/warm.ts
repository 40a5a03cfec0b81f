/** What was used last, by a key: at most so many, so that the one unused for longest goes first. */
export class Warm<T> {
  readonly #most: number;
  readonly #held = new Map<string, T>();

  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#held.size;
  }

  /** What is held under the key, or what `make` gives, which is held from then on. Undefined is not held. */
  get<M extends T | undefined>(key: string, make: () => M): T | M {
    const value = this.#held.get(key) ?? make();
    if (value === undefined) return value;
    this.#held.delete(key);
    this.#held.set(key, value);
    for (const oldest of this.#held.keys()) {
      if (this.#held.size <= this.#most) break;
      this.#held.delete(oldest);
    }
    return value;
  }

  drop(key: string): void {
    this.#held.delete(key);
  }

  clear(): void {
    this.#held.clear();
  }
}
