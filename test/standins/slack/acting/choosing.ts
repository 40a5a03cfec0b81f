import type { Fields } from "#test/standins/slack/json.ts";
import { isFields, list, words } from "#test/standins/slack/json.ts";
import { valueOf } from "#test/standins/slack/typed-values.ts";
import type { Team, World } from "#test/standins/slack/world.ts";
import { textOf } from "./finding.ts";

/** What a test writes for a field: text, an option's label or value, several, an option from `suggest`, or a file. */
export type Entry = string | number | readonly string[] | Fields | readonly Fields[];

function optionOf(element: Fields, wanted: string): Fields {
  const all = [
    ...list(element["options"]),
    ...list(element["option_groups"]).flatMap((group) => list(group["options"])),
  ];
  const found = all.find((one) => textOf(one["text"]) === wanted || one["value"] === wanted);
  if (found === undefined)
    throw new Error(`No option "${wanted}"; there are: ${all.map((one) => textOf(one["text"])).join(", ")}`);
  return found;
}

function idOf(world: World, team: Team, kind: string, wanted: string): string {
  const name = wanted.replace(/^[@#]/u, "");
  const found = kind.includes("users") ? world.personNamed(name, team.id) : world.channelNamed(name, team.id);
  return found?.id ?? wanted;
}

function single(element: Fields, entry: string, world: World, team: Team): unknown {
  const kind = words(element["type"]);
  if (/(?:users|conversations|channels)_select$/u.test(kind)) return idOf(world, team, kind, entry);
  if (list(element["options"]).length > 0 || list(element["option_groups"]).length > 0) return optionOf(element, entry);
  return entry;
}

function richText(text: string): Fields {
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text }] }] };
}

/** The element's value after a person has entered this. */
export function entered(element: Fields, entry: Entry, world: World, team: Team): Fields {
  const kind = words(element["type"]);
  const many = kind.startsWith("multi_") || kind === "checkboxes";
  let chosen: unknown = entry;
  if (many)
    chosen = (Array.isArray(entry) ? entry : [entry]).map((one: unknown) =>
      typeof one === "string" ? single(element, one, world, team) : one,
    );
  else if (kind === "rich_text_input") chosen = richText(words(entry));
  else if (typeof entry === "string") chosen = entry === "" ? undefined : single(element, entry, world, team);
  else if (typeof entry === "number" && kind === "number_input") chosen = String(entry);
  const value = valueOf(entry === "" ? { ...element, initial_value: undefined } : element, chosen);
  if (value === undefined) throw new Error(`A ${kind} takes no value`);
  return value;
}

/** The complaint Slack's own client makes before it submits; undefined where it makes none. */
export function clientComplaint(
  element: Fields,
  value: Fields | undefined,
  blank: boolean,
  optional: boolean,
): string | undefined {
  if (blank) return optional ? undefined : "Please complete this required field.";
  const text = words(value?.["value"]);
  const least = Number(element["min_length"] ?? 0);
  const most = Number(element["max_length"] ?? Number.POSITIVE_INFINITY);
  switch (element["type"]) {
    case "plain_text_input":
      if (text.length < least) return `Please use at least ${least} characters.`;
      return text.length > most ? `Please use at most ${most} characters.` : undefined;
    case "number_input":
      return Number.isNaN(Number(text)) ? "Please enter a number." : undefined;
    case "url_text_input":
      return URL.canParse(text) ? undefined : "Please enter a valid URL.";
    case "email_text_input":
      return /^\S+@\S+\.\S+$/u.test(text) ? undefined : "Please enter a valid email address.";
    default:
      return undefined;
  }
}

/** The part of an action that says what was chosen, for the `actions` of a block_actions payload. */
export function actionOf(
  block: Fields,
  element: Fields,
  value: Fields | undefined,
  option: Fields | undefined,
): Fields {
  return {
    type: element["type"],
    action_id: element["action_id"] ?? "",
    block_id: block["block_id"] ?? "",
    ...(isFields(element["text"]) ? { text: element["text"] } : {}),
    ...(element["type"] === "button" && element["value"] !== undefined ? { value: element["value"] } : {}),
    ...value,
    ...(option === undefined ? {} : { selected_option: option }),
  };
}
