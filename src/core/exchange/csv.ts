/** One row of a sheet. `open`: it ends in a quotation that the file does not close. */
export interface Row {
  readonly cells: readonly string[];
  readonly open: boolean;
}

interface Cell {
  readonly text: string;
  /** Where the next character after the cell stands. */
  readonly end: number;
  readonly open: boolean;
}

/**
 * The rows of a CSV text, blank ones too, so that a row's place is the one that a sheet shows. As RFC 4180 has it, and
 * as people write it: any line end, spaces around a quoted cell, a quotation mark within an unquoted one. Takes one
 * pass. Libraries take a space before a quotation mark for a part of the cell, and the commas in the quotation then for
 * the ends of cells.
 */
export function csvRows(text: string, delimiter: string): readonly Row[] {
  const rows: Row[] = [];
  let cells: string[] = [];
  let at = 0;
  while (at < text.length || cells.length > 0) {
    const cell = quotedCell(text, at, delimiter) ?? plainCell(text, at, delimiter);
    cells.push(cell.text);
    at = cell.end;
    if (text[at] === delimiter) {
      at += 1;
      continue;
    }
    rows.push({ cells, open: cell.open });
    cells = [];
    at += text.startsWith("\r\n", at) ? 2 : 1;
  }
  return rows;
}

function plainCell(text: string, at: number, delimiter: string): Cell {
  let end = at;
  while (end < text.length && !ends(text[end], delimiter)) end += 1;
  return { text: text.slice(at, end).trim(), end, open: false };
}

/** The cell at `at` where it is wholly in quotation marks; undefined where it is not. */
function quotedCell(text: string, at: number, delimiter: string): Cell | undefined {
  const start = afterSpaces(text, at, delimiter);
  if (text[start] !== '"') return undefined;
  for (let close = text.indexOf('"', start + 1); close >= 0; close = text.indexOf('"', close + 2)) {
    if (text[close + 1] === '"') continue;
    const end = afterSpaces(text, close + 1, delimiter);
    if (end < text.length && !ends(text[end], delimiter)) return undefined;
    return { text: text.slice(start + 1, close).replaceAll('""', '"'), end, open: false };
  }
  return { text: text.slice(start + 1), end: text.length, open: true };
}

function afterSpaces(text: string, at: number, delimiter: string): number {
  let end = at;
  while ((text[end] === " " || text[end] === "\t") && text[end] !== delimiter) end += 1;
  return end;
}

function ends(character: string | undefined, delimiter: string): boolean {
  return character === delimiter || character === "\n" || character === "\r";
}

/**
 * What a spreadsheet would run: = + - @ | tab and CR at the start (OWASP ASVS 5, 1.2.10). The export puts ' before it,
 * and before another ' that stands there, so that the import can take exactly one away.
 */
export const FORMULA = /^'*[=+\-@|\t\r]/u;

/** Rows as CSV (RFC 4180), with nothing in it that a spreadsheet would run. */
export function csvText(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((cells) => `${cells.map((cell) => written(String(cell))).join(",")}\r\n`).join("");
}

function written(cell: string): string {
  const guarded = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",;|\t\r\n]|^\s|\s$/u.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
