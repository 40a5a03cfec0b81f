import type { Fields } from "./json.ts";
import { fields, isFields, list, words } from "./json.ts";

/** `view.state.values`: block_id → action_id → the element's value as payloads carry it. */
export type Values = Readonly<Record<string, Readonly<Record<string, Fields>>>>;

/** Every element of a block that can hold a value: an input's element, an accessory, the elements of actions. */
export function elementsOf(block: Fields): readonly Fields[] {
  return [block["element"], block["accessory"], ...(block["type"] === "actions" ? list(block["elements"]) : [])].filter(
    isFields,
  );
}

/** The field in which each kind of element carries its value, with the field that presets it. */
const CARRIES: Readonly<Record<string, readonly [value: string, initial: string, empty: unknown]>> = {
  plain_text_input: ["value", "initial_value", null],
  number_input: ["value", "initial_value", null],
  email_text_input: ["value", "initial_value", null],
  url_text_input: ["value", "initial_value", null],
  rich_text_input: ["rich_text_value", "initial_value", null],
  static_select: ["selected_option", "initial_option", null],
  external_select: ["selected_option", "initial_option", null],
  radio_buttons: ["selected_option", "initial_option", null],
  checkboxes: ["selected_options", "initial_options", []],
  multi_static_select: ["selected_options", "initial_options", []],
  multi_external_select: ["selected_options", "initial_options", []],
  users_select: ["selected_user", "initial_user", null],
  multi_users_select: ["selected_users", "initial_users", []],
  conversations_select: ["selected_conversation", "initial_conversation", null],
  multi_conversations_select: ["selected_conversations", "initial_conversations", []],
  channels_select: ["selected_channel", "initial_channel", null],
  multi_channels_select: ["selected_channels", "initial_channels", []],
  datepicker: ["selected_date", "initial_date", null],
  timepicker: ["selected_time", "initial_time", null],
  datetimepicker: ["selected_date_time", "initial_date_time", null],
  file_input: ["files", "initial_files", []],
};

/** The value an element of this kind would send, or undefined for kinds that hold none (buttons, overflow, images). */
export function valueOf(element: Fields, chosen?: unknown): Fields | undefined {
  const kind = words(element["type"]);
  const carried = CARRIES[kind];
  if (carried === undefined) return undefined;
  const [name, initial, empty] = carried;
  return { type: kind, [name]: chosen ?? element[initial] ?? empty };
}

/** Whether a person has left this field empty. */
export function isBlank(value: Fields | undefined): boolean {
  const content = Object.entries(value ?? {}).find(([name]) => name !== "type");
  const inside = content?.[1];
  return inside === undefined || inside === null || inside === "" || (Array.isArray(inside) && inside.length === 0);
}

function eachValue(
  view: Fields,
  pick: (blockId: string, actionId: string, element: Fields) => Fields | undefined,
): Values {
  const values: Record<string, Record<string, Fields>> = {};
  for (const block of list(view["blocks"])) {
    for (const element of elementsOf(block)) {
      const blockId = words(block["block_id"]);
      const actionId = words(element["action_id"]);
      const value = pick(blockId, actionId, element);
      if (value !== undefined) values[blockId] = { ...values[blockId], [actionId]: value };
    }
  }
  return values;
}

/** `here` is the conversation the view was opened from, for menus that say `default_to_current_conversation`. */
export function initialValues(view: Fields, here: string | undefined): Values {
  return eachValue(view, (_block, _action, element) => {
    const asks = element["type"] === "conversations_select" && element["default_to_current_conversation"] === true;
    const current = asks ? here : undefined;
    return valueOf(element, element["initial_conversation"] ?? current);
  });
}

/** What stays typed when a view is replaced: fields whose block_id, action_id and kind are the same. */
export function keptValues(before: Values, view: Fields): Values {
  return eachValue(view, (blockId, actionId, element) => {
    const old = before[blockId]?.[actionId];
    return old !== undefined && fields(old)["type"] === element["type"] ? old : valueOf(element);
  });
}
