import type { Address, Delivery, Posting } from "#core/reply/posting.ts";
import type { Clock } from "#core/request/clock.ts";
import type { Commands } from "#core/answer/command.ts";
import type { SecondEar } from "#core/answer/second-ear.ts";
import type { Locale } from "./locale.ts";
import type { Sealing } from "./sealing.ts";
import type { Shares } from "./shares.ts";
import type { Desk } from "#core/desk/desk.ts";
import type { Published } from "#core/desk/desks.ts";
import type { Digests, MayPost, Poster } from "#core/digest/digests.ts";
import type { Webhooks } from "#core/outbox/webhooks.ts";
import type { Dialect } from "#core/request/dialect.ts";
import type { RawCall } from "#core/request/call.ts";
import type { Reply } from "#core/reply/reply.ts";
import type { Paint } from "./paint.ts";
import type { DeskKey } from "#core/desk/store.ts";

/**
 * What a platform takes: so many calls at once, so many a second over all, one in so many milliseconds in a channel.
 */
export interface Limits {
  readonly atOnce: number;
  readonly perSecond: number;
  readonly channelEvery: number;
}

/**
 * A place where people talk. It asks by itself, through its `Host`; these are what the host does with it. No method
 * repeats an attempt whose outcome is not known.
 */
export interface Platform {
  readonly name: string;
  readonly limits: Limits;
  readonly dialect: Dialect;
  /**
   * For so many milliseconds a second post or `tell` with the same key is the first one again (Discord's enforced
   * nonce).
   */
  readonly repeats?: number;
  /** Whether it is connected at this moment; absent where it always is. */
  readonly connected?: boolean;
  /** Connects. @throws PlatformProblem where it cannot be used as it is configured; the others go on without it */
  start(): Promise<void>;
  /**
   * Hands over what another process is to do instead; then takes nothing new, finishes what is in flight, and lets go
   * after ten seconds at the latest.
   */
  stop(): Promise<void>;
  /**
   * Posts a reply, whole: what does not fit one message continues in its thread. `key`: at most 25 letters and digits,
   * marks it.
   */
  post(to: Address, reply: Reply, key: string): Promise<Delivery>;
  /** The same, to one person. */
  tell(workspace: string, user: string, reply: Reply, key: string): Promise<Delivery>;
  edit(posting: Posting, reply: Reply): Promise<Delivery>;
  remove(posting: Posting): Promise<Delivery>;
  /**
   * This app's own posts that carry the key, from an instant on, oldest first; undefined where the history cannot be
   * read.
   */
  find(to: Address, key: string, since: Temporal.Instant): Promise<readonly Posting[] | undefined>;
  /** Whether it may post there, without posting, and in which language one writes there. */
  mayPost(to: Address): Promise<MayPost>;
}

/** What a platform delivers: its name, and its own id of that, the same each time. */
export interface Delivered {
  readonly platform: string;
  readonly id: string;
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
  /**
   * The languages besides English in which a platform may list the commands. Never fails: what cannot be read stays
   * English.
   */
  locales(): readonly Locale[];
  readonly clock: Clock;
  /** The shipped library, read-only: for where no desk is. */
  readonly library: Desk;
  desk(key: DeskKey): Promise<Desk>;
  /** What is posted to a workspace by itself; `poster` is the platform that asks. */
  digests(workspace: DeskKey, poster?: Poster): Digests;
  /** The programs that are told of a workspace's changes; absent where none are. */
  readonly webhooks?: (workspace: DeskKey) => Webhooks;
  /** The address that Talks is called by from outside, without a slash at its end; absent where it has none. */
  readonly site?: string;
  /**
   * The fact whose public page an address leads to; undefined for any other address. Absent where there are no pages.
   */
  published?(address: string): Promise<Published | undefined>;
  /** Who reads a question that was not heard; absent where nobody does. */
  readonly secondEar?: SecondEar;
  /**
   * A picture as PNG, some 1,100 points wide; undefined where it cannot be drawn, such as in letters that its font
   * lacks, or not in time: within three seconds, or half a minute where it may be late. Never fails. Absent where
   * nothing draws.
   */
  readonly paint?: Paint;
  token(length: number): string;
  incident(defect: unknown, raw?: RawCall): string;
  /**
   * Holds texts for a while for one workspace, each under the token that `put` returns: what does not fit into a
   * button. `brief`: for a day.
   */
  readonly stash: {
    put(workspace: DeskKey, content: string, brief?: boolean): Promise<string>;
    get(workspace: DeskKey, token: string): Promise<string | undefined>;
  };
  /** What a platform holds for itself, such as sealed tokens, by a name of its own. `pop` reads once. */
  readonly secrets: {
    put(name: string, content: string, until: Temporal.Instant): Promise<void>;
    get(name: string): Promise<string | undefined>;
    names(): Promise<readonly string[]>;
    pop(name: string): Promise<string | undefined>;
  };
  /** Seals those that nobody may read in the store; absent where no key is set. */
  readonly sealing?: Sealing;
  /**
   * Runs work for what a platform delivers under an id of its own, once for all processes: see `takeOnce`. `reserve`
   * tells whether this is the first time; where the store is away, or has not said so after `patience` milliseconds, it
   * counts as that.
   */
  readonly deliveries: {
    run<T extends { readonly kind: string }>(
      delivery: Delivered,
      work: (reserve: (patience?: number) => Promise<boolean>) => Promise<T | undefined>,
    ): Promise<T | undefined>;
  };
  /** What processes share, where several may run. */
  readonly shares?: Shares;
  /** Remembers a message that everybody sees: corrections will follow it where it quotes facts. Never fails. */
  remember(platform: string, posting: Posting, reply: Reply): Promise<void>;
  /** The app was removed from a workspace. What it holds is kept. Never fails. */
  left(workspace: DeskKey): Promise<void>;
  /** The app is in these workspaces, some hundred at a time: perhaps it was removed before. Never fails. */
  back(platform: string, workspaces: readonly string[]): Promise<void>;
  /** One line for the person who runs Talks; `warn` where they should look at it. */
  log(line: string, level?: "info" | "warn"): void;
}
