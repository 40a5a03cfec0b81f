import { sourceInlines } from "#core/reply/citation.ts";
import { cellWords, words, type Block, type Reply } from "#core/reply/reply.ts";

/** A reply as lines of text, with its citations and without its buttons. */
export function plainText(reply: Reply): string {
  return reply.blocks.flatMap(lines).join("\n");
}

function lines(block: Block): readonly string[] {
  switch (block.kind) {
    case "heading":
      return [block.text];
    case "paragraph":
      return [words(block.text)];
    case "quote":
      return [`“${block.text}” — ${block.by}`];
    case "list":
      return block.items.map((item) => `- ${words(item)}`);
    case "table":
      return [
        ...(block.caption === "" ? [] : [block.caption]),
        block.head.join(" | "),
        ...block.rows.map((row) => row.map(cellWords).join(" | ")),
      ];
    case "sources":
      return [`${block.note}: ${block.sources.map((s) => words(sourceInlines(s))).join("; ")}`];
    case "file":
      return block.text.trimEnd().split("\n");
    case "picture":
      // Its text says the same.
      return [];
    case "buttons":
      return [];
  }
}
