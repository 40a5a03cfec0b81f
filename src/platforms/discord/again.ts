/**
 * Something that is tried again until it works, each time after twice as long. However often it is asked for, one try
 * waits at most.
 */
export class Again {
  readonly #first: number;
  readonly #most: number;
  #pause: number;
  #timer: NodeJS.Timeout | undefined;
  #over = false;

  /** First and longest pause, in milliseconds. */
  constructor(first: number, most: number) {
    this.#first = first;
    this.#most = most;
    this.#pause = first;
  }

  /** `work` is not to reject: it asks for the next try itself. */
  later(work: () => Promise<void>): void {
    if (this.#over || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void work();
    }, this.#pause);
    this.#pause = Math.min(this.#pause * 2, this.#most);
  }

  /** It worked: nothing waits, and the next failure starts with the first pause. */
  worked(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#pause = this.#first;
  }

  /** Nothing is tried any more. */
  stop(): void {
    this.#over = true;
    clearTimeout(this.#timer);
  }
}
