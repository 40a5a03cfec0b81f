import type { Json } from "#test/standins/discord/json.ts";
import { integer, isObject, list, object, objects, text } from "#test/standins/discord/json.ts";
import type { Complaints } from "./complaints.ts";
import { checkOptions, checkRange, checkSelect, SELECTS } from "./controls.ts";
import { Uniqueness } from "./uniqueness.ts";

/**
 * docs.discord.com/developers/interactions/receiving-and-responding#interaction-response-object-modal: title of 1 to 45
 * characters, custom_id of 1 to 100, 1 to 5 components. Each is a label, a text display, or (deprecated) an action row
 * with one text input.
 */
export function checkModal(complaints: Complaints, modal: Json): void {
  complaints.text("data.custom_id", modal.custom_id, 1, 100);
  complaints.text("data.title", modal.title, 1, 45);
  complaints.count("data.components", modal.components, 1, 5);
  const unique = new Uniqueness(complaints);
  for (const [index, entry] of list(modal.components).entries()) {
    const at = `data.components.${index}`;
    const component = object(entry);
    unique.see(at, component);
    if (component.type === 10) complaints.text(`${at}.content`, component.content, 1, 4000);
    else if (component.type === 1) checkRow(complaints, at, component, unique);
    else if (component.type === 18) checkLabel(complaints, at, component, unique);
    else complaints.oneOf(`${at}.type`, component.type, [1, 10, 18]);
  }
}

function checkRow(complaints: Complaints, at: string, row: Json, unique: Uniqueness): void {
  complaints.count(`${at}.components`, row.components, 1, 1);
  for (const input of objects(row.components)) {
    const here = `${at}.components.0`;
    unique.see(here, input);
    complaints.oneOf(`${here}.type`, input.type, [4]);
    complaints.text(`${here}.label`, input.label, 1, 45);
    checkTextInput(complaints, here, input);
  }
}

/** docs.discord.com/developers/components/reference#label: label of 1 to 45 characters, description of up to 100. */
function checkLabel(complaints: Complaints, at: string, label: Json, unique: Uniqueness): void {
  complaints.text(`${at}.label`, label.label, 1, 45);
  complaints.optionalText(`${at}.description`, label.description, 1, 100);
  const here = `${at}.component`;
  if (!isObject(label.component)) {
    complaints.add(here, "BASE_TYPE_REQUIRED", "This field is required");
    return;
  }
  const control = label.component;
  unique.see(here, control);
  if (control.type === 4) checkTextInput(complaints, here, control);
  else if (SELECTS.includes(integer(control.type))) checkSelect(complaints, here, control, true);
  else checkNewControl(complaints, here, control);
}

/** docs.discord.com/developers/components/reference#text-input. */
function checkTextInput(complaints: Complaints, at: string, input: Json): void {
  complaints.text(`${at}.custom_id`, input.custom_id, 1, 100);
  complaints.oneOf(`${at}.style`, input.style, [1, 2]);
  complaints.optionalNumber(`${at}.min_length`, input.min_length, 0, 4000);
  complaints.optionalNumber(`${at}.max_length`, input.max_length, 1, 4000);
  complaints.optionalText(`${at}.value`, input.value, 0, 4000);
  complaints.optionalText(`${at}.placeholder`, input.placeholder, 0, 100);
  complaints.flag(`${at}.required`, input.required);
  if (typeof input.max_length !== "number") return;
  if (integer(input.min_length) > input.max_length)
    complaints.add(`${at}.min_length`, "TEXT_INPUT_MIN_OVER_MAX", "min_length exceeds max_length.");
  complaints.optionalText(`${at}.value`, text(input.value), 0, input.max_length);
}

/** File upload, radio group, checkbox group and checkbox: the same page, by their names. */
function checkNewControl(complaints: Complaints, at: string, control: Json): void {
  complaints.oneOf(`${at}.type`, control.type, [3, 4, 5, 6, 7, 8, 19, 21, 22, 23]);
  complaints.text(`${at}.custom_id`, control.custom_id, 1, 100);
  if (control.type === 19 || control.type === 22) checkRange(complaints, at, control, 10, true);
  if (control.type === 21 || control.type === 22) {
    complaints.count(`${at}.options`, control.options, control.type === 21 ? 2 : 1, 10);
    checkOptions(complaints, at, control);
  }
}
