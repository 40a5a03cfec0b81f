import stringWidth from "string-width";
import wrapAnsi from "wrap-ansi";
import type { Block } from "#core/reply.ts";

type Table = Extract<Block, { kind: "table" }>;

const GAP = "  ";
const COLUMN_MIN = 8;

/** A table within `width` columns: cells wrap; where even narrow columns do not fit side by side, each row becomes a short list. */
export function tableLines(table: Table, width: number): readonly string[] {
  const natural = table.head.map((h, c) =>
    Math.max(stringWidth(h), ...table.rows.map((r) => stringWidth(r[c] ?? "")), 1),
  );
  const caption = wrapAnsi(table.caption, width, { hard: true }).split("\n");
  const room = width - GAP.length * (natural.length - 1);
  if (room < natural.length * COLUMN_MIN)
    return [...caption, ...table.rows.flatMap((r) => asList(table.head, r, width))];
  const widths = fit(natural, room);
  const rule = widths.map((w) => "─".repeat(w)).join(GAP);
  return [...caption, ...rowLines(table.head, widths), rule, ...table.rows.flatMap((r) => rowLines(r, widths))];
}

// The widest columns give way first, down to what is left shared evenly.
function fit(natural: readonly number[], room: number): readonly number[] {
  const widths = [...natural];
  while (widths.reduce((a, b) => a + b, 0) > room) {
    const widest = widths.indexOf(Math.max(...widths));
    widths[widest] = (widths[widest] ?? 1) - 1;
  }
  return widths;
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
    const lines = wrapAnsi(`${label}${cell}`, width - 2, { hard: true }).split("\n");
    return lines.map((line, i) => `${c === 0 && i === 0 ? "• " : "  "}${line}`);
  });
}
