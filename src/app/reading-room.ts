import type { Told, Tongue } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import type { FileRead, Reader, Reading } from "#core/exchange/reader.ts";
import type { Party, Person, Place } from "#core/facts/names.ts";
import type { Proposed, Proposer } from "#core/propose/proposer.ts";
import type { Known } from "#core/propose/reading/read-article.ts";
import { no, type Read } from "#core/request/refusal.ts";
import { giveWay } from "./give-way.ts";
import { KeptThread } from "./kept-thread.ts";

// A page of facts is read within a second; a file that takes longer than this was made to.
const READ_MS = 20_000;

/** What a thread is given to read: facts of a file, or an article with the names that a desk knows. */
export type ToRead =
  | {
      readonly kind: "facts";
      readonly content: string;
      readonly reading: Reading;
      readonly tongue: Tongue | undefined;
    }
  | {
      readonly kind: "article";
      readonly content: string;
      readonly names: {
        readonly parties: readonly Party[];
        readonly people: readonly Person[];
        readonly places: readonly Place[];
      };
      readonly off: readonly string[];
    };

const CODE = new URL("./reading-thread.ts", import.meta.url);
const NO_NAMES = { parties: [], people: [], places: [] };
const SENTENCE = "The delegations of Norway and Chile met in Lisbon on Tuesday, one ministry said. ";
// What a thread reads to be ready: a pattern is compiled for text with and without curly marks, each time twice.
const TEXTS: readonly string[] = [`${SENTENCE}\n\n“${SENTENCE}”`, `${SENTENCE}\n\n${SENTENCE}`];
const PAGE = `<article><h1>Ports</h1><p>${SENTENCE}</p></article>`;

/**
 * Reads files in a thread of its own, one at a time, so that no file holds up an answer. The thread stays for some
 * minutes: the next file waits for nothing to load.
 */
export class ReadingRoom implements Reader, Proposer {
  readonly #most: number;
  readonly #lost: (defect: unknown) => void;
  readonly #thread: KeptThread;
  #turn: Promise<unknown> = Promise.resolve();

  /** `most`: milliseconds that one file may take. `lost`: is told what ends the thread while nobody waits for it. */
  constructor(most = READ_MS, lost: (defect: unknown) => void = () => {}, code = CODE) {
    this.#most = most;
    this.#lost = lost;
    this.#thread = new KeptThread(code, lost);
  }

  read(content: string, reading: Reading, at: Told = {}): Promise<Read<FileRead>> {
    return this.#next({ kind: "facts", content, reading, tongue: at.tongue }, at);
  }

  propose(content: string, known: Known & Told, off: ReadonlySet<string>): Promise<Read<Proposed>> {
    const { parties, people, places } = known;
    const names = { parties: parties.all, people: people.all, places: places.all };
    return this.#next({ kind: "article", content, names, off: [...off] }, known);
  }

  /** Has the thread load the libraries and compile the patterns: the first article would wait for some 0.7 seconds. */
  ready(): void {
    if (this.#thread.isOpen) return;
    for (const content of [PAGE, ...TEXTS])
      void this.#next({ kind: "article", content, names: NO_NAMES, off: [] }, {}).catch(this.#lost);
  }

  #next<T>(toRead: ToRead, at: Told): Promise<Read<T>> {
    const turn = this.#turn.then(() => this.#inThread<T>(toRead, at));
    this.#turn = turn.catch(() => {});
    return turn;
  }

  giveWay(): Promise<void> {
    return giveWay();
  }

  async #inThread<T>(toRead: ToRead, at: Told): Promise<Read<T>> {
    const worked = await this.#thread.work(toRead, this.#most);
    if ("answer" in worked) return worked.answer as Read<T>;
    return tooMuch(worked.ended === "time" ? "read.slow" : "read.large", toRead, at);
  }
}

function tooMuch(what: "read.slow" | "read.large", { kind }: ToRead, at: Told): Read<never> {
  return no(tell(at, what), tell(at, kind === "article" ? "read.parts" : "read.split"));
}
