import { splitInlines } from "#core/chat/split.ts";
import { cellInlines, cellWords, type Cell, type Inline, type Table } from "#core/reply/reply.ts";
import { inlines } from "./markdown.ts";

type Row = readonly Cell[];

/**
 * A line of a table. `heading` begins a section; `heads`: what follows stands under it; `joined`: it stays with the one
 * before it; `goesOn`: in the same line.
 */
export interface TableLine {
  readonly markdown: string;
  readonly heading: boolean;
  readonly heads: boolean;
  readonly joined: boolean;
  readonly goesOn: boolean;
}

/** In a row longer than this, or of a longer cell, nobody sees on a phone where a cell begins. */
const ROW_MAX = 110;
const CELL_MAX = 100;

/**
 * A table as lines that a narrow screen can wrap: Discord has no tables, and a code block breaks its columns on a
 * phone. A row of short cells is one line; of long ones, its first cell in bold and a line for each other one. Rows
 * that begin alike stand under that beginning, `max` characters a piece at most.
 */
export function tableLines({ caption, head, rows }: Table, max: number): readonly TableLine[] {
  const captions = pieces([{ kind: "strong", text: caption }], max).map((piece) => ({ ...piece, heads: true }));
  const groups = grouped(rows);
  if (head.length < 3 || groups.length * 2 > rows.length) return [...captions, ...body(head, rows, max)];
  const sections = groups.flatMap(([title, some]): readonly TableLine[] => [
    ...pieces([{ kind: "text", text: title }], max).map((piece, i) => ({
      ...piece,
      markdown: i === 0 ? `### ${piece.markdown}` : piece.markdown,
      heading: i === 0,
      heads: true,
    })),
    ...body(
      head.slice(1),
      some.map((row) => row.slice(1)),
      max,
    ),
  ]);
  return [...captions, ...sections];
}

/** Rows in a row that begin alike, under what they begin with. */
function grouped(rows: readonly Row[]): readonly (readonly [string, readonly Row[]])[] {
  const groups: [string, Row[]][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    const title = cellWords(row[0] ?? "");
    if (last?.[0] === title) last[1].push(row);
    else groups.push([title, [row]]);
  }
  return groups;
}

function body(head: readonly string[], rows: readonly Row[], max: number): readonly TableLine[] {
  if (head.length < 3)
    return grouped(rows).flatMap(([, some]) =>
      some.length > 1 && head.length > 1 ? listed(some, max) : inOne(head, some[0], max),
    );
  const lengths = rows.map((row) => row.slice(1).map(shownLength));
  const totals = lengths.map((some) => some.reduce((a, b) => a + b, 0)).toSorted((a, b) => a - b);
  const isShort = (totals[Math.floor(totals.length / 2)] ?? 0) <= ROW_MAX && Math.max(0, ...lengths.flat()) <= CELL_MAX;
  return rows.flatMap((row) => (isShort ? inOne(head, row, max) : inLines(head, row, max)));
}

/** Rows of two cells that begin alike: what they begin with, and an item for each. */
function listed(rows: readonly Row[], max: number): readonly TableLine[] {
  const title = pieces(bold(rows[0]?.[0] ?? ""), max).map((piece) => ({ ...piece, heads: true }));
  const items = rows.flatMap(([, cell = ""]) =>
    pieces(cellInlines(cell), max).map((piece) =>
      piece.goesOn ? piece : { ...piece, markdown: `- ${piece.markdown}` },
    ),
  );
  return [...title, ...items];
}

/** `**The Gazette** — 12 facts`, with the names of columns where there are several. */
function inOne(head: readonly string[], row: Row | undefined, max: number): readonly TableLine[] {
  const [first = "", ...rest] = row ?? [];
  const cells = rest.flatMap((cell, i): readonly Inline[] => {
    if (cellWords(cell).trim() === "") return [];
    const name = head.length > 2 && head[i + 1] !== "" ? `${head[i + 1] ?? ""}: ` : "";
    return [{ kind: "text", text: ` · ${name}` }, ...cellInlines(cell)];
  });
  const [start, ...others] = cells;
  const dash: readonly Inline[] = start === undefined ? [] : [{ ...start, text: start.text.replace(" · ", " — ") }];
  return pieces([...bold(first), ...dash, ...others], max);
}

/** The first cell in bold under an empty line, and a line for each other one. */
function inLines(head: readonly string[], [first = "", ...rest]: Row, max: number): readonly TableLine[] {
  const [title, ...more] = pieces(bold(first), max);
  const lines = rest.flatMap((cell, i) => {
    if (cellWords(cell).trim() === "") return [];
    const name: Inline = { kind: "text", text: `${head[i + 1] ?? ""}: ` };
    return pieces([...(head[i + 1] === "" ? [] : [name]), ...cellInlines(cell)], max).map((piece) => ({
      ...piece,
      joined: true,
    }));
  });
  return [...(title === undefined ? [] : [{ ...title, markdown: `\n${title.markdown}` }]), ...more, ...lines];
}

/** A link is shown as its host. */
function shownLength(cell: Cell): number {
  return cellInlines(cell).reduce((sum, one) => sum + (one.kind === "link" ? hostOf(one) : one.text).length, 0);
}

function hostOf({ href, text }: Extract<Inline, { readonly kind: "link" }>): string {
  const host = URL.parse(href)?.hostname ?? href;
  return text === href ? host : `${text} (${host})`;
}

function pieces(all: readonly Inline[], max: number): readonly TableLine[] {
  return splitInlines(all, max)
    .map((run) => inlines(run).trimEnd())
    .filter((markdown) => markdown.trim() !== "")
    .map((markdown, i) => ({ markdown, heading: false, heads: false, joined: i > 0, goesOn: i > 0 }));
}

/** What a row begins with, in bold where nothing of it is. */
function bold(cell: Cell): readonly Inline[] {
  const all = cellInlines(cell);
  if (all.some(({ kind }) => kind === "strong")) return all;
  return all.map((one) => (one.kind === "text" ? { kind: "strong", text: one.text } : one));
}
