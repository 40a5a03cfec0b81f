import type { Tongue } from "#core/messages/tongue.ts";
import type { OfferPick } from "#core/lookup/offers.ts";

/** Where a desk is reached: a platform and its own id of the server or workspace. */
export interface DeskKey {
  readonly platform: string;
  readonly id: string;
}

/** Who made a change. After `erase` the id and the name are one token. */
export interface Author {
  readonly platform: string;
  readonly id: string;
  readonly name: string;
}

/** Who erases an author, who owns from then on what the author owned in the workspace, and when. */
export interface Erasing {
  readonly by: Author;
  readonly at: Temporal.Instant;
  readonly workspace: DeskKey;
  /** The language that `by` is told in; English where there is none. */
  readonly tongue?: Tongue;
}

/** What a revision did; `load` is the library's. */
export const REVISION_KINDS = [
  "add",
  "join",
  "correct",
  "retract",
  "restore",
  "dispute",
  "resolve",
  "source",
  "alias",
  "lock",
  "unlock",
  "suggest",
  "approve",
  "decline",
  "role",
  "link",
  "unlink",
  "erase",
  "retire",
  "merge",
  "focus",
  "library",
  "token",
  "webhook",
  "pages",
  "undo",
  "load",
] as const;
export type RevisionKind = (typeof REVISION_KINDS)[number];

/**
 * One change to one subject (`fact/f12`, `article/a3`, `alias/people/ida-ray/…`). `after` is the subject's whole state
 * from then on, as JSON; null where the desk no longer has a state of its own.
 */
export interface Change {
  readonly subject: string;
  readonly kind: RevisionKind;
  readonly after: string | null;
  readonly why?: string;
  /** Number of the revision that this one takes back. */
  readonly undoes?: number;
}

/** A change as it was appended. Numbers count from 1 within a desk, without a gap. */
export interface Revision extends Change {
  readonly number: number;
  /** Number of the first revision appended together with this one: they are undone together. */
  readonly batch: number;
  readonly at: Temporal.Instant;
  readonly by: Author;
}

/** `moved`: somebody else appended since `base`, and nothing was written. Read and decide again. */
export type Appended =
  | { readonly kind: "appended"; readonly revisions: readonly Revision[] }
  | { readonly kind: "moved"; readonly version: number };

/** A question that nothing answered, and how often. `key` is its folded form. */
export interface Miss {
  readonly key: string;
  readonly question: string;
  readonly times: number;
  readonly first: Temporal.Instant;
  readonly last: Temporal.Instant;
}

/**
 * A pick and how often members made it: the words that the desk did not know or misread, and the name or fact that they
 * stood for. It becomes an alias only when a moderator approves it.
 */
export interface PickCount extends OfferPick {
  readonly times: number;
  readonly last: Temporal.Instant;
}

/** Most picks that a desk keeps. One more replaces the least frequent one, and of those the one made longest ago. */
export const PICKS_MAX = 200;

/**
 * Thrown by every call of a store that cannot be reached, is full, or answers too late. Nothing was changed, unless it
 * is `unsure`.
 */
export class StoreUnavailable extends Error {
  /**
   * The connection ended while a change was being committed, and so did the look afterwards: the whole change may be
   * there.
   */
  readonly unsure: boolean;

  constructor(message: string, options?: ErrorOptions & { readonly unsure?: boolean }) {
    super(message, options);
    this.name = "StoreUnavailable";
    this.unsure = options?.unsure ?? false;
  }
}

/**
 * Thrown by a change that works for a delivery which was claimed before: nothing was changed, and nothing is to be
 * answered.
 */
export class DeliveredBefore extends Error {
  constructor(id: string) {
    super(`${id} was delivered before`);
    this.name = "DeliveredBefore";
  }
}

/** Name of the desk that holds the library's own revisions. No platform can have it. */
export const LIBRARY_KEY: DeskKey = { platform: "library", id: "library" };

/** Scope of what leads from a token's hash to the key of a desk, as JSON. */
export const TOKENS = "token";

/**
 * Texts that are held for a while, each under a scope and a token: a form half filled in, an import to confirm, a
 * link's code.
 */
interface StoreStash {
  /** Holds a text until an instant. Replaces an equal token's. */
  put(scope: string, token: string, content: string, until: Temporal.Instant): Promise<void>;
  /** The text under a token; undefined where there is none or its time is over. */
  get(scope: string, token: string, now: Temporal.Instant): Promise<string | undefined>;
  /** The tokens under a scope whose time is not over, in order. */
  tokens(scope: string, now: Temporal.Instant): Promise<readonly string[]>;
  /** As `get`, for the first caller only: the token is spent in the same transaction. */
  pop(scope: string, token: string, now: Temporal.Instant): Promise<string | undefined>;
}

/** What platforms deliver under ids of their own, each done once by all processes over one database. */
interface StoreDeliveries {
  /**
   * Runs work for a delivery. Its first change claims the id in the transaction of that change; where the id is claimed
   * already, that change throws `DeliveredBefore`. `claim` claims it where no change did, and tells whether it is this
   * work's; it may be asked again.
   */
  run<T>(id: string, at: Temporal.Instant, work: (claim: () => Promise<boolean>) => Promise<T>): Promise<T>;
}

/**
 * The port to the database. It is append-only: a revision is never changed or deleted. Every method takes a desk and
 * touches no other. All methods throw
 * `StoreUnavailable` where the database is out of reach, and have then changed nothing (but see `unsure`). They refuse
 * text with NUL or a lone surrogate with a TypeError. Instants are kept to the millisecond.
 */
export interface Store {
  /** The desk that a key leads to, made on first contact. */
  desk(key: DeskKey, at: Temporal.Instant): Promise<number>;
  /** The keys that lead to a desk, the first one first: several where desks are linked. */
  keys(desk: number): Promise<readonly DeskKey[]>;
  /** Makes a key lead to another desk from now on. What its old desk held stays there. */
  lead(key: DeskKey, desk: number, at: Temporal.Instant): Promise<void>;
  /**
   * Makes a key lead to a new desk that has the same revisions as the one it led to, and returns the new one's number;
   * undefined where the key is alone there, and then nothing is changed. `changes` are appended first, so that both
   * histories say them. What was shown in the key's workspace is the new desk's from then on.
   */
  part(key: DeskKey, by: Author, at: Temporal.Instant, changes: readonly Change[]): Promise<number | undefined>;
  /** Number of the desk's last revision; 0 for none. */
  version(desk: number): Promise<number>;
  /** Numbers of the desks over `after`, in order, at most `most`. */
  desks(after: number, most: number): Promise<readonly number[]>;
  /**
   * Checks the chain of a desk's revisions: each carries a hash over itself and the one before. Returns the number of
   * the first revision that does not fit or is missing; undefined where the chain is whole. It cannot notice that
   * somebody wrote every hash again.
   */
  firstBroken(desk: number): Promise<number | undefined>;
  /**
   * What a desk's present state follows from, in order: of each subject the first revision and the last, and every
   * revision of suggestions and proposals. May hold others too.
   */
  heads(desk: number): Promise<readonly Revision[]>;
  /** Revisions with a number over `after`, in order. */
  revisions(desk: number, after: number): Promise<readonly Revision[]>;
  /**
   * Appends changes, all or none, if the desk's last revision is still `base`; they are durable when it resolves. `at`
   * never goes back within a desk: an earlier instant counts as the last revision's. `lead`: a key that leads to this
   * desk from then on.
   */
  append(
    desk: number,
    base: number,
    by: Author,
    at: Temporal.Instant,
    changes: readonly Change[],
    lead?: DeskKey,
  ): Promise<Appended>;
  /**
   * Replaces an author's id and name by `token` wherever a desk's revisions name them, appends a revision that says so,
   * and ends what the author follows, is yet to be told and owns in the workspace: all of it or nothing. Returns how
   * many revisions name them; 0 where none does, and nothing is written.
   */
  erase(desk: number, author: Pick<Author, "platform" | "id">, token: string, erasing?: Erasing): Promise<number>;
  /** Counts one more question without an answer. */
  missed(desk: number, key: string, question: string, at: Temporal.Instant): Promise<void>;
  /** The most frequent misses that nobody settled since they were last asked, at most `most`. */
  misses(desk: number, most: number): Promise<readonly Miss[]>;
  settleMiss(desk: number, key: string): Promise<void>;
  /** Counts one more pick. */
  countPick(desk: number, pick: OfferPick, at: Temporal.Instant): Promise<void>;
  /** The picks of a desk, the most frequent first, at most `most`. */
  picks(desk: number, most: number): Promise<readonly PickCount[]>;
  dropPick(desk: number, key: string): Promise<void>;
  readonly stash: StoreStash;
  readonly deliveries: StoreDeliveries;
  close(): Promise<void>;
}
