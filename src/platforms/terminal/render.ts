import type { Button } from "#core/request/call.ts";
import { styleText } from "node:util";
import stringWidth from "fast-string-width";
import { wrapAnsi } from "fast-wrap-ansi";
import { sourceInlines } from "#core/reply/citation.ts";
import { words, type Block, type Inline, type Reply } from "#core/reply/reply.ts";
import { tableLines } from "./table.ts";

/** How a reply is written: `width` in columns, at least 20; `colour` only where somebody sees it. */
export interface Paper {
  readonly width: number;
  readonly colour: boolean;
}

/** A reply as plain text. Buttons become numbered choices, from 1, in the order of `choices`. */
export function render(reply: Reply, paper: Paper): string {
  let number = 0;
  const parts = reply.blocks
    .filter(({ kind }) => kind !== "picture")
    .map((block) => {
      const lines = blockLines(block, paper, number);
      if (block.kind === "buttons") number += block.buttons.length;
      return { kind: block.kind, lines };
    });
  return parts
    .map(({ kind, lines }, i) => `${i > 0 && apart(parts[i - 1]?.kind, kind) ? "\n" : ""}${lines.join("\n")}`)
    .join("\n");
}

// An empty line before a heading and before buttons, and after the sources that end a statement.
function apart(before: Block["kind"] | undefined, kind: Block["kind"]): boolean {
  return kind === "heading" || kind === "buttons" || before === "sources";
}

/** The buttons of a reply in the order of their numbers. */
export function choices(reply: Reply): readonly Button[] {
  return reply.blocks.flatMap((b) => (b.kind === "buttons" ? b.buttons : []));
}

function blockLines(block: Block, paper: Paper, number: number): readonly string[] {
  switch (block.kind) {
    case "heading":
      return wrapped(style("bold", block.text, paper), paper, "", "");
    case "paragraph":
      return wrapped(inlines(block.text, paper), paper, "", "");
    case "quote":
      return [
        ...wrapped(`“${block.text}”`, paper, "  │ ", "  │ "),
        ...wrapped(`— ${block.by}${block.id === undefined ? "" : ` · ${block.id}`}`, paper, "  │ ", "  │ "),
      ];
    case "list":
      return block.items.flatMap((item) => wrapped(inlines(item, paper), paper, "  • ", "    "));
    case "table":
      return tableLines(block, paper.width);
    case "sources": {
      // The addresses are in /talks sources; here they would drown the outlets.
      const all = block.sources.map((s) => words(sourceInlines(s))).join("; ");
      return wrapped(style("dim", `${block.note}: ${all}`, paper), paper, "    ", "    ");
    }
    case "file":
      return block.text.replace(/\n$/u, "").split("\n");
    case "picture":
      // Its text says the same.
      return [];
    case "buttons":
      return wrapped(
        block.buttons.map((b, i) => `${style("cyan", `[${number + i + 1}]`, paper)} ${b.label}`).join("  "),
        paper,
        "",
        "",
      );
  }
}

function inlines(all: readonly Inline[], paper: Paper): string {
  return all
    .map((i) => {
      switch (i.kind) {
        case "text":
        case "channel":
        case "person":
        case "role":
        case "instant":
          return i.text;
        case "strong":
          return style("bold", i.text, paper);
        case "code":
          return style("green", i.text, paper);
        case "link":
          return i.text === i.href ? i.href : `${i.text} <${i.href}>`;
      }
    })
    .join("");
}

function style(format: "bold" | "dim" | "green" | "cyan", text: string, paper: Paper): string {
  return paper.colour ? styleText(format, text, { validateStream: false }) : text;
}

function wrapped(text: string, paper: Paper, first: string, rest: string): readonly string[] {
  const width = Math.max(20, paper.width) - stringWidth(first);
  // A broken address cannot be opened: the terminal itself may wrap that one line.
  return wrapAnsi(text, width, { hard: !text.includes("://"), trim: true })
    .split("\n")
    .map((line, i) => `${i === 0 ? first : rest}${line}`);
}
