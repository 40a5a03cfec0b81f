import type { Button } from "#core/request/call.ts";
import { shortMoment } from "#core/time/moment.ts";

export type Inline =
  | { readonly kind: "text" | "strong" | "code"; readonly text: string }
  | { readonly kind: "link"; readonly text: string; readonly href: string }
  /** A known instant: `text` tells it in UTC, a platform that knows its reader's time zone tells it in that. `seconds` since 1970. */
  | { readonly kind: "instant"; readonly text: string; readonly seconds: number };

/**
 * One citation, worded. `place` is `¶3` or `note 3`; `said` is who the source says it from; `also`: the place is cited, and how the source
 * words it was not given.
 */
export interface Source {
  readonly article: string;
  readonly outlet: string;
  readonly day?: string;
  readonly place: string;
  readonly said?: string;
  readonly also?: true;
  readonly excerpt?: string;
  readonly href?: string;
}

export type Block =
  | { readonly kind: "heading"; readonly text: string }
  | { readonly kind: "paragraph"; readonly text: readonly Inline[] }
  | { readonly kind: "quote"; readonly text: string; readonly by: string }
  | { readonly kind: "list"; readonly items: readonly (readonly Inline[])[] }
  | {
      readonly kind: "table";
      readonly caption: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  /** The citations of the statement just before it: a renderer keeps the two together. `note` counts the outlets. */
  | { readonly kind: "sources"; readonly note: string; readonly sources: readonly Source[] }
  /** A file to hand over: `media` is its MIME type, `text` the whole of it. */
  | { readonly kind: "file"; readonly name: string; readonly media: string; readonly text: string }
  | { readonly kind: "buttons"; readonly buttons: readonly Button[] };

/** A fact as this reply quoted it: what a later correction must find again. */
export interface Quoted {
  readonly id: string;
  readonly revision: number;
  readonly statement: string;
  readonly sources: readonly Source[];
}

/**
 * `plain` is for a notification, a screen reader and the last resort: one line that says what the reply says. `mention`: the one role or
 * user group that a post pings, by the platform's own id; a platform pings nobody else, whatever the words are.
 */
export interface Reply {
  readonly plain: string;
  readonly blocks: readonly Block[];
  readonly facts: readonly Quoted[];
  /** Which words of a question were taken for what, such as `“head of delegation” → Who led`. */
  readonly matched?: readonly string[];
  readonly mention?: { readonly kind: "role" | "group"; readonly id: string };
}

export function text(words: string): Inline {
  return { kind: "text", text: words };
}

export function strong(words: string): Inline {
  return { kind: "strong", text: words };
}

export function code(words: string): Inline {
  return { kind: "code", text: words };
}

export function instant(at: Temporal.Instant): Inline {
  return { kind: "instant", text: shortMoment(at), seconds: Math.floor(at.epochMilliseconds / 1000) };
}

export function heading(words: string): Block {
  return { kind: "heading", text: words };
}

export function paragraph(...inlines: readonly Inline[]): Block {
  return { kind: "paragraph", text: inlines };
}

export function list(...items: readonly (readonly Inline[])[]): Block {
  return { kind: "list", items };
}

export function buttons(...all: readonly Button[]): Block {
  return { kind: "buttons", buttons: all };
}

/** The words of a run of inlines, without their dress. */
export function words(inlines: readonly Inline[]): string {
  return inlines.map((i) => i.text).join("");
}

export function reply(plain: string, blocks: readonly Block[], facts: readonly Quoted[] = []): Reply {
  return { plain, blocks, facts };
}
