import type { types } from "@slack/bolt";
import type { Button } from "#core/request/call.ts";

export type Rich = types.RichTextElement;

/** A cell of a table as it is sent. */
export type TableCell = types.TableBlock["rows"][number][number];

/**
 * A part of a reply that is never parted over two messages. `joined`: it stays with the one before it. `size`: the
 * characters that it is written with, those of its structure too. `heads`: what follows stands under it.
 */
export type Part = { readonly joined: boolean; readonly size: number } & (
  | { readonly kind: "header"; readonly text: string }
  | { readonly kind: "line" | "item" | "quote" | "code"; readonly elements: readonly Rich[]; readonly heads?: boolean }
  | { readonly kind: "context"; readonly mrkdwn: string }
  | { readonly kind: "table"; readonly rows: readonly (readonly TableCell[])[] }
  | { readonly kind: "buttons"; readonly buttons: readonly Button[] }
);

/** What the structure around a part takes, in characters. */
export const STRUCTURE = 100;
