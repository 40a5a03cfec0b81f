import stringWidth from "fast-string-width";
import { wrapAnsi } from "fast-wrap-ansi";
import { cellInlines, type Cell, type Table } from "#core/reply/reply.ts";

/** A table of the terminal has words only. `below`: for each row the addresses that stand in a line of their own. */
interface Plain {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly below?: readonly (readonly string[])[];
}

const GAP = "  ";

/**
 * A table within `width` columns: cells wrap between words, and an address that is too long for its column stands whole
 * below its row. Where words do not fit side by side, each row becomes a short list.
 */
export function tableLines({ caption, head, rows }: Table, width: number): readonly string[] {
  const whole = { caption, head, rows: rows.map((row) => row.map((cell) => inCell(cell))) };
  return sideBySide(whole, width) ?? sideBySide(apart(caption, head, rows), width) ?? asLists(whole, width);
}

function inCell(cell: Cell): string {
  return cellInlines(cell)
    .map((one) => (one.kind === "link" && one.text !== one.href ? `${one.text} <${one.href}>` : one.text))
    .join("");
}

/** The same without addresses in its cells; a column that has nothing else is left out. */
function apart(caption: string, head: readonly string[], rows: readonly (readonly Cell[])[]): Plain {
  const words = rows.map((row) => row.map(withoutAddress));
  const kept = head.flatMap((_, c) => (words.some((row) => (row[c] ?? "") !== "") ? [c] : []));
  return {
    caption,
    head: kept.map((c) => head[c] ?? ""),
    rows: words.map((row) => kept.map((c) => row[c] ?? "")),
    below: rows.map((row) =>
      row.flatMap((cell) => cellInlines(cell).flatMap((one) => (one.kind === "link" ? [one.href] : []))),
    ),
  };
}

function withoutAddress(cell: Cell): string {
  return cellInlines(cell)
    .map((one) => (one.kind === "link" && one.text === one.href ? "" : one.text))
    .join("");
}

function sideBySide(table: Plain, width: number): readonly string[] | undefined {
  const columns = table.head.map((h, c) => [h, ...table.rows.map((r) => r[c] ?? "")]);
  const natural = columns.map((cells) => Math.max(1, ...cells.map((cell) => stringWidth(cell))));
  const least = columns.map((cells) =>
    Math.max(1, ...cells.flatMap((cell) => cell.split(" ").map((w) => stringWidth(w)))),
  );
  const room = width - GAP.length * (natural.length - 1);
  if (sum(least) > room) return undefined;
  const widths = fit(natural, least, room);
  // What begins as the row above says so once.
  const shown = table.rows.map((row, i) =>
    i > 0 && row.length > 2 && table.below === undefined && row[0] === table.rows[i - 1]?.[0]
      ? ["", ...row.slice(1)]
      : row,
  );
  const rule = widths.map((w) => "─".repeat(w)).join(GAP);
  const lines = shown.flatMap((row, i) => [
    ...rowLines(row, widths),
    ...(table.below?.[i] ?? []).map((address) => `${GAP}${address}`),
  ]);
  return [...captionLines(table, width), ...rowLines(table.head, widths), rule, ...lines];
}

function asLists(table: Plain, width: number): readonly string[] {
  return [...captionLines(table, width), ...table.rows.flatMap((row) => asList(table.head, row, width))];
}

function captionLines({ caption }: Plain, width: number): readonly string[] {
  return caption === "" ? [] : wrapAnsi(caption, width, { hard: true }).split("\n");
}

// The widest columns give way first, each down to its longest word.
function fit(natural: readonly number[], least: readonly number[], room: number): readonly number[] {
  const widths = [...natural];
  while (sum(widths) > room) {
    const open = widths.map((w, c) => (w > (least[c] ?? 1) ? w : 0));
    const widest = open.indexOf(Math.max(...open));
    widths[widest] = (widths[widest] ?? 1) - 1;
  }
  return widths;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

function rowLines(cells: readonly string[], widths: readonly number[]): readonly string[] {
  const columns = widths.map((w, c) => wrapAnsi(cells[c] ?? "", w, { hard: true }).split("\n"));
  const height = Math.max(...columns.map((c) => c.length));
  return Array.from({ length: height }, (_, line) =>
    widths
      .map((w, c) => padded(columns[c]?.[line] ?? "", w))
      .join(GAP)
      .trimEnd(),
  );
}

function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - stringWidth(text)));
}

function asList(head: readonly string[], row: readonly string[], width: number): readonly string[] {
  return row.flatMap((cell, c) => {
    const label = head[c] === "" || head[c] === undefined ? "" : `${head[c]}: `;
    const lines = wrapAnsi(`${label}${cell}`, width - 4, { hard: true }).split("\n");
    return lines.map((line, i) => `${i > 0 ? "    " : c === 0 ? "• " : "  "}${line}`);
  });
}
