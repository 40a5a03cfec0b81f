import { Ring } from "./ring.ts";
import type { View } from "./views.ts";
import type { Message } from "./world.ts";

/** Something a person could have noticed. `interaction` names the gesture it is known to answer. */
export type Happening =
  | {
      readonly kind: "posted" | "updated" | "deleted";
      readonly message: Message;
      readonly via: "api" | "response_url" | "acknowledgement" | "person";
      readonly interaction: string | undefined;
    }
  | {
      readonly kind: "view";
      readonly how: "opened" | "pushed" | "updated" | "published" | "closed" | "errors";
      readonly view: View;
      readonly interaction: string | undefined;
    };

interface Waiter {
  readonly check: () => boolean;
  readonly wake: () => void;
}

/** What happened, in order, and a way to wait for more of it. */
export class Journal {
  readonly #ring: Ring<Happening>;
  readonly #waiters = new Set<Waiter>();

  constructor(most: number) {
    this.#ring = new Ring(most);
  }

  get position(): number {
    return this.#ring.position;
  }

  since(position: number): readonly Happening[] {
    return this.#ring.since(position);
  }

  add(happening: Happening): void {
    this.#ring.push(happening);
    this.stir();
  }

  /** Lets everyone who waits look again. */
  stir(): void {
    for (const waiter of this.#waiters) if (waiter.check()) waiter.wake();
  }

  /** Resolves as soon as `check` holds; rejects with `missing()` after `timeout` milliseconds. */
  async until(check: () => boolean, timeout: number, missing: () => string): Promise<void> {
    if (check()) return;
    await new Promise<void>((resolve, reject) => {
      const waiter: Waiter = {
        check,
        wake: () => {
          clearTimeout(timer);
          this.#waiters.delete(waiter);
          resolve();
        },
      };
      const timer = setTimeout(() => {
        this.#waiters.delete(waiter);
        reject(new Error(missing()));
      }, timeout);
      this.#waiters.add(waiter);
    });
  }
}
