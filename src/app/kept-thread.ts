import { Worker } from "node:worker_threads";

const MEMORY_MB = 512;
/** Who looks through articles gives the next one soon. */
const KEPT_MS = 3 * 60_000;

/** What came of one piece of work: what the thread answered, or why it was ended. */
export type Worked = { readonly answer: unknown } | { readonly ended: "time" | "memory" };

interface Waiting {
  readonly came: (worked: Worked) => void;
  readonly failed: (defect: Error) => void;
}

/**
 * A thread that starts with the first piece of work and stays for some minutes after the last, with what it has loaded.
 * One piece of work at a time. One that takes too long or too much memory ends it; the next one starts another.
 */
export class KeptThread {
  readonly #code: URL;
  readonly #lost: (defect: unknown) => void;
  readonly #idle: number;
  #thread: Worker | undefined;
  #waiting: Waiting | undefined;
  #leaving: NodeJS.Timeout | undefined;

  /** `lost`: is told what ends it while nobody waits for it. `idle`: milliseconds that it stays without work. */
  constructor(code: URL, lost: (defect: unknown) => void, idle = KEPT_MS) {
    this.#code = code;
    this.#lost = lost;
    this.#idle = idle;
  }

  /** Whether it has been started, and has not left. */
  get isOpen(): boolean {
    return this.#thread !== undefined;
  }

  /** `most`: milliseconds that it may take. @throws what the thread throws; it is ended then. */
  async work(work: unknown, most: number): Promise<Worked> {
    clearTimeout(this.#leaving);
    const thread = this.#open();
    // It keeps the process alive only while somebody waits for it.
    thread.ref();
    let clock: NodeJS.Timeout | undefined;
    let answered = false;
    try {
      const worked = await new Promise<Worked>((came, failed) => {
        this.#waiting = { came, failed };
        clock = setTimeout(() => came({ ended: "time" }), most);
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
        thread.postMessage(work);
      });
      answered = "answer" in worked;
      return worked;
    } finally {
      clearTimeout(clock);
      this.#waiting = undefined;
      if (answered) this.#rest(thread);
      else await this.#end(thread);
    }
  }

  #open(): Worker {
    if (this.#thread !== undefined) return this.#thread;
    const thread = new Worker(this.#code, { resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
    const gone = (defect: unknown, say: (waiting: Waiting) => void): void => {
      if (this.#thread !== thread) return;
      this.#thread = undefined;
      if (this.#waiting === undefined) this.#lost(defect);
      else say(this.#waiting);
    };
    thread.on("message", (answer) => {
      if (this.#thread === thread) this.#waiting?.came({ answer });
    });
    thread.on("error", (error: NodeJS.ErrnoException) =>
      gone(error, ({ came, failed }) => {
        if (error.code === "ERR_WORKER_OUT_OF_MEMORY") came({ ended: "memory" });
        else failed(error);
      }),
    );
    thread.on("exit", (code) => {
      const ended = new Error(`a thread ended by itself, with ${code}`);
      gone(ended, ({ failed }) => failed(ended));
    });
    this.#thread = thread;
    return thread;
  }

  #rest(thread: Worker): void {
    thread.unref();
    this.#leaving = setTimeout(() => void this.#end(thread), this.#idle);
    this.#leaving.unref();
  }

  async #end(thread: Worker): Promise<void> {
    if (this.#thread === thread) this.#thread = undefined;
    await thread.terminate();
  }
}
