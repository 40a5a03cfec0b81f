import { listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import type { Read } from "#core/request/refusal.ts";
import { shorten } from "#core/text/text.ts";
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
export function sheetLines(text: string, header: Header, leaveOut: ReadonlySet<string>, at: Told): Read<Lines> {
  const rows = csvRows(text.slice(header.from), header.delimiter);
  const firstFilled = rows.findIndex((row) => !blank(row));
  if (header.above > firstFilled) {
    const title = rows[firstFilled]?.cells.find((cell) => cell !== "") ?? "";
    const found = { n: firstFilled + 1, title: shorten(title, 40), other: header.above + 1 };
    return unreadable(at, tell(at, "sheet.header", found), tell(at, "sheet.takeOutAbove"));
  }
  const headings = rows[header.above]?.cells ?? [];
  const columns = headings.map((name, i) => ({
    // What leave-out calls it, in every language.
    name: name === "" ? `column ${i + 1}` : name,
    nameless: name === "",
    column: columnOf(name),
  }));
  const kept = columns.map(({ name }) => !leaveOut.has(squashed(name)));
  const twice = columns.find(
    (a, i) => kept[i] && a.column !== undefined && columns.findIndex((b) => b.column === a.column) < i,
  );
  if (twice !== undefined)
    return unreadable(at, tell(at, "sheet.twice", { name: twice.name }), tell(at, "sheet.keepOne"));
  const body = rows.slice(header.above + 1);
  const broken = body.findIndex((row) => row.open || row.cells.slice(columns.length).some((cell) => cell !== ""));
  if (broken >= 0) return brokenRow(body[broken], header.above + 2 + broken, columns.length, at);
  const missing = NEEDED.filter((name) => name !== "talks" && !columns.some((c) => c.column === name));
  if (missing.length > 0) {
    const names = listedIn(
      at,
      missing.map((m) => `"${m}"`),
    );
    return unreadable(at, tell(at, "sheet.lacks", { names }), tell(at, "sheet.everyRow"));
  }
  const lines = body.flatMap((row, i): readonly Line[] => {
    if (blank(row) || isRule(row)) return [];
    const cells = columns.flatMap(({ column }, c): readonly (readonly [string, string])[] => {
      const cell = row.cells[c] ?? "";
      return column === undefined || !kept[c] || cell.trim() === "" ? [] : [[column, unguarded(cell)]];
    });
    const where = tell(at, "where.row", { n: header.above + 2 + i });
    if (row.cells.every((cell, c) => cell === headings[c]))
      return [{ where, cells: new Map(), problem: tell(at, "sheet.headerAgain") }];
    return [{ where, cells: new Map(cells) }];
  });
  const unknown = columns.flatMap(({ name, nameless, column }, c): readonly Unknown[] => {
    if (column !== undefined || !kept[c]) return [];
    const sample = body.map((row) => row.cells[c] ?? "").find((cell) => cell.trim() !== "");
    // A column that has neither a name nor a value is only a spreadsheet's habit.
    return sample === undefined && nameless ? [] : [{ name, sample: sample ?? "", ...(nameless ? { nameless } : {}) }];
  });
  const leftOut = columns.flatMap(({ name }, c) => (kept[c] ? [] : [name]));
  return { ok: true, value: { lines, unknown, leftOut, sheet: true } };
}

function blank({ cells }: Row): boolean {
  return cells.every((cell) => cell.trim() === "");
}

/** The row under the headings of a Markdown table: `|---|:--|`. */
function isRule({ cells }: Row): boolean {
  return cells.length > 1 && cells.every((cell) => /^\s*(?::?-{2,}:?)?\s*$/u.test(cell));
}

function brokenRow(row: Row | undefined, n: number, headings: number, at: Told): Read<never> {
  const why =
    row?.open === true ? tell(at, "sheet.open") : tell(at, "sheet.cells", { cells: row?.cells.length ?? 0, headings });
  const curly = row?.cells.some((cell) => /[“”]/u.test(cell)) === true;
  const hint = tell(at, curly ? "sheet.quoteStraight" : "sheet.quote");
  return unreadable(at, tell(at, "sheet.broken", { n, why }), hint);
}

function unguarded(value: string): string {
  return value.startsWith("'") && FORMULA.test(value) ? value.slice(1) : value;
}
