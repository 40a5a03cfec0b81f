import type { Tongue } from "#core/messages/tongue.ts";
import type { OfferPick } from "#core/lookup/offers.ts";
import type { Asker } from "#core/request/asker.ts";
import type { Heads } from "./heads.ts";
import type { RevisionLog } from "./revision-log.ts";
import type { Refusal } from "#core/request/refusal.ts";
import type { Author, Change, Miss, PickCount, Revision, DeskKey } from "./store.ts";
import type { View } from "#core/facts/view.ts";

/** What a desk and the library beneath it hold at one moment. A change is decided from nothing else. */
export interface Snapshot {
  readonly view: View;
  /** What the desk's own revisions leave. */
  readonly own: Heads;
  /** The library's. */
  readonly library: RevisionLog;
  /** The library as a view, without the desk's changes. */
  readonly beneath: View;
  /** The number that the next revision will have. */
  readonly next: number;
}

/** The same with the desk's whole history. */
export interface WholeSnapshot extends Snapshot {
  readonly own: RevisionLog;
}

/**
 * What to append and what to answer, or a refusal. A plan depends on its snapshot alone, so that it can be made again
 * on a newer one.
 */
export type Plan<T> =
  | { readonly kind: "append"; readonly changes: readonly Change[]; readonly result: T }
  | RefusedPlan;

export interface RefusedPlan {
  readonly kind: "refuse";
  readonly refusal: Refusal;
}

export function refusing(refusal: Refusal): RefusedPlan {
  return { kind: "refuse", refusal };
}

export type Changed<T, S extends Snapshot = Snapshot> =
  | { readonly kind: "done"; readonly result: T; readonly revisions: readonly Revision[]; readonly now: S }
  /** `busy`: no plan was at fault, too many people were at it at once. */
  | { readonly kind: "refused"; readonly refusal: Refusal; readonly busy?: true };

/** The tenant: what one server or workspace holds, or several that are linked. */
export interface Desk {
  /** What it held at an instant; without one, what it holds now. */
  view(at?: Temporal.Instant): Promise<View>;
  snapshot(): Promise<Snapshot>;
  /** The same with the history, which is read when it is first asked for. */
  whole(): Promise<WholeSnapshot>;
  /**
   * Appends what the plan says, all or nothing. It plans again when somebody else was first. A long plan may give way
   * meanwhile.
   */
  change<T>(by: Author, plan: (snapshot: Snapshot) => Plan<T> | Promise<Plan<T>>): Promise<Changed<T>>;
  /** As `change`, for a plan that looks into the history. */
  changeWhole<T>(by: Author, plan: (snapshot: WholeSnapshot) => Plan<T>): Promise<Changed<T, WholeSnapshot>>;
  /** Remembers a question that nothing answered, so that moderators see what is missing. Never fails the asker. */
  missed(question: string): Promise<void>;
  misses(most: number): Promise<readonly Miss[]>;
  settleMiss(key: string): Promise<void>;
  /** Counts a pick of what was offered for a question. It keeps nothing about the person, and never fails the asker. */
  countPick(pick: OfferPick): Promise<void>;
  picks(most: number): Promise<readonly PickCount[]>;
  dropPick(key: string): Promise<void>;
  /** Number of the first revision that does not fit the ones before it; undefined where there is none. */
  firstBroken(): Promise<number | undefined>;
  /** Erases a person from the history and from what the workspace keeps of them: see `Store.erase`. */
  erase(author: Pick<Author, "platform" | "id">, token: string, by: Author, tongue?: Tongue): Promise<number>;
  /** Holds a text for a while: `put` returns its token, `get` reads it, `pop` reads it once. */
  readonly stash: {
    put(content: string): Promise<string>;
    /** Holds it under a name of one's own until an instant, in place of what is held under it. `get` reads it. */
    keep(name: string, content: string, until: Temporal.Instant): Promise<void>;
    get(token: string): Promise<string | undefined>;
    pop(token: string): Promise<string | undefined>;
  };
  /** A one-time code by which another desk's admin links it with this one. */
  offerLink(): Promise<{ readonly code: string; readonly until: Temporal.Instant }>;
  /**
   * Spends another desk's code and returns that desk, as this desk's key would reach it. Undefined for a code that is
   * wrong, old, spent or this desk's own.
   */
  redeemLink(code: string): Promise<Desk | undefined>;
  /** The keys that lead here, the first one first: several where desks are linked. */
  keys(): Promise<readonly DeskKey[]>;
  /**
   * From now on, the key that it was opened with leads to a desk of its own, with the same history and these changes;
   * this object goes on with that one. False where no other key leads here, and then nothing is changed.
   */
  part(by: Author, changes: readonly Change[]): Promise<boolean>;
  /**
   * From now on, the token with this hash leads to this desk, or the place of pages by its `placeName`. The desk still
   * decides whether it lets anybody in.
   */
  admit(hash: string): Promise<void>;
  /** As `change`; with it, the key that it was opened or redeemed with leads to this desk from then on. */
  changeAndFollow<T>(by: Author, plan: (snapshot: Snapshot) => Plan<T>): Promise<Changed<T>>;
}

export function authorOf(asker: Asker): Author {
  return { platform: asker.platform, id: asker.id, name: asker.name };
}
