import type { Json } from "#test/standins/discord/json.ts";
import { length, object, objects, text, written } from "#test/standins/discord/json.ts";
import type { Complaints } from "./complaints.ts";

/**
 * docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming.
 */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** docs.discord.com/developers/reference#locales. */
const LOCALES = new Set(
  "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko".split(
    " ",
  ),
);

/** A slash name: the expression above, in lower case wherever there is one. */
export function checkSlashName(complaints: Complaints, at: string, value: unknown): void {
  const name = text(value);
  if (!NAME.test(name) || name !== name.toLowerCase())
    complaints.add(at, "APPLICATION_COMMAND_INVALID_NAME", `Command name is invalid: ${JSON.stringify(value)}`);
}

export function checkLocalizations(
  complaints: Complaints,
  at: string,
  value: unknown,
  each: (at: string, value: unknown) => void,
): void {
  for (const [locale, wording] of Object.entries(object(value))) {
    if (!LOCALES.has(locale)) complaints.add(`${at}.${locale}`, "ENUM_TYPE_COERCE", `"${locale}" is no locale.`);
    each(`${at}.${locale}`, wording);
  }
}

/**
 * The characters a command counts against its 8,000: names, descriptions and choice values of it and of everything
 * below it; of each localized field only the longest. "Application Command Limits" on the same page.
 */
export function commandCharacters(command: Json): number {
  let total = longest(command.name, command.name_localizations);
  total += longest(command.description, command.description_localizations);
  for (const choice of objects(command.choices)) {
    total += longest(choice.name, choice.name_localizations);
    total += length(written(choice.value));
  }
  for (const option of objects(command.options)) total += commandCharacters(option);
  return total;
}

function longest(value: unknown, localizations: unknown): number {
  return Math.max(length(text(value)), ...Object.values(object(localizations)).map((one) => length(text(one))));
}
