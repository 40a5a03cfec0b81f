import { Heads } from "./heads.ts";
import { RevisionLog } from "./revision-log.ts";
import type { Revision, Store } from "./store.ts";

/** A desk's revisions as a process follows them: their heads, and the history once somebody asked for it. */
export class OwnRevisions {
  readonly #store: Store;
  readonly #desk: number;
  #held: Heads = RevisionLog.EMPTY;

  constructor(store: Store, desk: number) {
    this.#store = store;
    this.#desk = desk;
  }

  /** How many it holds in memory. */
  get size(): number {
    return this.#held.size;
  }

  /** As the store has them now. */
  async now(): Promise<Heads> {
    const { version } = this.#held;
    const newer = version === 0 ? undefined : await this.#store.revisions(this.#desk, version);
    // An erasure changes the authors of earlier revisions, so all are read again; otherwise only those are added that
    // no other call has added meanwhile. What is held never gets older, since the next revisions of another call would
    // then leave a gap.
    if (newer === undefined || newer.some((r) => r.kind === "erase")) {
      const read = headsIn(await this.#store.heads(this.#desk));
      const ahead = read.version - this.#held.version;
      if (ahead > 0 || (ahead === 0 && newer !== undefined)) this.#held = read;
    } else this.#held = this.#held.with(newer.filter((r) => r.number > this.#held.version));
    return this.#held;
  }

  /** The history that ends in these heads. It is held from now on, as long as the desk is. */
  async behind(heads: Heads): Promise<RevisionLog> {
    if (heads instanceof RevisionLog) return heads;
    const whole = RevisionLog.behind(heads, await this.#store.revisions(this.#desk, 0));
    if (this.#held === heads) this.#held = whole;
    return whole;
  }
}

/** Where no revision is missing between the heads, they are the history. */
function headsIn(revisions: readonly Revision[]): Heads {
  const isWhole = revisions.length === (revisions.at(-1)?.number ?? 0);
  return isWhole ? RevisionLog.EMPTY.with(revisions) : Heads.of(revisions);
}
