import type { Button } from "#core/request/call.ts";
import { isLabel, type Block, type Inline, type Picture, type Reply } from "#core/reply/reply.ts";
import { shorten } from "#core/text/text.ts";
import { citation, inlines, plain } from "./markdown.ts";
import { tableLines } from "./table.ts";
import { splitInlines, splitText } from "#core/chat/split.ts";

/** A part of a reply that is never parted: so much markdown, a row of buttons, or a file. */
export type Fragment =
  /**
   * `heading` begins a section; `heads`: what follows stands under it; `joined` stays with the fragment before it: a
   * citation with its statement. It goes on in the same line, but for small print, quotations and what has an
   * `ownLine`.
   */
  | {
      readonly kind: "text";
      readonly markdown: string;
      readonly heading: boolean;
      readonly joined: boolean;
      readonly heads?: boolean;
      readonly ownLine?: boolean;
    }
  | { readonly kind: "picture"; readonly name: string; readonly alt: string; readonly picture: Picture }
  | { readonly kind: "buttons"; readonly buttons: readonly Button[] }
  | { readonly kind: "file"; readonly name: string; readonly media: string; readonly text: string };

type TextFragment = Extract<Fragment, { readonly kind: "text" }>;

/** Most characters of one fragment. A page has room for several, so that little of it stays empty. */
const FRAGMENT_MAX = 1500;
const ROW = 5;
const NOTE_MAX = 300;

export function fragments(reply: Reply): readonly Fragment[] {
  return reply.blocks.flatMap(blockFragments);
}

export function buttonsOf(some: readonly Fragment[]): readonly Button[] {
  return some.flatMap((fragment) => (fragment.kind === "buttons" ? fragment.buttons : []));
}

export function picturesOf(some: readonly Fragment[]): readonly Picture[] {
  return some.flatMap((fragment) => (fragment.kind === "picture" ? [fragment.picture] : []));
}

function blockFragments(block: Block): readonly Fragment[] {
  switch (block.kind) {
    case "heading":
      return splitText(block.text, FRAGMENT_MAX / 3).map((t) => words(`### ${plain(t.replace(/\s+/gu, " "))}`, true));
    case "paragraph":
      return paragraphs(block.text, "").map((one) => (isLabel(block.text) ? { ...one, heads: true } : one));
    case "quote":
      return [
        ...splitText(`“${block.text}”`, FRAGMENT_MAX / 3).map((t) => words(quoted(plain(t)))),
        ...splitText(`— ${block.by}`, FRAGMENT_MAX / 3).map((t) => words(quoted(plain(t)), false, true)),
      ];
    case "list":
      return block.items.flatMap((item) => paragraphs(item, "- "));
    case "table":
      return tableLines(block, FRAGMENT_MAX / 3).map(({ goesOn, ...line }) => ({
        kind: "text",
        ...line,
        ...(goesOn ? {} : { ownLine: true }),
      }));
    case "sources":
      return cited(block.note, block.sources.map(citation));
    case "file":
    case "picture":
      return [block];
    case "buttons":
      return Array.from({ length: Math.ceil(block.buttons.length / ROW) }, (_, i) => ({
        kind: "buttons",
        buttons: block.buttons.slice(i * ROW, (i + 1) * ROW),
      }));
  }
}

function words(markdown: string, heading = false, joined = false): TextFragment {
  return { kind: "text", markdown, heading, joined };
}

function paragraphs(all: readonly Inline[], prefix: string): readonly TextFragment[] {
  return splitInlines(all, FRAGMENT_MAX / 3)
    .map(inlines)
    .filter((m) => m.trim() !== "")
    .map((m, i) => words(`${i === 0 ? prefix : ""}${m}`, false, i > 0));
}

function quoted(markdown: string): string {
  return markdown
    .split("\n")
    .map((line) => `> ${line}`)
    .join("\n");
}

/** Citations in small print, as many to a fragment as fit; a citation is never parted. */
function cited(note: string, citations: readonly string[]): readonly Fragment[] {
  const lines: string[] = [];
  let line = `-# ${plain(shorten(note, NOTE_MAX))}: `;
  let empty = true;
  for (const one of citations) {
    if (!empty && line.length + one.length > FRAGMENT_MAX) {
      lines.push(line);
      line = "-# ";
      empty = true;
    }
    line += empty ? one : `; ${one}`;
    empty = false;
  }
  return [...lines, line].map((l) => words(l, false, true));
}
