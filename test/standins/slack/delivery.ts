import type { Fields } from "./json.ts";

/**
 * The three envelopes of Socket Mode; over HTTP they share one address:
 * docs.slack.dev/apis/events-api/using-socket-mode.
 */
type DeliveryKind = "slash_commands" | "interactive" | "events_api";

/** Something the app is told. */
export interface Delivery {
  readonly kind: DeliveryKind;
  readonly payload: Fields;
  /** Whether the acknowledgement may carry an answer: commands, view submissions and option look-ups. */
  readonly acceptsAnswer: boolean;
  /** For violations and error texts: `/talks`, `block_actions`, `app_mention`. */
  readonly name: string;
}

export interface Retry {
  readonly number: number;
  readonly reason: "timeout" | "http_error" | "connection_failed";
}

/** How a delivery ended on the wire. */
export type Carried =
  | { readonly end: "acknowledged"; readonly answer: unknown }
  | { readonly end: "http_error"; readonly status: number; readonly noRetry: boolean }
  | { readonly end: "unreachable" };

/** Brings deliveries to the app: Socket Mode or HTTP. */
export interface Transport {
  /**
   * Resolves when the app has acknowledged, refused, or cannot be reached; `signal` aborts when Slack stops waiting.
   */
  carry(delivery: Delivery, retry: Retry | undefined, signal: AbortSignal): Promise<Carried>;
}

/** How Slack takes an interaction's end; the words are what its client shows the person. */
export type Outcome = "acknowledged" | "operation_timeout" | "dispatch_failed" | "http_service_error";

export interface Acknowledgement {
  readonly outcome: Outcome;
  readonly answer: unknown;
}
