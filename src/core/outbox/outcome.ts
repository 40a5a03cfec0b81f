import type { Since } from "#core/digest/subscription.ts";
import type { Delivery, Posting } from "#core/reply/posting.ts";
import type { Job, Lease, Target } from "./job.ts";

/** How work on a job ended. Times are in milliseconds from now. */
export type Outcome =
  /** `recheck`: after that long, the channel is searched for a second copy. */
  | { readonly kind: "sent"; readonly posting?: Posting; readonly recheck?: number }
  | { readonly kind: "empty"; readonly upTo?: Since }
  /**
   * Nothing was sent. `target`: where to send it instead. `counts`: it was an attempt, of which there are only so
   * many.
   */
  | {
      readonly kind: "retry";
      readonly after: number;
      readonly why?: string;
      readonly target?: Target;
      readonly counts?: true;
    }
  | { readonly kind: "unknown"; readonly after: number }
  | { readonly kind: "skipped"; readonly why: string }
  /** `hint`: how to allow it, where the platform said that Talks may not. */
  | { readonly kind: "failed"; readonly why: string; readonly hint?: string }
  | { readonly kind: "attention" };

/** How long to wait after a call to a platform, in milliseconds. */
export interface CallTimings {
  /** A platform that has not answered after this long may have done it or not. */
  readonly call: number;
  /** How long after a lost answer the channel is searched; doubled with each attempt. */
  readonly retryAfter: number;
  /** After so many attempts without a known outcome, a person must look. */
  readonly maxAttempts: number;
  /** How long after a lost answer was cleared up the channel is searched once more, for a copy that came late. */
  readonly recheck: number;
}

const HOUR = 3_600_000;

/** What a platform's answer means for a job. `target`: where the message was sent. */
export function outcomeOf(job: Job, target: Target, delivery: Delivery, timings: CallTimings): Outcome {
  switch (delivery.kind) {
    case "posted": {
      const recheck = job.attempts > 0 && target.kind === "channel" ? { recheck: timings.recheck } : {};
      return { kind: "sent", posting: delivery.posting, ...recheck };
    }
    case "later":
      return { kind: "retry", after: Math.min(Math.max(delivery.after, 0), HOUR) };
    case "unsure":
      return unknown(job, timings);
    case "gone":
      return { kind: target.kind === "message" ? "skipped" : "failed", why: delivery.why };
    case "denied": {
      const { hint } = delivery;
      if (target.kind === "message") return { kind: "retry", after: 0, why: hint, target: below(target) };
      return { kind: "failed", why: "Talks may not post there", hint };
    }
  }
}

/**
 * What the channel's history means for a job whose outcome is unknown. `found`: the messages with the job's key, the
 * oldest first; undefined where the history cannot be read.
 */
export function outcomeOfSearch(
  { job, at }: Lease,
  found: readonly Posting[] | undefined,
  timings: CallTimings,
): Outcome {
  const [first] = found ?? [];
  if (first !== undefined) return { kind: "sent", posting: first, recheck: timings.recheck };
  // There is no history of messages to a person.
  if (job.attempts >= timings.maxAttempts || job.target.kind === "person") return { kind: "attention" };
  if (found === undefined) return unknown(job, timings);
  // The last call may still be on its way: wait until it cannot be before sending again.
  const since = at.since(job.sendingAt ?? at).total("milliseconds");
  return { kind: "retry", after: Math.max(0, 2 * timings.call - since) };
}

function unknown({ attempts }: Job, { retryAfter }: CallTimings): Outcome {
  return { kind: "unknown", after: retryAfter * 2 ** Math.min(attempts, 10) };
}

/** The thread of a message that cannot be edited itself. */
function below({ workspace, channel, message }: Extract<Target, { kind: "message" }>): Target {
  return { kind: "channel", workspace, channel, thread: message };
}
