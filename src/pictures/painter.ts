import { Worker } from "node:worker_threads";
import type { Picture } from "#core/reply/reply.ts";
import type { Painted } from "./painting-thread.ts";

// A picture takes a tenth of a second. Its text does not wait for one that takes much longer.
const PATIENCE_MS = 2500;
/** So many pictures stay ready: the same answer is often asked for again, and turned back to. */
const KEPT = 20;

/** Draws pictures as PNG in a thread of its own, so that none holds up an answer. */
export class Painter {
  readonly #kept = new Map<string, Promise<Uint8Array | undefined>>();
  readonly #waiting = new Map<number, (png: Uint8Array | undefined) => void>();
  readonly #patience: number;
  #thread: Worker | undefined;
  #id = 0;

  constructor(patience = PATIENCE_MS) {
    this.#patience = patience;
  }

  /** The picture, or undefined where it cannot be drawn, or not soon. Never fails. */
  paint(picture: Picture): Promise<Uint8Array | undefined> {
    const key = JSON.stringify(picture);
    const kept = this.#kept.get(key) ?? this.#inThread(picture);
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return this.#soon(kept, key);
  }

  async #soon(png: Promise<Uint8Array | undefined>, key: string): Promise<Uint8Array | undefined> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), this.#patience);
      timer.unref();
    });
    const found = await Promise.race([png, late]).finally(() => clearTimeout(timer));
    // It may have been the thread that failed: the next one tries again.
    if (found === undefined) this.#kept.delete(key);
    return found;
  }

  #inThread(picture: Picture): Promise<Uint8Array | undefined> {
    this.#id += 1;
    const id = this.#id;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      const thread = this.#open();
      // It keeps the process alive only while somebody waits for it.
      thread.ref();
      thread.postMessage({ id, picture });
    });
  }

  #open(): Worker {
    if (this.#thread !== undefined) return this.#thread;
    const thread = new Worker(new URL("./painting-thread.ts", import.meta.url));
    thread.on("message", ({ id, png }: Painted) => {
      this.#waiting.get(id)?.(png);
      this.#waiting.delete(id);
      if (this.#waiting.size === 0) thread.unref();
    });
    const gone = (): void => {
      if (this.#thread === thread) this.#thread = undefined;
      for (const resolve of this.#waiting.values()) resolve(undefined);
      this.#waiting.clear();
    };
    thread.on("error", gone);
    thread.on("exit", gone);
    this.#thread = thread;
    return thread;
  }
}
