import type { Since } from "#core/digest/subscription.ts";
import type { Reply } from "#core/reply/reply.ts";

/** What a job sends, saved before it is sent. */
export interface Payload {
  readonly reply: Reply;
  /** Where the next digest, or the next message to this follower, starts from. */
  readonly upTo?: Since;
  /** The desk and the version it was composed from, checked again before it is sent. Desk 0: none. */
  readonly desk: number;
  readonly version: number;
  /** The library's version, where the message is compared with that too. */
  readonly library?: number;
}
