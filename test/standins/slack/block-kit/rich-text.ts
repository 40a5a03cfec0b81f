import type { Fields } from "#test/standins/slack/json.ts";
import { isFields, words } from "#test/standins/slack/json.ts";
import type { Complaints } from "./complaints.ts";

const CONTAINERS = new Set(["rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote"]);

/** The field each inline element must carry: docs.slack.dev/reference/block-kit/blocks/rich-text-block. */
const REQUIRED: Readonly<Record<string, string>> = {
  text: "text",
  link: "url",
  user: "user_id",
  usergroup: "usergroup_id",
  channel: "channel_id",
  broadcast: "range",
  emoji: "name",
  date: "format",
  color: "value",
  team: "team_id",
};

function inline(value: unknown, path: string, complaints: Complaints): void {
  const given = complaints.object(value, path);
  if (given === undefined) return;
  const kind = words(given["type"]);
  const field = REQUIRED[kind];
  if (field === undefined) complaints.add(`${path}/type`, `unsupported rich text element: ${kind}`);
  else complaints.length(given[field], `${path}/${field}`, Number.POSITIVE_INFINITY, 1);
}

function container(value: unknown, path: string, complaints: Complaints): void {
  const given = complaints.object(value, path);
  if (given === undefined) return;
  const kind = words(given["type"]);
  if (!CONTAINERS.has(kind)) {
    complaints.add(`${path}/type`, `unsupported rich text container: ${kind}`);
    return;
  }
  const list = kind === "rich_text_list";
  if (list) complaints.oneOf(given["style"] ?? "", `${path}/style`, ["bullet", "ordered"]);
  complaints.count(given["elements"], `${path}/elements`, Number.POSITIVE_INFINITY, 0).forEach((one, index) => {
    const at = `${path}/elements/${index}`;
    if (!list) inline(one, at, complaints);
    else if (isFields(one) && one["type"] === "rich_text_section") container(one, at, complaints);
    else complaints.add(at, "a rich text list holds rich_text_section only");
  });
}

export function richText(block: Fields, path: string, complaints: Complaints): void {
  complaints
    .count(block["elements"], `${path}/elements`, Number.POSITIVE_INFINITY)
    .forEach((one, index) => container(one, `${path}/elements/${index}`, complaints));
}
