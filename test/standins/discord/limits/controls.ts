import type { Json } from "#test/standins/discord/json.ts";
import { integer, objects, text } from "#test/standins/discord/json.ts";
import type { Complaints } from "./complaints.ts";

/**
 * docs.discord.com/developers/components/reference: button, string select, user, role, mentionable and channel select.
 */
export const SELECTS: readonly number[] = [3, 5, 6, 7, 8];
const LINK = 5;
const PREMIUM = 6;

/** A link button has an address and no id; a premium one has neither; the others have an id and no address. */
export function checkButton(complaints: Complaints, at: string, button: Json): void {
  complaints.oneOf(`${at}.style`, button.style, [1, 2, 3, 4, 5, 6]);
  complaints.optionalText(`${at}.label`, button.label, 0, 80);
  if (button.style === PREMIUM) return;
  if (text(button.label) === "" && button.emoji === undefined)
    complaints.add(at, "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED", "A button must have a label or an emoji.");
  if (button.style === LINK) {
    complaints.text(`${at}.url`, button.url, 1, 512);
    if (button.custom_id !== undefined)
      complaints.add(at, "BUTTON_COMPONENT_CUSTOM_ID_URL_CONFLICT", "A link button must not have a custom_id.");
    if (!/^(https?|discord):\/\/\S+$/u.test(text(button.url)))
      complaints.add(`${at}.url`, "URL_TYPE_INVALID_SCHEME", "Scheme must be one of ('http', 'https', 'discord').");
    return;
  }
  complaints.text(`${at}.custom_id`, button.custom_id, 1, 100);
  if (button.url !== undefined)
    complaints.add(at, "BUTTON_COMPONENT_CUSTOM_ID_URL_CONFLICT", "Only a link button may have a url.");
}

/** In a modal a select can be required, and none can be disabled. */
export function checkSelect(complaints: Complaints, at: string, select: Json, inModal: boolean): void {
  complaints.text(`${at}.custom_id`, select.custom_id, 1, 100);
  complaints.optionalText(`${at}.placeholder`, select.placeholder, 0, 150);
  checkRange(complaints, at, select, 25, inModal);
  if (inModal && select.disabled === true)
    complaints.add(`${at}.disabled`, "COMPONENT_DISABLED_IN_MODAL", "Modals cannot have disabled components.");
  if (select.type !== 3) return;
  complaints.count(`${at}.options`, select.options, 1, 25);
  checkOptions(complaints, at, select);
  const preset = objects(select.options).filter((one) => one.default === true).length;
  if (preset > (select.max_values === undefined ? 1 : integer(select.max_values)))
    complaints.add(`${at}.options`, "SELECT_COMPONENT_TOO_MANY_DEFAULTS", "More defaults than max_values.");
}

/** Least and most to choose; a required control of a modal cannot allow none. */
export function checkRange(complaints: Complaints, at: string, control: Json, most: number, inModal: boolean): void {
  complaints.optionalNumber(`${at}.min_values`, control.min_values, 0, most);
  complaints.optionalNumber(`${at}.max_values`, control.max_values, 1, most);
  const [least, upper] = [control.min_values ?? 1, control.max_values ?? most];
  if (typeof least === "number" && typeof upper === "number" && least > upper)
    complaints.add(`${at}.min_values`, "SELECT_COMPONENT_MIN_OVER_MAX", "min_values exceeds max_values.");
  if (inModal && control.min_values === 0 && control.required !== false)
    complaints.add(`${at}.min_values`, "COMPONENT_MIN_VALUES_REQUIRED", "Must be at least 1 where it is required.");
}

export function checkOptions(complaints: Complaints, at: string, control: Json): void {
  const seen = new Set<unknown>();
  for (const [index, option] of objects(control.options).entries()) {
    const here = `${at}.options.${index}`;
    complaints.text(`${here}.label`, option.label, 1, 100);
    complaints.text(`${here}.value`, option.value, 1, 100);
    complaints.optionalText(`${here}.description`, option.description, 0, 100);
    if (seen.has(option.value))
      complaints.add(`${here}.value`, "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "Option values must be unique.");
    seen.add(option.value);
  }
}
