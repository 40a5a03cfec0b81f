import type { Fields } from "#test/standins/slack/json.ts";
import { isFields, list, words } from "#test/standins/slack/json.ts";
import type { Complaints } from "./complaints.ts";
import { DATA_TABLE, TABLE } from "./limits.ts";
import { richText } from "./rich-text.ts";

function cell(value: unknown, path: string, complaints: Complaints): void {
  const given = complaints.object(value, path);
  if (given === undefined) return;
  const kind = words(given["type"]);
  if (kind === "rich_text") richText(given, path, complaints);
  else if (kind !== "raw_text" && kind !== "raw_number")
    complaints.add(`${path}/type`, `unsupported cell type: ${kind}`);
  else complaints.length(given["text"], `${path}/text`, TABLE.characters, 1);
  if (kind === "raw_number" && typeof given["value"] !== "number") complaints.add(`${path}/value`, "must be a number");
}

function rows(
  block: Fields,
  path: string,
  complaints: Complaints,
  most: number,
  fewest: number,
): readonly (readonly unknown[])[] {
  return complaints.count(block["rows"], `${path}/rows`, most, fewest).map((row, index) => {
    const cells = complaints.count(row, `${path}/rows/${index}`, TABLE.columns);
    cells.forEach((one, column) => cell(one, `${path}/rows/${index}/${column}`, complaints));
    return cells;
  });
}

export function table(block: Fields, path: string, complaints: Complaints): void {
  rows(block, path, complaints, TABLE.rows, 1);
  const settings = block["column_settings"];
  if (settings === undefined) return;
  complaints.count(settings, `${path}/column_settings`, TABLE.columns, 0);
  list(settings).forEach((setting, index) =>
    complaints.oneOf(setting["align"], `${path}/column_settings/${index}/align`, ["left", "center", "right"]),
  );
}

export function dataTable(block: Fields, path: string, complaints: Complaints): void {
  complaints.length(block["caption"], `${path}/caption`, TABLE.characters, 1);
  const all = rows(block, path, complaints, DATA_TABLE.rows, DATA_TABLE.fewestRows);
  const width = all[0]?.length ?? 0;
  if (all.some((row) => row.length !== width))
    complaints.add(`${path}/rows`, "all rows must have the same number of values");
  if (all[0]?.some((one) => isFields(one) && one["type"] === "rich_text") === true) {
    complaints.add(`${path}/rows/0`, "rich_text cannot be used for header cells");
  }
  const page = block["page_size"];
  if (page !== undefined && !(Number.isInteger(page) && Number(page) >= 1 && Number(page) <= DATA_TABLE.pageSize)) {
    complaints.add(`${path}/page_size`, `must be between 1 and ${DATA_TABLE.pageSize}`);
  }
}

function characters(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + characters(one), 0);
  if (!isFields(value)) return 0;
  return words(value["text"]).length + characters(value["elements"]);
}

/** What holds over all tables of one message: how many there are and how much they say together. */
export function tablesTogether(blocks: readonly Fields[], complaints: Complaints): void {
  const tables = blocks.filter((block) => block["type"] === "table" || block["type"] === "data_table");
  if (tables.length > TABLE.perMessage) complaints.add("/blocks", "only_one_table_allowed");
  const total = tables.reduce((sum, one) => sum + characters(one["rows"]), 0);
  if (total > TABLE.characters)
    complaints.add("/blocks", `tables hold ${total} characters, at most ${TABLE.characters} allowed`);
}
