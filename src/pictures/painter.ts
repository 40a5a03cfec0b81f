import { Worker } from "node:worker_threads";
import type { Patience } from "#core/chat/paint.ts";
import type { Picture } from "#core/reply/reply.ts";
import type { Painted } from "./painting-thread.ts";

// A picture takes a tenth of a second, on a busy machine many times that. Words that somebody waits for do not wait
// for one that takes much longer; where they are there already, it may take its time.
const PATIENCE_MS: Readonly<Record<Patience, number>> = { soon: 2500, late: 30_000 };
/** So many pictures stay ready: the same answer is often asked for again, and turned back to. */
const KEPT = 20;

/** Draws pictures as PNG in a thread of its own, so that none holds up an answer. */
export class Painter {
  readonly #kept = new Map<string, Promise<Uint8Array | undefined>>();
  readonly #waiting = new Map<number, (png: Uint8Array | undefined) => void>();
  readonly #patience: Readonly<Record<Patience, number>>;
  #thread: Worker | undefined;
  #id = 0;

  constructor(patience = PATIENCE_MS) {
    this.#patience = patience;
  }

  /** The picture, or undefined where it cannot be drawn, or not in time. Never fails. */
  paint(picture: Picture, patience: Patience = "soon"): Promise<Uint8Array | undefined> {
    const key = JSON.stringify(picture);
    const kept = this.#kept.get(key) ?? this.#inThread(picture, key);
    this.#kept.delete(key);
    this.#kept.set(key, kept);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return inTime(kept, this.#patience[patience]);
  }

  #inThread(picture: Picture, key: string): Promise<Uint8Array | undefined> {
    this.#id += 1;
    const id = this.#id;
    return new Promise((resolve) => {
      this.#waiting.set(id, (png) => {
        // It may have been the thread that failed: the next one tries again.
        if (png === undefined) this.#kept.delete(key);
        resolve(png);
      });
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

/** What is drawn goes on being drawn, for who asks next. */
function inTime(png: Promise<Uint8Array | undefined>, most: number): Promise<Uint8Array | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), most);
    timer.unref();
  });
  return Promise.race([png, late]).finally(() => clearTimeout(timer));
}
