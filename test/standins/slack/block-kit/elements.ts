import type { Fields } from "#test/standins/slack/json.ts";
import { words } from "#test/standins/slack/json.ts";
import type { Complaints } from "./complaints.ts";
import { ACTION_ID, BUTTON, IMAGE, OPTIONS, PLACEHOLDER, PLAIN_TEXT_INPUT } from "./limits.ts";
import { confirm, menu, option } from "./options.ts";

const SELECTS = ["static_select", "external_select", "users_select", "conversations_select", "channels_select"];
const MENUS = [...SELECTS, ...SELECTS.map((select) => `multi_${select}`)];
const CHOICES = [...MENUS, "checkboxes", "radio_buttons", "datepicker", "timepicker"];

/** Which elements each block takes: docs.slack.dev/reference/block-kit/block-elements ("works in block types"). */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  section: [...CHOICES, "button", "overflow", "image", "workflow_button"],
  actions: [...CHOICES, "button", "overflow", "datetimepicker", "workflow_button", "rich_text_input"],
  input: CHOICES.concat(
    ["datetimepicker", "plain_text_input", "number_input", "email_text_input", "url_text_input"],
    ["rich_text_input", "file_input"],
  ),
};

function button(element: Fields, path: string, complaints: Complaints): void {
  complaints.text(element["text"], `${path}/text`, { most: BUTTON.text, plain: true });
  complaints.length(element["value"], `${path}/value`, BUTTON.value);
  complaints.length(element["url"], `${path}/url`, BUTTON.url);
  complaints.length(element["accessibility_label"], `${path}/accessibility_label`, BUTTON.label);
  complaints.oneOf(element["style"], `${path}/style`, ["primary", "danger"]);
}

export function image(element: Fields, path: string, complaints: Complaints): void {
  if (element["slack_file"] === undefined) complaints.length(element["image_url"], `${path}/image_url`, IMAGE.url, 1);
  complaints.length(element["alt_text"], `${path}/alt_text`, IMAGE.alt, 1);
}

function plainTextInput(element: Fields, path: string, complaints: Complaints): void {
  const most = element["max_length"] ?? PLAIN_TEXT_INPUT;
  const least = element["min_length"] ?? 0;
  if (typeof most !== "number" || most < 1 || most > PLAIN_TEXT_INPUT) {
    complaints.add(`${path}/max_length`, `must be between 1 and ${PLAIN_TEXT_INPUT}`);
  } else {
    complaints.length(element["initial_value"], `${path}/initial_value`, most);
  }
  if (typeof least !== "number" || least < 0 || least > PLAIN_TEXT_INPUT) {
    complaints.add(`${path}/min_length`, `must be between 0 and ${PLAIN_TEXT_INPUT}`);
  }
}

/** docs.slack.dev/reference/block-kit/block-elements/file-input-element: one to ten files. */
function fileInput({ max_files: most = 10 }: Fields, path: string, complaints: Complaints): void {
  if (typeof most !== "number" || most < 1 || most > 10)
    complaints.add(`${path}/max_files`, "must be between 1 and 10");
}

function externalMenu(element: Fields, path: string, complaints: Complaints, kind: string): void {
  if (element["initial_option"] !== undefined)
    option(element["initial_option"], `${path}/initial_option`, complaints, kind);
  if (element["options"] !== undefined) complaints.add(`${path}/options`, "an external menu has no options of its own");
}

function particulars(kind: string, element: Fields, path: string, complaints: Complaints): void {
  const most = OPTIONS[kind];
  if (kind === "button" || kind === "workflow_button") button(element, path, complaints);
  else if (kind === "image") image(element, path, complaints);
  else if (kind === "plain_text_input") plainTextInput(element, path, complaints);
  else if (kind === "file_input") fileInput(element, path, complaints);
  else if (kind.endsWith("external_select")) externalMenu(element, path, complaints, kind);
  else if (kind === "number_input" && typeof element["is_decimal_allowed"] !== "boolean") {
    complaints.add(`${path}/is_decimal_allowed`, "missing required field");
  } else if (most !== undefined) menu(element, path, complaints, kind, most);
}

/** Checks one element standing in a block of the given type; `seen` holds the action_ids of that block. */
export function checkElement(
  given: unknown,
  path: string,
  complaints: Complaints,
  block: string,
  seen: Set<string>,
): void {
  const found = complaints.object(given, path);
  if (found === undefined) return;
  const kind = words(found["type"]);
  if (PLACES[block]?.includes(kind) !== true)
    complaints.add(`${path}/type`, `unsupported element type in ${block}: ${kind}`);
  complaints.length(found["action_id"], `${path}/action_id`, ACTION_ID);
  const action = words(found["action_id"]);
  if (action !== "" && seen.has(action))
    complaints.add(`${path}/action_id`, `action_id ${action} is used twice in one block`);
  seen.add(action);
  complaints.optionalText(found["placeholder"], `${path}/placeholder`, { most: PLACEHOLDER, plain: true });
  confirm(found["confirm"], `${path}/confirm`, complaints);
  particulars(kind, found, path, complaints);
}
