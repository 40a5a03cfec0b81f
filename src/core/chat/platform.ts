import type { Address, Delivery, Posting } from "#core/reply/posting.ts";
import type { Clock } from "#core/request/clock.ts";
import type { Commands } from "#core/answer/command.ts";
import type { Locale } from "./locale.ts";
import type { Desk } from "#core/desk/desk.ts";
import type { Digests, Poster } from "#core/digest/digests.ts";
import type { RawCall } from "#core/request/call.ts";
import type { Quoted, Reply } from "#core/reply/reply.ts";
import type { DeskKey } from "#core/desk/store.ts";

/**
 * A place where people talk. It asks by itself, through its `Host`; these are what the host does with it. No method repeats an attempt
 * whose outcome is not known.
 */
export interface Platform {
  readonly name: string;
  /** For so many milliseconds a second post or `tell` with the same key is the first one again (Discord's enforced nonce). */
  readonly repeats?: number;
  /** Connects. @throws PlatformProblem where it cannot be used as it is configured; the others go on without it */
  start(): Promise<void>;
  /** Takes nothing new, finishes what is in flight, and lets go after ten seconds at the latest. */
  stop(): Promise<void>;
  /** Posts a reply, whole: what does not fit one message continues in its thread. `key`: at most 25 letters and digits, marks it. */
  post(to: Address, reply: Reply, key: string): Promise<Delivery>;
  /** The same, to one person. */
  tell(place: string, user: string, reply: Reply, key: string): Promise<Delivery>;
  edit(posting: Posting, reply: Reply): Promise<Delivery>;
  remove(posting: Posting): Promise<Delivery>;
  /** This app's own posts that carry the key, from an instant on, oldest first; undefined where the history cannot be read. */
  find(to: Address, key: string, since: Temporal.Instant): Promise<readonly Posting[] | undefined>;
  /** Whether it may post there, without posting: `posted` has no message then. */
  mayPost(to: Address): Promise<{ readonly ok: true } | { readonly ok: false; readonly hint: string }>;
}

/** Why a platform cannot be used, and what to do: one line, without a secret. */
export class PlatformProblem extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "PlatformProblem";
  }
}

/** What a platform opens into: the desks and all that is needed to answer from them. */
export interface Host {
  readonly commands: Commands;
  /** The languages besides English in which a platform may list the commands. Never fails: what cannot be read stays English. */
  locales(): readonly Locale[];
  readonly clock: Clock;
  /** The shipped library, read-only: for where no desk is. */
  readonly library: Desk;
  desk(key: DeskKey): Promise<Desk>;
  /** What is posted to a place by itself; `poster` is the platform that asks. */
  digests(place: DeskKey, poster?: Poster): Digests;
  token(length: number): string;
  incident(defect: unknown, raw?: RawCall): string;
  /** Keeps a text for a while for one place and returns its token: what does not fit into a button. */
  keep(place: DeskKey, content: string): Promise<string>;
  kept(place: DeskKey, token: string): Promise<string | undefined>;
  /** What a platform keeps for itself, such as sealed tokens, by a name of its own. `take` reads once. */
  readonly secrets: {
    keep(name: string, content: string, until: Temporal.Instant): Promise<void>;
    kept(name: string): Promise<string | undefined>;
    take(name: string): Promise<string | undefined>;
  };
  /**
   * A message that everybody sees quotes these facts: corrections will follow it. `reply` is the whole of it, so that it can be edited as it
   * was; without it an edit leaves the facts only. Never fails.
   */
  shown(platform: string, posting: Posting, facts: readonly Quoted[], reply?: Reply): Promise<void>;
  /** The app was removed from a place, or is there again. What it holds is kept. Never fails. */
  left(place: DeskKey): Promise<void>;
  back(place: DeskKey): Promise<void>;
  /** One line for whoever runs Talks. */
  log(line: string): void;
}
