import { cellInlines, cellWords, paragraph, strong, text, type Block, type Cell, type Inline } from "./reply.ts";

/** One row: its cells, the facts that it tells, by id. */
export interface Row {
  readonly cells: readonly Cell[];
  readonly of: readonly string[];
}

/**
 * A table, and above it what is the same in all of its rows: a column of one value is said once. The first column says
 * what a row is about and stays, as does one of ids. `caption`: empty where a line above says what it is.
 */
export function tableBlocks(caption: string, head: readonly string[], rows: readonly Row[]): readonly Block[] {
  const same = head.flatMap((_, c) => (isOneValue(rows, c) ? [c] : []));
  // A table of one column alone is a list without bullets.
  const once = same.length === head.length - 1 ? same.slice(1) : same;
  const kept = head.flatMap((_, c) => (once.includes(c) ? [] : [c]));
  const said = once.flatMap((c, i): readonly Inline[] => [
    ...(i === 0 ? [] : [text(" · ")]),
    strong(`${head[c] ?? ""}: `),
    ...cellInlines(rows[0]?.cells[c] ?? ""),
  ]);
  return [
    ...(said.length === 0 ? [] : [paragraph(...said)]),
    {
      kind: "table",
      caption,
      head: kept.map((c) => head[c] ?? ""),
      rows: rows.map(({ cells }) => kept.map((c) => cells[c] ?? "")),
      tells: rows.map(({ of }) => of),
    },
  ];
}

function isOneValue(rows: readonly Row[], column: number): boolean {
  if (column === 0 || rows.length < 2) return false;
  const cells = rows.map(({ cells }) => cells[column] ?? "");
  const [first] = cells;
  if (first === undefined || cellInlines(first).some((one) => "id" in one)) return false;
  return cellWords(first) !== "" && new Set(cells.map(cellWords)).size === 1;
}
