import type { Read } from "#core/request/refusal.ts";
import { count, listed, shorten } from "#core/text/text.ts";
import { columnOf, NEEDED, squashed } from "./columns.ts";
import { csvRows, FORMULA, type Row } from "./csv.ts";
import { unreadable, type Line, type Lines, type Unknown } from "./line.ts";

const DELIMITERS = [",", ";", "\t", "|"] as const;
// A header stands at the top; a few lines of title may stand above it.
const HEADER_WITHIN = 20;

/** Where a text has its header row: how cells are separated, and how many rows stand above it. */
export interface Header {
  readonly delimiter: string;
  readonly above: number;
  /** Where the rows begin: after a `sep=` line, which a spreadsheet reads and does not show. */
  readonly from: number;
}

/**
 * The header of a CSV text: the first row with two headings that Talks knows. Undefined where no row near the top is
 * one.
 */
export function headerOf(text: string): Header | undefined {
  const sep = /^sep=(.)[^\r\n]*(?:\r\n|\r|\n)/iu.exec(text);
  const from = sep?.[0].length ?? 0;
  const head = text.slice(from, from + 20_000);
  const found = (sep?.[1] === undefined ? DELIMITERS : [sep[1]]).flatMap((delimiter) => {
    const above = csvRows(head, delimiter)
      .slice(0, HEADER_WITHIN)
      .findIndex(({ cells }) => known(cells) > 1);
    return above < 0 ? [] : [{ delimiter, above, from }];
  });
  return found.toSorted((a, b) => a.above - b.above)[0];
}

function known(cells: readonly string[]): number {
  return new Set(cells.flatMap((cell) => (HEADING.test(cell) ? (columnOf(cell) ?? []) : []))).size;
}

// A line of YAML has its signs in the way: `{ place: , kind: }` is not a header.
const HEADING = /^[\p{L}\p{N}_\- \u00A0]+$/u;

/** The rows below a header as lines. `leaveOut`: headings to pass over, squashed. */
export function sheetLines(text: string, header: Header, leaveOut: ReadonlySet<string>): Read<Lines> {
  const rows = csvRows(text.slice(header.from), header.delimiter);
  const firstFilled = rows.findIndex((row) => !blank(row));
  if (header.above > firstFilled) {
    const title = rows[firstFilled]?.cells.find((cell) => cell !== "") ?? "";
    return unreadable(
      `The header was not found in row ${firstFilled + 1} ("${shorten(title, 40)}"); row ${header.above + 1} looks like it.`,
      "Take out what stands above it and import the file again.",
    );
  }
  const headings = rows[header.above]?.cells ?? [];
  const columns = headings.map((name, i) => ({ name: name === "" ? `column ${i + 1}` : name, column: columnOf(name) }));
  const kept = columns.map(({ name }) => !leaveOut.has(squashed(name)));
  const twice = columns.find(
    (a, i) => kept[i] && a.column !== undefined && columns.findIndex((b) => b.column === a.column) < i,
  );
  if (twice !== undefined)
    return unreadable(`Two columns are called "${twice.name}".`, "Keep one of them and import the file again.");
  const body = rows.slice(header.above + 1);
  const broken = body.findIndex((row) => row.open || row.cells.slice(columns.length).some((cell) => cell !== ""));
  if (broken >= 0) return brokenRow(body[broken], header.above + 2 + broken, columns.length);
  const missing = NEEDED.filter((name) => name !== "talks" && !columns.some((c) => c.column === name));
  if (missing.length > 0)
    return unreadable(`The header has no column ${listed(missing.map((m) => `"${m}"`))}.`, "Every row needs one.");
  const lines = body.flatMap((row, i): readonly Line[] => {
    if (blank(row) || isRule(row)) return [];
    const cells = columns.flatMap(({ column }, at): readonly (readonly [string, string])[] => {
      const cell = row.cells[at] ?? "";
      return column === undefined || !kept[at] || cell.trim() === "" ? [] : [[column, unguarded(cell)]];
    });
    const where = `row ${header.above + 2 + i}`;
    if (row.cells.every((cell, at) => cell === headings[at]))
      return [{ where, cells: new Map(), problem: "It is the header again: take this row out." }];
    return [{ where, cells: new Map(cells) }];
  });
  const unknown = columns.flatMap(({ name, column }, at): readonly Unknown[] => {
    if (column !== undefined || !kept[at]) return [];
    const sample = body.map((row) => row.cells[at] ?? "").find((cell) => cell.trim() !== "");
    // A column that has neither a name nor a value is only a spreadsheet's habit.
    return sample === undefined && headings[at] === "" ? [] : [{ name, sample: sample ?? "" }];
  });
  return { ok: true, value: { lines, unknown, leftOut: columns.flatMap(({ name }, at) => (kept[at] ? [] : [name])) } };
}

function blank({ cells }: Row): boolean {
  return cells.every((cell) => cell.trim() === "");
}

/** The row under the headings of a Markdown table: `|---|:--|`. */
function isRule({ cells }: Row): boolean {
  return cells.length > 1 && cells.every((cell) => /^\s*(?::?-{2,}:?)?\s*$/u.test(cell));
}

function brokenRow(row: Row | undefined, number: number, headings: number): Read<never> {
  const why =
    row?.open === true
      ? "a quotation mark opens a cell there and none closes it"
      : `it has ${count(row?.cells.length ?? 0, "cell")} under ${count(headings, "heading")}`;
  const curly = row?.cells.some((cell) => /[“”]/u.test(cell)) === true ? ' with straight marks (")' : "";
  return unreadable(
    `Talks cannot read that CSV in row ${number}: ${why}.`,
    `Quote a cell that has the separator in it${curly}, and double the quotation marks within it.`,
  );
}

function unguarded(value: string): string {
  return value.startsWith("'") && FORMULA.test(value) ? value.slice(1) : value;
}
