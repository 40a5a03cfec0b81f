import { describe, expect, test } from "vitest";
import { blockComplaints } from "./block-kit/blocks.ts";
import type { Surface } from "./block-kit/limits.ts";
import { viewComplaints } from "./block-kit/view.ts";
import { alone, call } from "./running.ts";

const x = (length: number): string => "x".repeat(length);
const many = <T>(count: number, one: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => one(index));
const plain = (text: string): object => ({ type: "plain_text", text });
const mrkdwn = (text: string): object => ({ type: "mrkdwn", text });
const section = (text: string): object => ({ type: "section", text: mrkdwn(text) });
const button = (given: object = {}): object => ({ type: "button", text: plain("Go"), ...given });
const actions = (...elements: object[]): object => ({ type: "actions", elements });
const option = (text = "One", value = "1"): object => ({ text: plain(text), value });
const overflow = (count: number): object => ({
  type: "overflow",
  action_id: "more",
  options: many(count, (index) => option(`o${index}`)),
});
const select = (count: number, given: object = {}): object => ({
  type: "static_select",
  options: many(count, (index) => option(`o${index}`, String(index))),
  ...given,
});
const input = (element: object, given: object = {}): object => ({
  type: "input",
  label: plain("Label"),
  element,
  ...given,
});
const typed = (given: object = {}): object => ({ type: "plain_text_input", action_id: "a", ...given });
const cell = (text: string): object => ({ type: "raw_text", text });
const table = (rows: number, columns: number, text = "c"): object => ({
  type: "table",
  rows: many(rows, () => many(columns, () => cell(text))),
});
const dataTable = (rows: number, columns: number, given: object = {}): object => ({
  ...table(rows, columns),
  type: "data_table",
  caption: "Who",
  ...given,
});
const rich = (...elements: object[]): object => ({
  type: "rich_text",
  elements: [{ type: "rich_text_section", elements }],
});

/** Each rule at its edge: what is just allowed, and what is one too many. */
const EDGES: readonly (readonly [rule: string, surface: Surface, good: object[], bad: object[]])[] = [
  ["50 blocks in a message", "message", many(50, () => section("a")), many(51, () => section("a"))],
  ["100 blocks in a modal", "modal", many(100, () => section("a")), many(101, () => section("a"))],
  ["100 blocks in the Home tab", "home", many(100, () => section("a")), many(101, () => section("a"))],
  ["section text 3,000", "message", [section(x(3000))], [section(x(3001))]],
  ["section text not empty", "message", [section("a")], [section("")]],
  [
    "10 fields",
    "message",
    [{ type: "section", fields: many(10, () => plain("f")) }],
    [{ type: "section", fields: many(11, () => plain("f")) }],
  ],
  [
    "field 2,000",
    "message",
    [{ type: "section", fields: [mrkdwn(x(2000))] }],
    [{ type: "section", fields: [mrkdwn(x(2001))] }],
  ],
  ["a section says something", "message", [section("a")], [{ type: "section" }]],
  ["header 150", "message", [{ type: "header", text: plain(x(150)) }], [{ type: "header", text: plain(x(151)) }]],
  ["header is plain", "message", [{ type: "header", text: plain("h") }], [{ type: "header", text: mrkdwn("h") }]],
  [
    "10 context elements",
    "message",
    [{ type: "context", elements: many(10, () => mrkdwn("c")) }],
    [{ type: "context", elements: many(11, () => mrkdwn("c")) }],
  ],
  ["25 actions", "message", [actions(...many(25, () => button()))], [actions(...many(26, () => button()))]],
  ["button text 75", "message", [actions(button({ text: plain(x(75)) }))], [actions(button({ text: plain(x(76)) }))]],
  ["button value 2,000", "message", [actions(button({ value: x(2000) }))], [actions(button({ value: x(2001) }))]],
  ["button url 3,000", "message", [actions(button({ url: x(3000) }))], [actions(button({ url: x(3001) }))]],
  ["action_id 255", "message", [actions(button({ action_id: x(255) }))], [actions(button({ action_id: x(256) }))]],
  [
    "action_id once a block",
    "message",
    [actions(button({ action_id: "a" })), actions(button({ action_id: "a" }))],
    [actions(button({ action_id: "a" }), button({ action_id: "a" }))],
  ],
  ["block_id 255", "message", [{ type: "divider", block_id: x(255) }], [{ type: "divider", block_id: x(256) }]],
  [
    "block_id once",
    "message",
    [
      { type: "divider", block_id: "a" },
      { type: "divider", block_id: "b" },
    ],
    [
      { type: "divider", block_id: "a" },
      { type: "divider", block_id: "a" },
    ],
  ],
  ["5 overflow options", "message", [actions(overflow(5))], [actions(overflow(6))]],
  ["an overflow option at least", "message", [actions(overflow(1))], [actions(overflow(0))]],
  ["100 select options", "message", [actions(select(100))], [actions(select(101))]],
  [
    "option text 75",
    "message",
    [actions({ type: "static_select", options: [option(x(75))] })],
    [actions({ type: "static_select", options: [option(x(76))] })],
  ],
  [
    "option value 150",
    "message",
    [actions({ type: "static_select", options: [option("o", x(150))] })],
    [actions({ type: "static_select", options: [option("o", x(151))] })],
  ],
  [
    "initial option is an option",
    "message",
    [actions(select(2, { initial_option: option("o1", "1") }))],
    [actions(select(2, { initial_option: option("o9", "9") }))],
  ],
  [
    "input label 2,000",
    "modal",
    [input(typed(), { label: plain(x(2000)) })],
    [input(typed(), { label: plain(x(2001)) })],
  ],
  ["max_length 3,000", "modal", [input(typed({ max_length: 3000 }))], [input(typed({ max_length: 3001 }))]],
  [
    "placeholder 150",
    "modal",
    [input(typed({ placeholder: plain(x(150)) }))],
    [input(typed({ placeholder: plain(x(151)) }))],
  ],
  ["no button as an input", "modal", [input(typed())], [input(button())]],
  ["no text input in actions", "modal", [actions(button())], [actions(typed())]],
  ["100 table rows", "message", [table(100, 2)], [table(101, 2)]],
  ["20 table columns", "message", [table(1, 20)], [table(1, 21)]],
  ["table cells not empty", "message", [table(1, 1, " ")], [table(1, 1, "")]],
  ["one table a message", "message", [table(1, 1)], [table(1, 1), dataTable(2, 1)]],
  ["10,000 characters of table", "message", [table(1, 10, x(1000))], [table(1, 10, x(1001))]],
  ["tables in messages only", "message", [table(1, 1)], [{ type: "table" }]],
  ["101 data table rows", "message", [dataTable(101, 1)], [dataTable(102, 1)]],
  ["2 data table rows at least", "message", [dataTable(2, 1)], [dataTable(1, 1)]],
  ["data table caption", "message", [dataTable(2, 1)], [dataTable(2, 1, { caption: undefined })]],
  ["data table page 1 to 100", "message", [dataTable(2, 1, { page_size: 100 })], [dataTable(2, 1, { page_size: 101 })]],
  [
    "data table rows of one width",
    "message",
    [dataTable(2, 2)],
    [dataTable(2, 2, { rows: [[cell("a"), cell("b")], [cell("a")]] })],
  ],
  ["rich text elements whole", "message", [rich({ type: "text", text: "a" })], [rich({ type: "text", text: "" })]],
  [
    "12,000 characters of markdown",
    "message",
    [{ type: "markdown", text: x(12_000) }],
    [
      { type: "markdown", text: x(12_000) },
      { type: "markdown", text: "y" },
    ],
  ],
  ["known blocks only", "message", [{ type: "divider" }], [{ type: "marquee" }]],
];

describe("Block Kit, at the edge of each rule", () => {
  test.each(EDGES)("%s", (_rule, surface, good, bad) => {
    expect(blockComplaints(good, surface)).toEqual([]);
    expect(blockComplaints(bad, surface)).not.toEqual([]);
  });

  test("tables and markdown stand in no view", () => {
    for (const surface of ["modal", "home"] as const) {
      expect(blockComplaints([table(1, 1)], surface)).toEqual([
        `unsupported block type in a ${surface}: table [json-pointer:/blocks/0/type]`,
      ]);
    }
  });

  const view = (given: object): Record<string, unknown> => ({
    type: "modal",
    title: plain("Title"),
    submit: plain("Save"),
    blocks: [section("a")],
    ...given,
  });

  test.each([
    ["title 24", { title: plain(x(24)) }, { title: plain(x(25)) }],
    ["submit 24", { submit: plain(x(24)) }, { submit: plain(x(25)) }],
    ["close 24", { close: plain(x(24)) }, { close: plain(x(25)) }],
    ["private_metadata 3,000", { private_metadata: x(3000) }, { private_metadata: x(3001) }],
    ["callback_id 255", { callback_id: x(255) }, { callback_id: x(256) }],
    ["submit with inputs", { blocks: [input(typed())] }, { blocks: [input(typed())], submit: undefined }],
    ["250 KB", { blocks: many(80, () => section(x(2900))) }, { blocks: many(90, () => section(x(2900))) }],
  ])("a modal: %s", (_rule, good, bad) => {
    expect(viewComplaints(view(good), "modal")).toEqual([]);
    expect(viewComplaints(view(bad), "modal")).not.toEqual([]);
  });
});

describe("over the Web API", () => {
  test("bad blocks are refused, pointed at, and counted", async () => {
    const slack = await alone();
    const channel = slack.channel("general").id;
    const answer = await call(slack, "chat.postMessage", {
      channel,
      text: "t",
      blocks: [section("a"), section(x(3001))],
    });
    const complaint = "must be at most 3000 characters, is 3001 [json-pointer:/blocks/1/text/text]";
    expect(answer).toMatchObject({ ok: false, error: "invalid_blocks", errors: [complaint] });
    expect(
      (await call(slack, "chat.postMessage", { channel, text: "t", blocks: [table(1, 1), table(1, 1)] }))["error"],
    ).toBe("invalid_attachments");
    expect(slack.violations).toHaveLength(2);
    expect(slack.messages("general")).toEqual([]);
  });

  test("blocks without a top-level text are taken, and counted", async () => {
    const slack = await alone();
    await call(slack, "chat.postMessage", { channel: slack.channel("general").id, blocks: [section("a")] });
    expect(slack.messages("general")).toHaveLength(1);
    expect(slack.violations).toEqual(["chat.postMessage: blocks without a top-level text"]);
  });
});
