import type { Button } from "#core/request/call.ts";
import type { types } from "@slack/bolt";
import { splitInlines, splitText } from "#core/chat/split.ts";
import { sourceInlines } from "#core/reply/citation.ts";
import type { Block, Inline, Reply, Source } from "#core/reply/reply.ts";
import { clean, line } from "#core/text/text.ts";
import { citation, linkable, literal, unquoted } from "./escape.ts";

type Rich = types.RichTextElement;

/**
 * A part of a reply that is never parted over two messages. `joined`: it stays with the one before it. `size`: the
 * characters that it is written with, those of its structure too.
 */
export type Part = { readonly joined: boolean; readonly size: number } & (
  | { readonly kind: "header"; readonly text: string }
  | { readonly kind: "line" | "item" | "quote" | "code"; readonly elements: readonly Rich[] }
  | { readonly kind: "context"; readonly mrkdwn: string }
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "buttons"; readonly buttons: readonly Button[] }
);

/**
 * docs: Header block ≤ 150. Actions block ≤ 25. Table block ≤ 100 rows with its head, 20 columns, 10,000 characters a
 * message.
 */
const HEADER_MAX = 150;
const ROW_MAX = 25;
const TABLE = { rows: 100, columns: 20, size: 7000 } as const;
const CELL = 30;
const STRUCTURE = 100;
/** Most characters of one part: a message has room for several. */
const PART_MAX = 1500;
/** The same as it is written: a part stays below half a message. */
const WRITTEN_MAX = 3500;
const CITED_MAX = 2500;
const NOTE_MAX = 300;

export function parts(reply: Reply): readonly Part[] {
  return reply.blocks.flatMap(blockParts);
}

export function buttonsOf(some: readonly Part[]): readonly Button[] {
  return some.flatMap((part) => (part.kind === "buttons" ? part.buttons : []));
}

function blockParts(block: Block): readonly Part[] {
  switch (block.kind) {
    case "heading":
      return headed(block.text);
    case "paragraph":
      return rich("line", block.text);
    case "quote":
      return [
        ...rich("quote", [{ kind: "text", text: `“${block.text}”` }]),
        ...rich("quote", [{ kind: "text", text: `— ${block.by}` }]).map((p) => ({ ...p, joined: true })),
      ];
    case "list":
      return block.items.flatMap((item) => rich("item", item));
    case "table":
      return [...rich("line", [{ kind: "strong", text: block.caption }]), ...tabled(block.head, block.rows)];
    case "sources":
      return cited(block.note, block.sources);
    case "file":
      return [
        ...rich("line", [{ kind: "strong", text: block.name }]),
        ...lines(block.text).map((text) => ({
          kind: "code" as const,
          elements: [plain(text)],
          joined: false,
          size: JSON.stringify(text).length + STRUCTURE,
        })),
      ];
    case "buttons":
      return rowsOf(block.buttons);
  }
}

function headed(text: string): readonly Part[] {
  const words = clean(text).text.replace(/\s+/gu, " ").trim();
  if (words === "") return [];
  if (words.length > HEADER_MAX) return rich("line", [{ kind: "strong", text: words }]);
  return [{ kind: "header", text: words, joined: false, size: words.length + STRUCTURE }];
}

function rowsOf(all: readonly Button[]): readonly Part[] {
  return Array.from({ length: Math.ceil(all.length / ROW_MAX) }, (_, i) => {
    const buttons = all.slice(i * ROW_MAX, (i + 1) * ROW_MAX);
    const size = buttons.reduce((sum, { label }) => sum + Math.min(label.length, 75) + STRUCTURE, 0);
    return { kind: "buttons", buttons, joined: false, size };
  });
}

function rich(kind: "line" | "item" | "quote", all: readonly Inline[]): readonly Part[] {
  return splitInlines(all.flatMap(opened), PART_MAX)
    .flatMap((run) => bounded(run.flatMap(element)))
    .map((elements, i) => ({ kind, elements, size: JSON.stringify(elements).length + STRUCTURE, joined: i > 0 }));
}

// Many short elements and long addresses take room too, which the number of letters does not tell.
function bounded(elements: readonly Rich[]): readonly (readonly Rich[])[] {
  const runs: Rich[][] = [];
  let used = WRITTEN_MAX;
  for (const one of elements) {
    const size = JSON.stringify(one).length;
    used += size;
    if (used > WRITTEN_MAX) {
      runs.push([]);
      used = size;
    }
    runs.at(-1)?.push(one);
  }
  return runs;
}

/**
 * A link's own words stand as text before it, since its label is always its host; they may then be parted as any text.
 */
function opened(one: Inline): readonly Inline[] {
  if (one.kind !== "link") return [one];
  const link = linkable(one.href);
  if (link === undefined) {
    const also = one.text === one.href || one.href === "" ? "" : ` (${one.href})`;
    return [{ kind: "text", text: `${one.text}${also}` }];
  }
  const linked: Inline = { kind: "link", text: link.host, href: link.url };
  if (one.text === one.href || clean(one.text).text === "") return [linked];
  return [{ kind: "text", text: `${one.text} (` }, linked, { kind: "text", text: ")" }];
}

function plain(text: string, style?: { bold: true } | { code: true }): Rich {
  return { type: "text", text, ...(style === undefined ? {} : { style }) };
}

// An element of a message that one person sees, or that was edited, notifies nobody.
function named(kind: "channel" | "person" | "role", id: string): Rich {
  if (kind === "channel") return { type: "channel", channel_id: id };
  return kind === "person" ? { type: "user", user_id: id } : { type: "usergroup", usergroup_id: id };
}

// Rich text is read letter by letter: no mention, mark or address in a text element is live (docs: Rich text block).
function element(one: Inline): readonly Rich[] {
  const text = clean(one.text).text;
  switch (one.kind) {
    case "text":
      return text === "" ? [] : [plain(text)];
    case "strong":
      return text === "" ? [] : [plain(text, { bold: true })];
    case "code":
      return text === "" ? [] : [plain(text, { code: true })];
    case "link":
      return [{ type: "link", url: one.href, text: one.text }];
    case "channel":
    case "person":
    case "role":
      return [/^[A-Z0-9]{1,25}$/u.test(one.of) ? named(one.kind, one.of) : plain(text)];
    case "instant":
      return [{ type: "date", timestamp: one.seconds, format: "{date_short_pretty} {time}", fallback: one.text }];
  }
}

/**
 * A table where messages hold it, its head over each part; else its rows as items: first cell, then each other one
 * under its column's name.
 */
function tabled(head: readonly string[], rows: readonly (readonly string[])[]): readonly Part[] {
  const [titles = [], ...cells] = [head, ...rows].map((row) => row.map((cell) => line(cell) || "–"));
  const room = TABLE.size - written(titles);
  const wide = titles.length > TABLE.columns || cells.some((row) => row.length > titles.length || written(row) > room);
  if (titles.length === 0 || cells.length === 0 || wide) return rows.flatMap((row) => rowItem(head, row));
  const tables: (readonly string[])[][] = [];
  let used = room + 1;
  for (const row of cells) {
    used += written(row);
    if (used > room || tables.at(-1)?.length === TABLE.rows) {
      tables.push([titles]);
      used = written(row);
    }
    tables.at(-1)?.push(titles.map((_, i) => row[i] ?? "–"));
  }
  return tables.map((some, i) => ({ kind: "table", rows: some, joined: i === 0, size: sizeOf(some) }));
}

function sizeOf(rows: readonly (readonly string[])[]): number {
  return rows.reduce((sum, row) => sum + written(row), STRUCTURE);
}

function written(row: readonly string[]): number {
  return JSON.stringify(row).length + row.length * CELL;
}

function rowItem(head: readonly string[], [first = "", ...rest]: readonly string[]): readonly Part[] {
  return rich("item", [
    { kind: "strong", text: first },
    { kind: "text", text: rest.flatMap((c, i) => (c === "" ? [] : [` · ${head[i + 1] ?? ""}: ${c}`])).join("") },
  ]);
}

/**
 * Citations in small print, as many to a part as fit; a citation is never parted, unless it alone is longer than small
 * print may be.
 */
function cited(note: string, sources: readonly Source[]): readonly Part[] {
  const all: Part[] = [];
  const long = literal(note).length > NOTE_MAX;
  if (long) all.push(...rich("line", [{ kind: "text", text: `${note}:` }]).map((part) => ({ ...part, joined: true })));
  let small = long ? "" : `${literal(note)}: `;
  let empty = true;
  const flush = (): void => {
    small = unquoted(small);
    if (small !== "")
      all.push({ kind: "context", mrkdwn: small, joined: true, size: JSON.stringify(small).length + STRUCTURE });
    [small, empty] = ["", true];
  };
  for (const source of sources) {
    const one = citation(source);
    if (one.length > CITED_MAX) {
      flush();
      all.push(...rich("line", sourceInlines(source)).map((part) => ({ ...part, joined: true })));
    } else {
      if (!empty && small.length + one.length > CITED_MAX) flush();
      small += empty ? one : `; ${one}`;
      empty = false;
    }
  }
  flush();
  return all;
}

/** A file's text in parts, at its line ends. */
function lines(text: string): readonly string[] {
  const found: string[] = [];
  for (const one of clean(text)
    .text.split("\n")
    .flatMap((l) => splitText(l, PART_MAX))) {
    const last = found.at(-1);
    if (last !== undefined && last.length + one.length < PART_MAX) found[found.length - 1] = `${last}\n${one}`;
    else found.push(one);
  }
  return found.filter((f) => f !== "");
}
