import type { Tongue } from "#core/messages/tongue.ts";
import { sequenceAt, type Job, type NewJob } from "./job.ts";
import type { Outcome } from "./outcome.ts";
import type { WebhookEvent } from "./webhook-event.ts";

/** The lane of the outbox that webhooks are sent in, beside those of the platforms. */
export const WEBHOOKS = "webhook";

/** Where a program is told that something changed in a workspace. */
export interface Webhook {
  readonly id: string;
  readonly platform: string;
  readonly workspace: string;
  readonly name: string;
  readonly address: string;
  /** What its events are signed with: `whsec_` and base64, as Standard Webhooks has it; or that, sealed. */
  readonly secret: string;
  /** Who is told when it is switched off: a person's id on the platform. */
  readonly owner: string;
  /** The language that they are told in, as they made it; English where there is none. */
  readonly tongue?: Tongue;
  /** It is told of what happens after this instant. */
  readonly since: Temporal.Instant;
  /** Why it is switched off, while it is. */
  readonly off?: string;
  /** The last attempt, and why it failed if it did. */
  readonly last?: { readonly at: Temporal.Instant; readonly why?: string };
}

/** What is to be written to a webhook; what is left out stays. `null` takes a value away. */
export interface WebhookUpdate {
  readonly owner?: string;
  readonly since?: Temporal.Instant;
  readonly off?: string | null;
  readonly last?: Webhook["last"];
}

/**
 * How a delivery ended. `taken`: the other side answered with 2xx. `gone`: it answered 410, and wants no more.
 * `failed`: nobody can tell whether it knows of it, so that it is sent again. `sealed`: it was not called, since its
 * secret cannot be read.
 */
export type Notified =
  | { readonly kind: "taken" }
  | { readonly kind: "gone" }
  | { readonly kind: "sealed" }
  | { readonly kind: "failed"; readonly why: string };

/** Calls a webhook's address once and never again. `id`: the same for each attempt at one event. Never throws. */
export type Notify = (webhook: Webhook, event: WebhookEvent, id: string) => Promise<Notified>;

/** A secret as Standard Webhooks writes it: 32 letters and digits that nobody can guess, in base64. */
export function newSecret(token: (length: number) => string): string {
  return `whsec_${btoa(token(32))}`;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * How long after each failed attempt the next one is made. After the last one the webhook is switched off.
 * @internal
 */
export const WEBHOOK_WAITS = [MINUTE / 2, 2 * MINUTE, 10 * MINUTE, HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR] as const;

/** Why nothing was sent where a secret cannot be read: nothing of it is the receiver's failure. */
export const SEALED = "its secret was sealed with another TALKS_ENCRYPTION_KEY";

/** The job that tells a webhook of an event. `order`: what tells events of one instant apart, in text order. */
export function webhookJob({ id, workspace }: Webhook, event: WebhookEvent, order: string): NewJob {
  return {
    kind: "webhook",
    id,
    sequence: `${sequenceAt(Temporal.Instant.from(event.timestamp))}.${order}`,
    platform: WEBHOOKS,
    target: { kind: "webhook", workspace, hook: id, event },
  };
}

/** What an attempt means for a job. An event may arrive twice: its id is the same each time. */
export function outcomeOfCall({ attempts }: Job, notified: Notified): Outcome {
  switch (notified.kind) {
    case "taken":
      return { kind: "sent" };
    case "gone":
      return { kind: "failed", why: "its address answered 410, that it wants no more" };
    case "sealed":
      return { kind: "retry", after: HOUR, why: SEALED };
    case "failed": {
      const after = WEBHOOK_WAITS[attempts];
      const { why } = notified;
      return after === undefined ? { kind: "failed", why } : { kind: "retry", after, why, counts: true };
    }
  }
}

/** Whether a webhook is told of something that happened at an instant. */
export function hears({ off, since }: Webhook, timestamp: string): boolean {
  return off === undefined && Temporal.Instant.compare(Temporal.Instant.from(timestamp), since) > 0;
}
