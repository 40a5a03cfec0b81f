import type { Json } from "#test/standins/discord/json.ts";
import { object } from "#test/standins/discord/json.ts";
import type { Upload } from "#test/standins/discord/messages/writing.ts";
import type { Platform } from "#test/standins/discord/platform.ts";
import type { Bucket } from "#test/standins/discord/rate-limits.ts";
import { refusal } from "#test/standins/discord/refusal.ts";

export interface Call {
  readonly platform: Platform;
  readonly method: string;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly uploads: readonly Upload[];
}

/** An answer: 200 with a body, or 204 without. */
export type Answer = { readonly status: 200 | 201; readonly body: unknown } | { readonly status: 204 };

export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** As published: `/channels/{channel_id}/messages`. */
  readonly template: string;
  /** Interactions and their webhooks carry their own token, and are exempt from the global rate limit. */
  readonly ownToken?: boolean;
  readonly bucket?: Bucket;
  readonly answer: (call: Call) => Answer;
}

export const NOTHING: Answer = { status: 204 };

export function found(body: unknown): Answer {
  return { status: 200, body };
}

export function param(call: Call, name: string): string {
  return call.params[name] ?? "";
}

export function bodyOf(call: Call): Json {
  return object(call.body);
}

/** A number of the query, between two bounds. */
export function counted(call: Call, name: string, usual: number, most: number): number {
  const given = Number(call.query.get(name) ?? usual);
  return Number.isInteger(given) && given >= 1 && given <= most ? given : usual;
}

/** Throws unless the path names the bot's own application. */
export function ownApplication(call: Call): void {
  if (param(call, "application_id") !== call.platform.applicationId) throw refusal("missing access");
}
