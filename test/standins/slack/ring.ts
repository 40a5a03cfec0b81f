/** A list that forgets its oldest items, so that ten thousand deliveries do not grow the process under test. */
export class Ring<T> {
  readonly #most: number;
  #items: T[] = [];
  #dropped = 0;

  constructor(most: number) {
    this.#most = most;
  }

  push(item: T): void {
    this.#items.push(item);
    if (this.#items.length > this.#most * 2) {
      this.#dropped += this.#items.length - this.#most;
      this.#items = this.#items.slice(-this.#most);
    }
  }

  get all(): readonly T[] {
    return this.#items;
  }

  /** How many were ever pushed: also the position of the next one. */
  get position(): number {
    return this.#dropped + this.#items.length;
  }

  since(position: number): readonly T[] {
    return this.#items.slice(Math.max(0, position - this.#dropped));
  }
}
