import { z } from "zod";
import { BUTTON, type Button } from "#core/request/call.ts";
import { TONGUES, type Told, type Tongue } from "#core/messages/tongue.ts";
import type { Immutable } from "#core/text/immutable.ts";
import { shortMoment } from "#core/time/moment.ts";

const INLINE = z.discriminatedUnion("kind", [
  /** `id`: an id of a fact or the like, or words about one, which only those see who work with them. */
  z.object({ kind: z.enum(["text", "strong", "code"]), text: z.string(), id: z.literal(true).exactOptional() }),
  /**
   * A channel, a person or a role, `of` by the platform's own id: a platform shows it under its present name and pings
   * nobody. `text` is for where no name is known.
   */
  z.object({ kind: z.enum(["channel", "person", "role"]), text: z.string(), of: z.string() }),
  z.object({ kind: z.literal("link"), text: z.string(), href: z.string() }),
  /**
   * A known instant, in `seconds` since 1970. `text` is in UTC; a platform that knows its reader's time zone shows that
   * instead.
   */
  z.object({ kind: z.literal("instant"), text: z.string(), seconds: z.number() }),
]);
export type Inline = Immutable<z.infer<typeof INLINE>>;

/**
 * One citation, worded. `place` is `¶3` or `note 3`; `said` is who the source says it from; `also`: the place is cited,
 * and nobody gave its wording.
 */
const SOURCE = z.object({
  article: z.string(),
  outlet: z.string(),
  day: z.string().exactOptional(),
  place: z.string(),
  said: z.string().exactOptional(),
  also: z.literal(true).exactOptional(),
  excerpt: z.string().exactOptional(),
  href: z.string().exactOptional(),
  /** The language that it is worded in, if not English. */
  tongue: z.enum(TONGUES).exactOptional(),
});
export type Source = Immutable<z.infer<typeof SOURCE>>;

/** A table's cell: words, or words with emphasis and links. A column of ids alone is for those who work with them. */
const CELL = z.union([z.string(), z.array(INLINE)]);
export type Cell = Immutable<z.infer<typeof CELL>>;

/** Words of a picture: `dim` for where they stand. */
const RUN = z.object({ text: z.string(), as: z.enum(["strong", "dim"]).exactOptional() });
export type Run = Immutable<z.infer<typeof RUN>>;

/**
 * A picture of a table: rows of cells. `timeline`: rows of one round after another, the round first, then what is told,
 * then how; `columns`: what is compared, then a cell for each column of `head`.
 */
const PICTURE = z.object({
  form: z.enum(["timeline", "columns"]),
  title: z.string(),
  head: z.array(z.string()),
  rows: z.array(z.array(z.array(RUN))),
  /** The language that it is in; English where there is none. */
  tongue: z.enum(TONGUES).exactOptional(),
});
export type Picture = Immutable<z.infer<typeof PICTURE>>;

/** What only **Details** show: further wordings, other facts, how something was read. */
const FOLD = z.literal(true).exactOptional();

const BLOCK = z.discriminatedUnion("kind", [
  /** `of`: the facts that it tells, by id, where it is the first line of an answer. */
  z.object({ kind: z.literal("heading"), text: z.string(), of: z.array(z.string()).exactOptional(), fold: FOLD }),
  /** `of`: the facts that it compares, by id, where it says how sources differ. */
  z.object({
    kind: z.literal("paragraph"),
    text: z.array(INLINE),
    of: z.array(z.string()).exactOptional(),
    fold: FOLD,
  }),
  /** `id`: that of the fact which it quotes. Early replies have it at the end of `by`. */
  z.object({ kind: z.literal("quote"), text: z.string(), by: z.string(), id: z.string().exactOptional(), fold: FOLD }),
  z.object({ kind: z.literal("list"), items: z.array(z.array(INLINE)), fold: FOLD }),
  /** `caption`: empty where a line above says what it is. `tells`: for each row the facts that it tells, by id. */
  z.object({
    kind: z.literal("table"),
    caption: z.string(),
    head: z.array(z.string()),
    rows: z.array(z.array(CELL)),
    tells: z.array(z.array(z.string())).exactOptional(),
    fold: FOLD,
  }),
  /**
   * A picture of what the text of the reply says too; `alt` says it in words, at most 1,000 characters. It is left out
   * where it cannot be shown. `name`: of its file, without an ending.
   */
  z.object({ kind: z.literal("picture"), name: z.string(), alt: z.string(), picture: PICTURE }),
  /** The citations of the statement just before it: a renderer keeps the two together. `note` counts the outlets. */
  z.object({ kind: z.literal("sources"), note: z.string(), sources: z.array(SOURCE), fold: FOLD }),
  /** A file to hand over: `media` is its MIME type, `text` the whole of it. */
  z.object({ kind: z.literal("file"), name: z.string(), media: z.string(), text: z.string() }),
  z.object({ kind: z.literal("buttons"), buttons: z.array(BUTTON) }),
]);
export type Block = Immutable<z.infer<typeof BLOCK>>;
export type Table = Extract<Block, { readonly kind: "table" }>;

/** A fact as a reply quoted it. A later correction looks for it. */
const QUOTED = z.object({
  id: z.string(),
  revision: z.number(),
  /** In English. */
  statement: z.string(),
  /** The same as the reply words it, where that is in another language. */
  told: z.string().exactOptional(),
  sources: z.array(SOURCE),
  /** Ids of its claims, each that of the source at its place. Early replies kept none. */
  claims: z.array(z.string()).exactOptional(),
});
export type Quoted = Immutable<z.infer<typeof QUOTED>>;

/**
 * `plain` says the same in one line, for a notification, a screen reader and a platform that can show nothing else.
 * `mention` is the one role or user group that a post pings, by the platform's own id; a platform pings nobody else,
 * whatever the words are.
 */
export const REPLY = z.object({
  plain: z.string(),
  blocks: z.array(BLOCK),
  facts: z.array(QUOTED),
  /** How the words of a question were read, such as `“head of delegation” → Who led`. */
  matched: z.array(z.string()).exactOptional(),
  mention: z.object({ kind: z.enum(["role", "group"]), id: z.string() }).exactOptional(),
  /** The language that it is in, and what stands around it; English where there is none. */
  tongue: z.enum(TONGUES).exactOptional(),
});
export type Reply = Immutable<z.infer<typeof REPLY>>;

type Words = Extract<Inline, { readonly kind: "text" | "strong" | "code" }>;

export function text(words: string): Words {
  return { kind: "text", text: words };
}

export function strong(words: string): Words {
  return { kind: "strong", text: words };
}

export function code(words: string): Words {
  return { kind: "code", text: words };
}

/** Words that only those see who work with the ids of facts. */
export function forWork(one: Words): Inline {
  return { ...one, id: true };
}

/** An id, for those who work with it. */
export function idCode(id: string): Inline {
  return forWork(code(id));
}

export function instant(at: Temporal.Instant): Inline {
  return { kind: "instant", text: shortMoment(at), seconds: Math.floor(at.epochMilliseconds / 1000) };
}

/** What a platform shows by a name of its own. */
export function mention(kind: "channel" | "person" | "role", of: string, words: string): Inline {
  return { kind, of, text: words };
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

/** The same block, for **Details** alone. Buttons, files and pictures are never folded away. */
export function folded(block: Block): Block {
  return block.kind === "buttons" || block.kind === "file" || block.kind === "picture"
    ? block
    : { ...block, fold: true };
}

/** The words of inlines, without formatting. */
export function words(inlines: readonly Inline[]): string {
  return inlines.map((i) => i.text).join("");
}

/** Bold words, with names among them, are the label of what follows. */
export function isLabel(inlines: readonly Inline[]): boolean {
  const all = inlines.filter((one) => words([one]).trim() !== "");
  return all.some(({ kind }) => kind === "strong") && all.every(({ kind }) => LABELS.has(kind));
}
const LABELS: ReadonlySet<Inline["kind"]> = new Set(["strong", "channel", "person", "role"]);

/** A cell as inlines. */
export function cellInlines(cell: Cell): readonly Inline[] {
  return typeof cell === "string" ? (cell === "" ? [] : [text(cell)]) : cell;
}

export function cellWords(cell: Cell): string {
  return words(cellInlines(cell));
}

/** The same, as told in a language. */
export function toldIn<T extends Told>(what: T, tongue: Tongue | undefined): T {
  return tongue === undefined ? what : { ...what, tongue };
}

export function reply(plain: string, blocks: readonly Block[], facts: readonly Quoted[] = []): Reply {
  return { plain, blocks, facts };
}
