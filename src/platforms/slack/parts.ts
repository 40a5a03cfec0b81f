import type { Button } from "#core/request/call.ts";
import { splitText } from "#core/chat/split.ts";
import { sourceInlines } from "#core/reply/citation.ts";
import { isLabel, type Block, type Reply, type Source } from "#core/reply/reply.ts";
import { clean } from "#core/text/text.ts";
import { citation, literal, unquoted } from "./escape.ts";
import { STRUCTURE, type Part } from "./part.ts";
import { PART_MAX, plain, rich } from "./rich.ts";
import { tabled } from "./tables.ts";

/** docs: Header block ≤ 150. Actions block ≤ 25. */
const HEADER_MAX = 150;
const ROW_MAX = 25;
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
      return isLabel(block.text) ? rich("line", block.text).map(heads) : rich("line", block.text);
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
    case "picture":
      // Shown once it is uploaded: see illustrate.ts.
      return [];
    case "buttons":
      return rowsOf(block.buttons);
  }
}

function heads(part: Part): Part {
  return "elements" in part ? { ...part, heads: true } : part;
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
