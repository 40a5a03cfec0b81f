import type { Told } from "#core/messages/tongue.ts";
import { cellInlines, cellWords, type Block, type Inline, type Picture, type Run, type Table } from "./reply.ts";
import { readable } from "./readable.ts";
import { defined } from "#core/text/defined.ts";
import { shorten } from "#core/text/text.ts";

/** Discord takes 1,024 characters of a description (docs: Components, media gallery item), Slack 2,000. */
const ALT_MAX = 1000;

/** Where a claim stands, as a table's cell has it: `[The Gazette, ¶3]`. */
const CITED = /(\[[^\]]*\])/u;

/**
 * The picture of what these blocks have a table of, to stand before them: the same cells, without ids. None without a
 * table.
 */
export function pictureOf(
  name: string,
  { form, title, tongue }: Pick<Picture, "form" | "title"> & Told,
  blocks: readonly Block[],
): readonly Block[] {
  const shown = readable({ plain: "", facts: [], blocks }, { ids: false, details: true }).blocks;
  const table = shown.find((block) => block.kind === "table");
  if (table === undefined || table.rows.length === 0) return [];
  const rows = table.rows.map((row) => row.map((cell) => cellInlines(cell).flatMap(runs)));
  return [
    {
      kind: "picture",
      name,
      alt: altOf(title, table),
      picture: { form, title, head: table.head, rows, ...defined({ tongue }) },
    },
  ];
}

function runs(one: Inline): readonly Run[] {
  if (one.kind === "strong") return [{ text: one.text, as: "strong" }];
  const parts = one.text.split(CITED).filter((part) => part !== "");
  return parts.map((text): Run => (CITED.test(text) ? { text: text.slice(1, -1), as: "dim" } : { text }));
}

function altOf(title: string, { head, rows }: Table): string {
  const said = rows.map((row) =>
    row.map((cell, i) => `${i === 0 ? "" : `${head[i] ?? ""}: `}${cellWords(cell)}`).join("; "),
  );
  return shorten(`${title}. ${said.join(". ")}`, ALT_MAX);
}
