import type { Json } from "#test/standins/discord/json.ts";
import { integer, list, objects, written } from "#test/standins/discord/json.ts";
import { checkLocalizations, checkSlashName, commandCharacters } from "./command-text.ts";
import { Complaints } from "./complaints.ts";

const SUB_COMMAND = 1;
const GROUP = 2;
const WITH_CHOICES = new Set([3, 4, 10]);
const CHARACTERS = 8000;

/**
 * Checks a command to register: docs.discord.com/developers/interactions/application-commands.
 *
 * @param prefix path of the command within the request: `0.` in a list, else empty
 */
export function checkCommand(command: Json, prefix = ""): readonly Complaints["all"][number][] {
  const complaints = new Complaints();
  const type = command.type ?? 1;
  complaints.oneOf(`${prefix}type`, type, [1, 2, 3]);
  if (type === 1) {
    checkNames(complaints, prefix, command);
    checkOptions(complaints, prefix, command.options, 0);
  } else checkMenuCommand(complaints, prefix, command);
  checkReach(complaints, prefix, command);
  const characters = commandCharacters(command);
  if (characters > CHARACTERS)
    complaints.add(
      prefix,
      "APPLICATION_COMMAND_TOO_LARGE",
      `Command exceeds maximum size (${CHARACTERS}), it has ${characters}.`,
    );
  return complaints.all;
}

/** User and message commands: spaces and capitals allowed, no description, no options. */
function checkMenuCommand(complaints: Complaints, prefix: string, command: Json): void {
  const name = (at: string, value: unknown): void => complaints.text(at, value, 1, 32);
  name(`${prefix}name`, command.name);
  checkLocalizations(complaints, `${prefix}name_localizations`, command.name_localizations, name);
  complaints.optionalText(`${prefix}description`, command.description, 0, 0);
  if (list(command.options).length > 0)
    complaints.add(
      `${prefix}options`,
      "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS",
      "Context menu commands cannot have options",
    );
}

function checkNames(complaints: Complaints, prefix: string, named: Json): void {
  const name = (at: string, value: unknown): void => checkSlashName(complaints, at, value);
  const about = (at: string, value: unknown): void => complaints.text(at, value, 1, 100);
  name(`${prefix}name`, named.name);
  about(`${prefix}description`, named.description);
  checkLocalizations(complaints, `${prefix}name_localizations`, named.name_localizations, name);
  checkLocalizations(complaints, `${prefix}description_localizations`, named.description_localizations, about);
}

/** Up to 25 options, unique names, required ones first; sub-commands never beside plain options. */
function checkOptions(complaints: Complaints, prefix: string, value: unknown, depth: number): void {
  complaints.count(`${prefix}options`, value, 0, 25);
  const seen = new Set<unknown>();
  const kinds = new Set<boolean>();
  let optional = false;
  for (const [index, option] of objects(value).entries()) {
    const at = `${prefix}options.${index}.`;
    const below = option.type === SUB_COMMAND || option.type === GROUP;
    kinds.add(below);
    checkNames(complaints, at, option);
    checkOption(complaints, at, option, depth);
    if (seen.has(option.name))
      complaints.add(`${at}name`, "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED", "Option names must be unique");
    seen.add(option.name);
    if (option.required === true && optional)
      complaints.add(
        at,
        "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        "Required options must be placed before non-required options",
      );
    optional ||= !below && option.required !== true;
  }
  if (kinds.size > 1)
    complaints.add(
      `${prefix}options`,
      "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
      "Sub-command and sub-command group option types are mutually exclusive to all other types",
    );
}

function checkOption(complaints: Complaints, at: string, option: Json, depth: number): void {
  complaints.oneOf(`${at}type`, option.type, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  if (option.type === GROUP && depth > 0)
    complaints.add(`${at}type`, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "A group cannot be within another");
  if (option.type === SUB_COMMAND && depth > 1)
    complaints.add(`${at}type`, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "Sub-commands nest one group deep");
  if (option.type === SUB_COMMAND || option.type === GROUP)
    checkOptions(complaints, at, option.options, option.type === GROUP ? depth + 1 : 2);
  else if (list(option.options).length > 0)
    complaints.add(`${at}options`, "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", "This option cannot have options");
  complaints.optionalNumber(`${at}min_length`, option.min_length, 0, 6000);
  complaints.optionalNumber(`${at}max_length`, option.max_length, 1, 6000);
  checkOptionChoices(complaints, at, option);
}

function checkOptionChoices(complaints: Complaints, at: string, option: Json): void {
  const choices = objects(option.choices);
  complaints.count(`${at}choices`, option.choices, 0, 25);
  if ((choices.length > 0 || option.autocomplete === true) && !WITH_CHOICES.has(integer(option.type)))
    complaints.add(`${at}choices`, "APPLICATION_COMMAND_CHOICES_TYPE_INVALID", "This type can have no choices");
  if (choices.length > 0 && option.autocomplete === true)
    complaints.add(
      `${at}autocomplete`,
      "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES",
      "autocomplete and choices are mutually exclusive",
    );
  checkChoices(complaints, `${at}choices`, choices, option.type === 3);
}

/**
 * Choices of an option, or of an autocomplete answer: names of 1 to 100 characters, text values of up to 100
 * (#application-command-object-application-command-option-choice-structure), no two alike.
 */
export function checkChoices(complaints: Complaints, at: string, choices: readonly Json[], ofText: boolean): void {
  const seen = new Set<unknown>();
  for (const [index, choice] of choices.entries()) {
    const here = `${at}.${index}`;
    const name = (path: string, value: unknown): void => complaints.text(path, value, 1, 100);
    name(`${here}.name`, choice.name);
    checkLocalizations(complaints, `${here}.name_localizations`, choice.name_localizations, name);
    if (ofText) complaints.text(`${here}.value`, choice.value, 1, 100);
    else if (typeof choice.value !== "number")
      complaints.add(`${here}.value`, "NUMBER_TYPE_COERCE", "The value must be a number");
    if (seen.has(choice.value))
      complaints.add(
        `${here}.value`,
        "APPLICATION_COMMAND_OPTIONS_CHOICE_VALUE_DUPLICATE",
        "Choice values must be unique",
      );
    seen.add(choice.value);
  }
}

/** Where a command can be used, and by whom unless the server's owner says otherwise. */
function checkReach(complaints: Complaints, prefix: string, command: Json): void {
  for (const [field, known] of [
    ["contexts", [0, 1, 2]],
    ["integration_types", [0, 1]],
  ] as const) {
    const values = list(command[field]);
    for (const [index, one] of values.entries()) complaints.oneOf(`${prefix}${field}.${index}`, one, known);
    if (new Set(values).size < values.length)
      complaints.add(`${prefix}${field}`, "SET_TYPE_DUPLICATE", "Values must be unique");
    if (Array.isArray(command[field]) && values.length === 0)
      complaints.add(`${prefix}${field}`, "BASE_TYPE_BAD_LENGTH", "Must have at least one value");
  }
  const permissions = command.default_member_permissions;
  if (permissions !== undefined && permissions !== null && !/^\d+$/u.test(written(permissions)))
    complaints.add(
      `${prefix}default_member_permissions`,
      "NUMBER_TYPE_COERCE",
      `Value "${JSON.stringify(permissions)}" is not a bit set.`,
    );
}
