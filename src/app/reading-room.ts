import { Worker } from "node:worker_threads";
import type { FileRead, Reader, Reading } from "#core/exchange/reader.ts";
import { no, type Read } from "#core/request/refusal.ts";

// A page of facts is read within a second; a file that takes longer than this was made to.
const READ_MS = 20_000;
const MEMORY_MB = 512;

/** What a thread is given to read. */
export interface ToRead {
  readonly content: string;
  readonly reading: Reading;
}

/** Reads files in a thread of their own, one at a time, so that no file holds up an answer. */
export class ReadingRoom implements Reader {
  readonly #most: number;
  #turn: Promise<unknown> = Promise.resolve();

  /** `most`: milliseconds that one file may take. */
  constructor(most = READ_MS) {
    this.#most = most;
  }

  read(content: string, reading: Reading): Promise<Read<FileRead>> {
    const turn = this.#turn.then(() => this.#inThread({ content, reading }));
    this.#turn = turn.catch(() => {});
    return turn;
  }

  giveWay(): Promise<void> {
    return new Promise((resolve) => {
      setImmediate(resolve);
    });
  }

  async #inThread(toRead: ToRead): Promise<Read<FileRead>> {
    const thread = new Worker(new URL("./reading-thread.ts", import.meta.url), {
      workerData: toRead,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    let clock: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Read<FileRead>>((resolve, reject) => {
        clock = setTimeout(() => resolve(tooMuch("takes too long")), this.#most);
        thread.once("message", (read: Read<FileRead>) => resolve(read));
        thread.once("error", (error: NodeJS.ErrnoException) => {
          if (error.code === "ERR_WORKER_OUT_OF_MEMORY") resolve(tooMuch("takes too much memory"));
          else reject(error);
        });
      });
    } finally {
      clearTimeout(clock);
      await thread.terminate();
    }
  }
}

function tooMuch(what: string): Read<never> {
  return no(
    `That file ${what} to read. Nothing was changed.`,
    "Split it, or send it as CSV: /facts template csv shows how.",
  );
}
