import type { Json } from "#test/standins/discord/json.ts";
import { integer, isObject, length, list, object, text } from "#test/standins/discord/json.ts";
import type { Complaints } from "./complaints.ts";
import { checkButton, checkSelect, SELECTS } from "./controls.ts";
import { Uniqueness } from "./uniqueness.ts";

/**
 * docs.discord.com/developers/components/reference: 40 components a message, nested ones counted. The 4,000 characters
 * over all text displays are in Discord's own error (`COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED`) and in
 * github.com/discord/discord-api-docs/pull/8562.
 */
const MOST = { components: 40, text: 4000, legacyRows: 5 };

/**
 * github.com/discord/discord-api-docs/issues/8554: beyond this sum of UTF-8 bytes, 12 a display, the API answers 500.
 */
const MOST_BYTES = 10_170;

const TOP = [1, 9, 10, 12, 13, 14, 17];
const IN_CONTAINER = [1, 9, 10, 12, 13, 14];

/** What a walk over a message's components found besides complaints. */
export interface Walked {
  /** Whether Discord would fail on it with a 500 although every documented limit is kept. */
  readonly unprocessable: boolean;
}

/** Checks the components of a message: action rows only, or the whole second version where its flag is set. */
export function checkComponents(complaints: Complaints, path: string, value: unknown, version2: boolean): Walked {
  const walk = new Walk(complaints);
  if (!version2) complaints.count(path, value, 0, MOST.legacyRows);
  for (const [index, entry] of list(value).entries())
    walk.component(`${path}.${index}`, object(entry), version2 ? TOP : [1]);
  if (!version2) return { unprocessable: false };
  if (walk.seen > MOST.components)
    complaints.add(
      path,
      "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
      `The total number of components cannot exceed ${MOST.components}, there are ${walk.seen}.`,
    );
  if (walk.characters > MOST.text)
    complaints.add(
      path,
      "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
      `Components displayable text size exceeds maximum size of ${MOST.text}, it is ${walk.characters}.`,
    );
  return { unprocessable: walk.bytes > MOST_BYTES };
}

class Walk {
  seen = 0;
  characters = 0;
  bytes = 0;
  readonly #complaints: Complaints;
  readonly #unique: Uniqueness;

  constructor(complaints: Complaints) {
    this.#complaints = complaints;
    this.#unique = new Uniqueness(complaints);
  }

  component(at: string, component: Json, allowed: readonly number[]): void {
    const complaints = this.#complaints;
    this.seen += 1;
    this.#unique.see(at, component);
    const type = integer(component.type);
    if (!allowed.includes(type)) {
      complaints.add(
        `${at}.type`,
        "UNION_TYPE_CHOICES",
        `Value of field "type" must be one of (${allowed.join(", ")}).`,
      );
      return;
    }
    if (type === 1) this.#row(at, component);
    else if (type === 2) checkButton(complaints, at, component);
    else if (SELECTS.includes(type)) checkSelect(complaints, at, component, false);
    else if (type === 9) this.#section(at, component);
    else if (type === 10) this.#text(at, component);
    else if (type === 11) complaints.text(`${at}.media.url`, object(component.media).url, 1, 2048);
    else if (type === 12) this.#gallery(at, component);
    else if (type === 13) this.#file(at, component);
    else if (type === 14) this.#separator(at, component);
    else if (type === 17) this.#container(at, component);
  }

  #within(at: string, children: unknown, allowed: readonly number[]): void {
    for (const [index, child] of list(children).entries())
      this.component(`${at}.components.${index}`, object(child), allowed);
  }

  /** Up to five buttons, or one select. */
  #row(at: string, row: Json): void {
    this.#complaints.count(`${at}.components`, row.components, 1, 5);
    this.#within(at, row.components, [2, ...SELECTS]);
    const children = list(row.components).map(object);
    const selects = children.filter((one) => SELECTS.includes(integer(one.type))).length;
    if (selects > 1 || (selects === 1 && children.length > 1))
      this.#complaints.add(at, "COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The specified component exceeds the maximum width");
  }

  /** One to three text displays beside a button or a thumbnail. */
  #section(at: string, section: Json): void {
    this.#complaints.count(`${at}.components`, section.components, 1, 3);
    this.#within(at, section.components, [10]);
    if (isObject(section.accessory)) this.component(`${at}.accessory`, section.accessory, [2, 11]);
    else this.#complaints.add(`${at}.accessory`, "BASE_TYPE_REQUIRED", "This field is required");
  }

  #text(at: string, display: Json): void {
    this.#complaints.text(`${at}.content`, display.content, 1, MOST.text);
    this.characters += length(text(display.content));
    this.bytes += Buffer.byteLength(text(display.content)) + 12;
  }

  #gallery(at: string, gallery: Json): void {
    this.#complaints.count(`${at}.items`, gallery.items, 1, 10);
    for (const [index, item] of list(gallery.items).entries()) {
      this.#complaints.text(`${at}.items.${index}.media.url`, object(object(item).media).url, 1, 2048);
      this.#complaints.optionalText(`${at}.items.${index}.description`, object(item).description, 1, 1024);
    }
  }

  #file(at: string, file: Json): void {
    if (!text(object(file.file).url).startsWith("attachment://"))
      this.#complaints.add(`${at}.file.url`, "URL_TYPE_INVALID_SCHEME", "Scheme must be one of ('attachment').");
  }

  #separator(at: string, separator: Json): void {
    if (separator.spacing !== undefined) this.#complaints.oneOf(`${at}.spacing`, separator.spacing, [1, 2]);
    this.#complaints.flag(`${at}.divider`, separator.divider);
  }

  #container(at: string, container: Json): void {
    this.#complaints.count(`${at}.components`, container.components, 1, MOST.components);
    this.#complaints.optionalNumber(`${at}.accent_color`, container.accent_color, 0, 0xff_ff_ff);
    this.#within(at, container.components, IN_CONTAINER);
  }
}
