import { cellInlines, words, type Block, type Inline, type Reply, type Table } from "./reply.ts";

/** Who reads a reply, and how much of it. */
export interface Reading {
  /** Whether they work with the ids of facts. */
  readonly ids: boolean;
  /** Whether they asked for the details. */
  readonly details: boolean;
}

/** Whether a reply has more to tell under **Details**. */
export function hasDetails({ blocks }: Reply): boolean {
  return blocks.some(isFolded);
}

/** All of a reply, its details among the rest. */
export function unfolded(reply: Reply): Reply {
  return { ...reply, blocks: reply.blocks.map(withoutFold) };
}

/** A reply as somebody reads it. */
export function readable(reply: Reply, { ids, details }: Reading): Reply {
  const told = reply.blocks.filter((block) => details || !isFolded(block));
  return { ...reply, blocks: told.flatMap((block) => (ids ? [withId(block)] : withoutIds(block))) };
}

function isFolded(block: Block): boolean {
  return "fold" in block;
}

function withoutFold(block: Block): Block {
  if (!("fold" in block)) return block;
  const { fold: _fold, ...open } = block;
  return open;
}

function withId(block: Block): Block {
  return block.kind === "quote" && block.id !== undefined ? { ...block, by: `${block.by} · ${block.id}` } : block;
}

function withoutIds(block: Block): readonly Block[] {
  if (block.kind === "paragraph") {
    const text = freed(block.text);
    return words(text).trim() === "" && block.text.length > 0 ? [] : [{ ...block, text }];
  }
  if (block.kind === "table") return [tableWithoutIds(block)];
  if (block.kind !== "list") return [block];
  const items = block.items.map(freed).filter((item) => item.length > 0);
  return items.length === 0 ? [] : [{ ...block, items }];
}

/** A table without the ids in its cells, and without the columns that hold nothing else. */
function tableWithoutIds(table: Table): Table {
  const isIds = (c: number): boolean => {
    const cells = table.rows.map((row) => cellInlines(row[c] ?? ""));
    return cells.some((cell) => cell.length > 0) && cells.every((cell) => freed(cell).length === 0);
  };
  const kept = table.head.flatMap((_, c) => (isIds(c) ? [] : [c]));
  return {
    ...table,
    head: kept.map((c) => table.head[c] ?? ""),
    rows: table.rows.map((row) => kept.map((c) => freed(cellInlines(row[c] ?? "")))),
  };
}

/** Inlines without the ids in them, and without the space that stood before each, or after the one that begins. */
function freed(inlines: readonly Inline[]): readonly Inline[] {
  return inlines.flatMap((one, i): readonly Inline[] => {
    if (isId(one)) return [];
    if (one.kind !== "text") return [one];
    const [before, after] = [inlines[i - 1], inlines[i + 1]];
    const begun = i === 1 && before !== undefined && isId(before) ? one.text.trimStart() : one.text;
    const text = after !== undefined && isId(after) ? begun.trimEnd() : begun;
    return text === "" ? [] : [{ ...one, text }];
  });
}

function isId(one: Inline): boolean {
  return "id" in one && one.id;
}
