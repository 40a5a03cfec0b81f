import type { Fields } from "#test/standins/slack/json.ts";
import { isFields, list, words } from "#test/standins/slack/json.ts";
import { Complaints } from "./complaints.ts";
import { checkElement, image } from "./elements.ts";
import type { Surface } from "./limits.ts";
import {
  ACTIONS_ELEMENTS,
  BLOCKS,
  BLOCK_ID,
  CONTEXT_ELEMENTS,
  HEADER_TEXT,
  IMAGE,
  INPUT,
  MARKDOWN_TOTAL,
  SECTION,
} from "./limits.ts";
import { richText } from "./rich-text.ts";
import { dataTable, table, tablesTogether } from "./tables.ts";

type Check = (block: Fields, path: string, complaints: Complaints) => void;

function section(block: Fields, path: string, complaints: Complaints): void {
  if (block["text"] === undefined && block["fields"] === undefined)
    complaints.add(path, "a section needs text or fields");
  complaints.optionalText(block["text"], `${path}/text`, { most: SECTION.text });
  if (block["fields"] !== undefined) {
    complaints
      .count(block["fields"], `${path}/fields`, SECTION.fields)
      .forEach((field, index) => complaints.text(field, `${path}/fields/${index}`, { most: SECTION.field }));
  }
  if (block["accessory"] !== undefined)
    checkElement(block["accessory"], `${path}/accessory`, complaints, "section", new Set());
}

function context(block: Fields, path: string, complaints: Complaints): void {
  complaints.count(block["elements"], `${path}/elements`, CONTEXT_ELEMENTS).forEach((one, index) => {
    const at = `${path}/elements/${index}`;
    if (isFields(one) && one["type"] === "image") image(one, at, complaints);
    else complaints.text(one, at);
  });
}

function actions(block: Fields, path: string, complaints: Complaints): void {
  const seen = new Set<string>();
  complaints
    .count(block["elements"], `${path}/elements`, ACTIONS_ELEMENTS)
    .forEach((one, index) => checkElement(one, `${path}/elements/${index}`, complaints, "actions", seen));
}

function input(block: Fields, path: string, complaints: Complaints): void {
  complaints.text(block["label"], `${path}/label`, { most: INPUT.label, plain: true });
  complaints.optionalText(block["hint"], `${path}/hint`, { most: INPUT.hint, plain: true });
  checkElement(block["element"], `${path}/element`, complaints, "input", new Set());
}

const CHECKS: Readonly<Record<string, Check>> = {
  section,
  context,
  actions,
  input,
  table,
  data_table: dataTable,
  rich_text: richText,
  divider: () => undefined,
  header: (block, path, complaints) =>
    complaints.text(block["text"], `${path}/text`, { most: HEADER_TEXT, plain: true }),
  markdown: (block, path, complaints) => complaints.length(block["text"], `${path}/text`, MARKDOWN_TOTAL, 1),
  image: (block, path, complaints) => {
    image(block, path, complaints);
    complaints.optionalText(block["title"], `${path}/title`, { most: IMAGE.title, plain: true });
  },
};

/** Blocks that stand in messages only: each block's own page under docs.slack.dev/reference/block-kit/blocks. */
const MESSAGES_ONLY = new Set(["table", "data_table", "markdown"]);

function checkBlock(block: unknown, path: string, surface: Surface, complaints: Complaints): void {
  const given = complaints.object(block, path);
  if (given === undefined) return;
  const kind = words(given["type"]);
  const check = CHECKS[kind];
  if (check === undefined || (surface !== "message" && MESSAGES_ONLY.has(kind))) {
    complaints.add(`${path}/type`, `unsupported block type in a ${surface}: ${kind}`);
    return;
  }
  complaints.length(given["block_id"], `${path}/block_id`, BLOCK_ID);
  check(given, path, complaints);
}

/**
 * Everything Slack would refuse in a list of blocks on a surface; empty when it would take them.
 * Blocks this product has no use for (cards, carousels, plans, video, files) are refused as unknown.
 */
export function blockComplaints(blocks: unknown, surface: Surface, path = "/blocks"): string[] {
  const complaints = new Complaints();
  const all = complaints.count(blocks, path, BLOCKS[surface], surface === "home" ? 0 : 1);
  all.forEach((block, index) => checkBlock(block, `${path}/${index}`, surface, complaints));
  const ids = list(blocks)
    .map((block) => words(block["block_id"]))
    .filter((id) => id !== "");
  for (const id of new Set(ids)) {
    if (ids.indexOf(id) !== ids.lastIndexOf(id)) complaints.add(path, `block_id ${id} is used twice`);
  }
  tablesTogether(list(blocks), complaints);
  const markdown = list(blocks).filter((block) => block["type"] === "markdown");
  if (markdown.reduce((sum, block) => sum + words(block["text"]).length, 0) > MARKDOWN_TOTAL) {
    complaints.add(path, `markdown blocks hold more than ${MARKDOWN_TOTAL} characters together`);
  }
  return complaints.lines;
}
