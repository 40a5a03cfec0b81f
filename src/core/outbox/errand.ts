import type { Posting } from "#core/reply/posting.ts";
import type { Since } from "#core/digest/subscription.ts";
import type { Quoted, Reply } from "#core/reply/reply.ts";

/** Where an errand goes: a channel, a person in a place, or a message that is there already and is changed. */
export type Target =
  | { readonly kind: "channel"; readonly place: string; readonly channel: string; readonly thread?: string }
  | { readonly kind: "person"; readonly place: string; readonly user: string }
  | { readonly kind: "message"; readonly place: string; readonly channel: string; readonly message: string };

/** What is sent by itself: `digest` at its instants, `follow` to one person, `correction` of a message, `notice` to a digest's owner. */
export const ERRAND_KINDS = ["digest", "follow", "correction", "notice"] as const;
export type ErrandKind = (typeof ERRAND_KINDS)[number];

/**
 * `due`: to be made. `claimed`: one process makes it ready; nothing was sent. `sending`: it may be sent at this moment. `unknown`: it may
 * have been. The rest is over: `sent`; `empty`, as there was nothing to say; `skipped`, as too late, paused or removed; `failed`, as the
 * platform refused; `attention`, as nobody can tell whether it was sent, so that it is not sent again by itself.
 */
export const ERRAND_STATES = [
  "due",
  "claimed",
  "sending",
  "unknown",
  "sent",
  "empty",
  "skipped",
  "failed",
  "attention",
] as const;
export type ErrandState = (typeof ERRAND_STATES)[number];

/** Names an errand: whose it is (`digest/d1`), and which of theirs, in the order they are made: an instant or a number. */
export interface ErrandName {
  readonly work: string;
  readonly slot: string;
}

/** One thing to send once, as it is kept. `key` marks it on the platform: a hash of its name, 22 letters and digits. */
export interface Errand extends ErrandName {
  readonly kind: ErrandKind;
  readonly platform: string;
  readonly target: Target;
  readonly key: string;
  readonly state: ErrandState;
  /** Grows with every claim: only who holds the last may write. */
  readonly fence: number;
  /** Frozen when it was last made ready. */
  readonly payload?: Frozen;
  /** Somebody asked for it now: it goes even while the digest is paused. */
  readonly asked: boolean;
  /** Instants that were due and are not told one by one. */
  readonly missed: number;
  /** How often it was looked for in vain. */
  readonly rounds: number;
  /** When it was first and last about to be sent. */
  readonly firstAt?: Temporal.Instant;
  readonly sendingAt?: Temporal.Instant;
  readonly posting?: Posting;
  /** In words, why it did not go as it should. */
  readonly why?: string;
}

/** A claimed errand, with the database's time of the claim. */
export interface Claim {
  readonly errand: Errand;
  readonly now: Temporal.Instant;
}

/** What is to be sent. `upTo`: what the next one starts from. `desk` and `version`: what it was made from, which is checked before it goes; desk 0 is none. */
export interface Frozen {
  readonly reply: Reply;
  readonly upTo?: Since;
  readonly desk: number;
  readonly version: number;
}

/** `nothing`: there is nothing to say, and the next one starts from `upTo`. */
export type Composed = ({ readonly kind: "say" } & Frozen) | { readonly kind: "nothing"; readonly upTo?: Since };

/** A message that everybody sees, and the facts as it quotes them. `reply` is the whole of it, where it is known. */
export interface Shown {
  readonly id: number;
  readonly desk: number;
  readonly platform: string;
  readonly place: string;
  readonly channel: string;
  readonly message: string;
  /** How often it was shown: a message that is shown anew may be wrong anew. */
  readonly times: number;
  readonly reply?: Reply;
  readonly facts: readonly Quoted[];
}

/** How an errand ended, or what is next for it. `look`: in so many milliseconds it is looked at once more, `after`: it is claimed again. */
export type Outcome =
  | { readonly kind: "sent"; readonly posting?: Posting; readonly look?: number }
  | { readonly kind: "empty"; readonly upTo?: Since }
  | { readonly kind: "again"; readonly after: number; readonly why?: string; readonly instead?: Target }
  | { readonly kind: "unknown"; readonly after: number }
  | { readonly kind: "skipped"; readonly why: string }
  | { readonly kind: "failed"; readonly why: string; readonly what: string }
  | { readonly kind: "attention"; readonly why: string };
