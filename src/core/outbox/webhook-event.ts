/** What programs can be told of. */
export const WEBHOOK_EVENTS = [
  "fact.added",
  "fact.corrected",
  "fact.retracted",
  "fact.disputed",
  "digest.posted",
  "webhook.test",
] as const;

/**
 * One event as it is sent, in the form of Standard Webhooks. It has ids and revisions alone: who is told reads the rest
 * by a token. `timestamp`: ISO text in UTC.
 */
export interface WebhookEvent {
  readonly type: (typeof WEBHOOK_EVENTS)[number];
  readonly timestamp: string;
  readonly data: {
    readonly facts?: readonly { readonly id: string; readonly revision: number }[];
    readonly digest?: string;
  };
}
