import type { Fields } from "#test/standins/slack/json.ts";
import { fields, list, words } from "#test/standins/slack/json.ts";
import { elementsOf } from "#test/standins/slack/typed-values.ts";

/** An element on screen and the block it stands in; `option` where an overflow menu's entry was meant. */
export interface Found {
  readonly block: Fields;
  readonly element: Fields;
  readonly option: Fields | undefined;
}

export function textOf(object: unknown): string {
  return words(fields(object)["text"]);
}

function onScreen(blocks: readonly Fields[]): Found[] {
  return blocks.flatMap((block) => elementsOf(block).map((element) => ({ block, element, option: undefined })));
}

/** The names by which a person can mean this element. */
function namesOf(found: Found): readonly string[] {
  const { block, element } = found;
  return [
    textOf(block["label"]),
    textOf(element["text"]),
    textOf(element["placeholder"]),
    words(block["block_id"]),
    words(element["action_id"]),
  ];
}

/** What can be meant, for an error a test's author can act on. */
function offered(blocks: readonly Fields[]): string {
  return onScreen(blocks)
    .map((found) => namesOf(found).find((name) => name !== "") ?? "?")
    .join(", ");
}

/** The element a person means by its label, its text, an overflow entry's text, its block_id or action_id. */
export function find(blocks: readonly Fields[], wanted: string): Found {
  const all = onScreen(blocks);
  const direct = all.find((found) => namesOf(found).includes(wanted));
  if (direct !== undefined) return direct;
  for (const found of all) {
    const options = found.element["type"] === "overflow" ? list(found.element["options"]) : [];
    const option = options.find((one) => textOf(one["text"]) === wanted);
    if (option !== undefined) return { ...found, option };
  }
  throw new Error(`Nothing here is called "${wanted}"; there are: ${offered(blocks)}`);
}
