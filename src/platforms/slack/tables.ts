import { cellInlines, cellWords, type Cell, type Inline } from "#core/reply/reply.ts";
import { line } from "#core/text/text.ts";
import { STRUCTURE, type Part, type TableCell } from "./part.ts";
import { element, opened, rich } from "./rich.ts";

/**
 * docs: Table block: ≤ 100 rows with its head, ≤ 20 columns, ≤ 10,000 characters over the tables of a message, of which
 * there may be one. `size` is as it is written, so that a table and what stands around it fit one message.
 */
const TABLE = { rows: 100, columns: 20, size: 6000 } as const;
// What a column's setting takes, and what stands around a cell.
const SETTING = 22;
const COMMA = 5;
const EMPTY: TableCell = { type: "raw_text", text: "–" };

/**
 * A table where messages hold it, its head over each part; else its rows as items: first cell, then each other one
 * under its column's name.
 */
export function tabled(head: readonly string[], rows: readonly (readonly Cell[])[]): readonly Part[] {
  const [titles = [], ...cells] = [head, ...rows].map((row) => row.map(tableCell));
  const room = TABLE.size - written(titles);
  const wide = titles.length > TABLE.columns || cells.some((row) => row.length > titles.length || written(row) > room);
  if (titles.length === 0 || cells.length === 0 || wide) return rows.flatMap((row) => rowItem(head, row));
  const tables: (readonly TableCell[])[][] = [];
  let used = room + 1;
  for (const row of cells) {
    used += written(row);
    if (used > room || tables.at(-1)?.length === TABLE.rows) {
      tables.push([titles]);
      used = written(row);
    }
    tables.at(-1)?.push(titles.map((_, i) => row[i] ?? EMPTY));
  }
  return tables.map((some, i) => ({ kind: "table", rows: some, joined: i === 0, size: sizeOf(some) }));
}

/** Words alone are written in the shortest way. */
function tableCell(cell: Cell): TableCell {
  const inlines = cellInlines(cell);
  const elements = inlines.flatMap(opened).flatMap(element);
  if (elements.length === 0) return EMPTY;
  if (inlines.every(({ kind }) => kind === "text")) return { type: "raw_text", text: line(cellWords(cell)) || "–" };
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements }] };
}

function sizeOf(rows: readonly (readonly TableCell[])[]): number {
  return rows.reduce((sum, row) => sum + written(row), STRUCTURE + (rows[0]?.length ?? 0) * SETTING);
}

function written(row: readonly TableCell[]): number {
  return JSON.stringify(row).length + row.length * COMMA;
}

function rowItem(head: readonly string[], [first = "", ...rest]: readonly Cell[]): readonly Part[] {
  return rich("item", [
    { kind: "strong", text: cellWords(first) },
    ...rest.flatMap((cell, i): readonly Inline[] => {
      const inlines = cellInlines(cell);
      return inlines.length === 0 ? [] : [{ kind: "text", text: ` · ${head[i + 1] ?? ""}: ` }, ...inlines];
    }),
  ]);
}
