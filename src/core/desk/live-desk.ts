import type { Tongue } from "#core/messages/tongue.ts";
import { defined } from "#core/text/defined.ts";
import type { OfferPick } from "#core/lookup/offers.ts";
import type { Clock } from "#core/request/clock.ts";
import type { Changed, Desk, Plan, Snapshot, WholeSnapshot } from "./desk.ts";
import { carryIndex } from "#core/lookup/desk-index.ts";
import { busy } from "./busy.ts";
import { TOKENS, type Author, type Change, type DeskKey, type Miss, type PickCount, type Store } from "./store.ts";
import { fold, shorten } from "#core/text/text.ts";
import type { View } from "#core/facts/view.ts";
import type { Heads } from "./heads.ts";
import { OwnRevisions } from "./own-revisions.ts";
import type { LibraryDesk } from "./library-desk.ts";
import { overlay } from "./overlay.ts";
import { overlayAgain } from "./overlay-again.ts";
import { beneathOf } from "./sample.ts";

/** How long a half-filled form or an import waits for its owner, and a link's code for the other side's admin. */
const STASHED = Temporal.Duration.from({ hours: 24 });
// The desk says whether a token lets somebody in; what leads there only has to last longer than any program.
const TOKEN_LASTS = Temporal.Duration.from({ hours: 24 * 365 * 10 });
const LINK_OPEN = Temporal.Duration.from({ minutes: 10 });

// Writers in other processes can be first again and again, but hardly so often.
const TRIES = 100;
const QUESTION_MAX = 200;
const LINK_SCOPE = "link";

/** What a desk is made of: the store, the library beneath, the time, and random tokens. */
export interface DeskDeps {
  readonly store: Store;
  readonly library: LibraryDesk;
  readonly clock: Clock;
  /** A fresh unguessable token of letters and digits. */
  token(length: number): string;
}

/** A desk as it was last laid: its own changes over what lies beneath, and of which library that was. */
interface Laid {
  readonly own: Heads;
  readonly shipped: View;
  readonly beneath: View;
  readonly view: View;
}

/** A desk over a store. Reads what others appended before each answer; keeps nothing that the store does not. */
export class LiveDesk implements Desk {
  readonly #deps: DeskDeps;
  readonly #key: DeskKey;
  #number: number;
  #own: OwnRevisions;
  #turn: Promise<unknown> = Promise.resolve();
  #laid: Laid | undefined;
  readonly #from: LiveDesk | undefined;

  constructor(deps: DeskDeps, key: DeskKey, number: number, from?: LiveDesk) {
    this.#from = from;
    this.#deps = deps;
    this.#key = key;
    this.#number = number;
    this.#own = new OwnRevisions(deps.store, number);
  }

  /** How many changes of its own it holds in memory. */
  get held(): number {
    return this.#own.size;
  }

  async snapshot(): Promise<Snapshot> {
    const shipped = await this.#deps.library.now();
    const own = await this.#own.now();
    if (this.#laid?.own !== own || this.#laid.shipped !== shipped.view) {
      const before = this.#laid?.shipped === shipped.view ? this.#laid.beneath : undefined;
      const beneath = beneathOf(shipped.view, own, before);
      const view = this.#overlayFrom(beneath, own) ?? overlay(beneath, own);
      carryIndex(view, beneath, this.#laid?.beneath === beneath ? this.#laid.view : undefined);
      this.#laid = { own, shipped: shipped.view, beneath, view };
    }
    const { beneath, view } = this.#laid;
    return { view, own, library: shipped.log, beneath, next: own.version + 1 };
  }

  #overlayFrom(beneath: View, own: Heads): View | undefined {
    const before = this.#laid;
    if (before === undefined || before.beneath !== beneath || before.own.version === 0) return undefined;
    const newer = own.after(before.own);
    return newer === undefined ? undefined : overlayAgain(before.view, beneath, own, newer);
  }

  async whole(): Promise<WholeSnapshot> {
    // Linked or parted meanwhile, it goes on with another desk: the history is that of what was read.
    const [revisions, now] = [this.#own, await this.snapshot()];
    const own = await revisions.behind(now.own);
    if (this.#laid?.own === now.own) this.#laid = { ...this.#laid, own };
    return { ...now, own };
  }

  async view(at?: Temporal.Instant): Promise<View> {
    if (at === undefined) return (await this.snapshot()).view;
    const own = (await this.whole()).own.until(at);
    return overlay(beneathOf(this.#deps.library.at(at), own), own);
  }

  // Changes of one process take turns. So only other processes can be first, and no change waits for ever.
  change<T>(by: Author, plan: (snapshot: Snapshot) => Plan<T> | Promise<Plan<T>>): Promise<Changed<T>> {
    return this.#inTurn(() => this.#changeNow(by, plan, () => this.snapshot()));
  }

  async changeAndFollow<T>(by: Author, plan: (snapshot: Snapshot) => Plan<T>): Promise<Changed<T>> {
    const changed = await this.#inTurn(() => this.#changeNow(by, plan, () => this.snapshot(), this.#key));
    if (changed.kind === "done" && this.#from !== undefined) this.#from.#become(this.#number);
    return changed;
  }

  changeWhole<T>(by: Author, plan: (snapshot: WholeSnapshot) => Plan<T>): Promise<Changed<T, WholeSnapshot>> {
    return this.#inTurn(() => this.#changeNow(by, plan, () => this.whole()));
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #changeNow<T, S extends Snapshot>(
    by: Author,
    plan: (snapshot: S) => Plan<T> | Promise<Plan<T>>,
    read: () => Promise<S>,
    lead?: DeskKey,
  ): Promise<Changed<T, S>> {
    const { store, clock } = this.#deps;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const number = this.#number;
      const before = await read();
      const planned = await plan(before);
      if (planned.kind === "refuse") return { kind: "refused", refusal: planned.refusal };
      // Linked or parted meanwhile: it was decided on a desk that this is no longer.
      if (number !== this.#number) continue;
      const appended = await store.append(number, before.own.version, by, clock.now(), planned.changes, lead);
      if (appended.kind === "appended") {
        return { kind: "done", result: planned.result, revisions: appended.revisions, now: await read() };
      }
    }
    return { kind: "refused", refusal: busy({}), busy: true };
  }

  async missed(question: string): Promise<void> {
    const key = fold(question).slice(0, QUESTION_MAX);
    if (key === "") return;
    try {
      await this.#deps.store.missed(this.#number, key, shorten(question, QUESTION_MAX), this.#deps.clock.now());
    } catch {
      // A miss that cannot be counted must not fail the answer.
    }
  }

  misses(most: number): Promise<readonly Miss[]> {
    return this.#deps.store.misses(this.#number, most);
  }

  settleMiss(key: string): Promise<void> {
    return this.#deps.store.settleMiss(this.#number, key);
  }

  async countPick(pick: OfferPick): Promise<void> {
    const question = shorten(pick.question, QUESTION_MAX);
    try {
      await this.#deps.store.countPick(this.#number, { ...pick, question }, this.#deps.clock.now());
    } catch {
      // As with a miss: a pick that cannot be counted is answered all the same.
    }
  }

  picks(most: number): Promise<readonly PickCount[]> {
    return this.#deps.store.picks(this.#number, most);
  }

  dropPick(key: string): Promise<void> {
    return this.#deps.store.dropPick(this.#number, key);
  }

  firstBroken(): Promise<number | undefined> {
    return this.#deps.store.firstBroken(this.#number);
  }

  erase(author: Pick<Author, "platform" | "id">, token: string, by: Author, tongue?: Tongue): Promise<number> {
    const erasing = { by, at: this.#deps.clock.now(), workspace: this.#key, ...defined({ tongue }) };
    return this.#deps.store.erase(this.#number, author, token, erasing);
  }

  get stash(): Desk["stash"] {
    const { store, clock } = this.#deps;
    return {
      put: async (content) => {
        const token = this.#deps.token(16);
        await store.stash.put(this.#scope, token, content, clock.now().add(STASHED));
        return token;
      },
      keep: (name, content, until) => store.stash.put(this.#scope, name, content, until),
      get: (token) => store.stash.get(this.#scope, token, clock.now()),
      pop: (token) => store.stash.pop(this.#scope, token, clock.now()),
    };
  }

  async offerLink(): Promise<{ code: string; until: Temporal.Instant }> {
    const code = this.#deps.token(8).toUpperCase();
    const until = this.#deps.clock.now().add(LINK_OPEN);
    await this.#deps.store.stash.put(LINK_SCOPE, code, String(this.#number), until);
    return { code, until };
  }

  async redeemLink(code: string): Promise<Desk | undefined> {
    const { store, clock } = this.#deps;
    const typed = code.trim().toUpperCase();
    // A desk's own code is refused and not spent: the other side still needs it.
    if ((await store.stash.get(LINK_SCOPE, typed, clock.now())) === String(this.#number)) return undefined;
    const found = await store.stash.pop(LINK_SCOPE, typed, clock.now());
    return found === undefined ? undefined : new LiveDesk(this.#deps, this.#key, Number(found), this);
  }

  admit(hash: string): Promise<void> {
    return this.#deps.store.stash.put(TOKENS, hash, JSON.stringify(this.#key), this.#deps.clock.now().add(TOKEN_LASTS));
  }

  keys(): Promise<readonly DeskKey[]> {
    return this.#deps.store.keys(this.#number);
  }

  async part(by: Author, changes: readonly Change[]): Promise<boolean> {
    const number = await this.#deps.store.part(this.#key, by, this.#deps.clock.now(), changes);
    if (number !== undefined) this.#become(number);
    return number !== undefined;
  }

  /** An object that holds this desk already, such as an open prompt, goes on with the desk that it was linked with. */
  #become(number: number): void {
    this.#number = number;
    this.#own = new OwnRevisions(this.#deps.store, number);
    this.#laid = undefined;
  }

  get #scope(): string {
    return `desk ${this.#number}`;
  }
}
