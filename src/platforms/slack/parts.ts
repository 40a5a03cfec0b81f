import type { types } from "@slack/bolt";
import { splitInlines, splitText } from "#core/chat/split.ts";
import type { Block, Button, Inline, Reply } from "#core/reply.ts";
import { clean, shorten } from "#core/text.ts";
import { citation, linkable, literal } from "./escape.ts";

type Rich = types.RichTextElement;

/** A part of a reply that is never parted over two messages. `joined`: it stays with the one before it. */
export type Part = { readonly joined: boolean; readonly size: number } & (
  | { readonly kind: "header"; readonly text: string }
  | { readonly kind: "line" | "item" | "quote" | "code"; readonly elements: readonly Rich[] }
  | { readonly kind: "context"; readonly mrkdwn: string }
  | { readonly kind: "table"; readonly rows: readonly (readonly string[])[] }
  | { readonly kind: "buttons"; readonly buttons: readonly Button[] }
);

/** docs: Header block ≤ 150. Table block ≤ 100 rows with its head, 20 columns, 10,000 characters a message. */
const HEADER_MAX = 150;
export const TABLE = { rows: 100, columns: 20, characters: 6000 } as const;
/** Most characters of one part: a message has room for several. */
const PART_MAX = 1500;
const CITED_MAX = 2500;
const NOTE_MAX = 300;

export function parts(reply: Reply): readonly Part[] {
  return reply.blocks.flatMap(blockParts);
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
      return cited(block.note, block.sources.map(citation));
    case "file":
      return [
        ...rich("line", [{ kind: "strong", text: block.name }]),
        ...lines(block.text).map((text) => ({
          kind: "code" as const,
          elements: [plain(text)],
          joined: false,
          size: text.length,
        })),
      ];
    case "buttons":
      return [{ kind: "buttons", buttons: block.buttons, joined: false, size: 0 }];
  }
}

function headed(text: string): readonly Part[] {
  const words = clean(text).text.replace(/\s+/gu, " ").trim();
  if (words === "") return [];
  if (words.length > HEADER_MAX) return rich("line", [{ kind: "strong", text: words }]);
  return [{ kind: "header", text: words, joined: false, size: words.length }];
}

function rich(kind: "line" | "item" | "quote", all: readonly Inline[]): readonly Part[] {
  return splitInlines(all, PART_MAX)
    .map((run) => ({ elements: run.flatMap(element), size: run.reduce((sum, i) => sum + i.text.length, 0) }))
    .filter(({ elements }) => elements.length > 0)
    .map(({ elements, size }, i) => ({ kind, elements, size, joined: i > 0 }));
}

function plain(text: string, style?: { bold: true } | { code: true }): Rich {
  return { type: "text", text, ...(style === undefined ? {} : { style }) };
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
    case "link": {
      const link = linkable(one.href);
      if (link === undefined) return text === "" ? [] : [plain(text)];
      const linked: Rich = { type: "link", url: link.url, text: link.host };
      return one.text === one.href || text === "" ? [linked] : [plain(`${text} (`), linked, plain(")")];
    }
    case "instant":
      return [{ type: "date", timestamp: one.seconds, format: "{date_short_pretty} {time}", fallback: one.text }];
  }
}

/** A table where its message holds it, else its rows as items: first cell, then each other one under its column's name. */
function tabled(head: readonly string[], rows: readonly (readonly string[])[]): readonly Part[] {
  const all = [head, ...rows].map((row) => head.map((_, i) => clean(row[i] ?? "").text.trim() || "–"));
  const size = all.flat().reduce((sum, cell) => sum + cell.length, 0);
  if (all.length <= TABLE.rows && head.length <= TABLE.columns && head.length > 0 && size <= TABLE.characters)
    return [{ kind: "table", rows: all, joined: true, size }];
  return rows.flatMap(([first = "", ...rest]) =>
    rich("item", [
      { kind: "strong", text: first },
      { kind: "text", text: rest.flatMap((c, i) => (c === "" ? [] : [` · ${head[i + 1] ?? ""}: ${c}`])).join("") },
    ]),
  );
}

/** Citations in small print, as many to a part as fit; a citation is never parted. */
function cited(note: string, citations: readonly string[]): readonly Part[] {
  const all: string[] = [];
  let line = `${literal(shorten(note, NOTE_MAX))}: `;
  let empty = true;
  for (const one of citations) {
    if (!empty && line.length + one.length > CITED_MAX) {
      all.push(line);
      [line, empty] = ["", true];
    }
    line += empty ? one : `; ${one}`;
    empty = false;
  }
  return [...all, line].map((mrkdwn) => ({ kind: "context", mrkdwn, joined: true, size: mrkdwn.length }));
}

/** A file's text in parts, at its line ends. */
function lines(text: string): readonly string[] {
  const found: string[] = [];
  for (const line of clean(text)
    .text.split("\n")
    .flatMap((l) => splitText(l, PART_MAX))) {
    const last = found.at(-1);
    if (last !== undefined && last.length + line.length < PART_MAX) found[found.length - 1] = `${last}\n${line}`;
    else found.push(line);
  }
  return found.filter((f) => f !== "");
}
