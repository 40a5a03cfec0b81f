import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandSubcommandOption,
  type RESTPostAPIApplicationCommandsJSONBody,
} from "discord.js";
import { ABOUT_GROUPS, GROUPS, type Command, type Commands } from "#core/answer/command.ts";
import type { Option } from "#core/request/option.ts";
import { MESSAGE_COMMANDS } from "#core/chat/message-commands.ts";
import type { Locale } from "#core/chat/locale.ts";
import { Translations } from "./translations.ts";

export type CommandData = RESTPostAPIApplicationCommandsJSONBody;

/** docs: Application Commands, option: text at most 6,000 characters, numbers within ±2^53, at most 25 choices. */
const OPTION = { text: 6000, choices: 25 } as const;

/**
 * The commands as they are registered with Discord: one for each group that has any, and the message commands.
 * Moderators' groups are shown to members with Manage Server until the server's owner says otherwise; what only servers
 * have is offered in servers only. What a language lacks stays English.
 */
export function commandData(commands: Commands, locales: readonly Locale[]): readonly CommandData[] {
  const words = new Translations(locales);
  const groups = GROUPS.filter((g) => commands.listed(g).length > 0).map((g) => group(g, commands.listed(g), words));
  return [...groups, ...MESSAGE_COMMANDS.map((m) => message(m, words))];
}

const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};
const SERVERS = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
};

function group(name: (typeof GROUPS)[number], all: readonly Command[], words: Translations): CommandData {
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    description: ABOUT_GROUPS[name],
    ...words.group(name),
    ...(name === "talks"
      ? EVERYWHERE
      : { ...SERVERS, default_member_permissions: PermissionFlagsBits.ManageGuild.toString() }),
    options: all.map((c) => subcommand(c, words)),
  };
}

function message({ name, servers }: (typeof MESSAGE_COMMANDS)[number], words: Translations): CommandData {
  return { type: ApplicationCommandType.Message, name, ...words.message(name), ...(servers ? SERVERS : EVERYWHERE) };
}

function subcommand(command: Command, words: Translations): APIApplicationCommandSubcommandOption {
  // Discord wants the required ones first.
  const all = Object.entries(command.options).toSorted(
    ([, a], [, b]) => Number(isRequired(b, command)) - Number(isRequired(a, command)),
  );
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name: command.path[1],
    description: command.about,
    ...words.command(command.path),
    options: all.map(([name, option]) => ({
      ...basic(name, option, command, words),
      ...words.option(command.path, name),
    })),
  };
}

/** A form asks for what is missing, so that nothing of it has to be typed with the command. */
function isRequired(option: Option, command: Command): boolean {
  return option.required && command.form === undefined;
}

function basic(name: string, option: Option, command: Command, words: Translations): APIApplicationCommandBasicOption {
  const base = { name, description: option.about, required: isRequired(option, command) };
  const { type } = option;
  switch (type) {
    case "flag":
      return { ...base, type: ApplicationCommandOptionType.Boolean };
    case "file":
      return { ...base, type: ApplicationCommandOptionType.Attachment };
    case "channel":
      return { ...base, type: ApplicationCommandOptionType.Channel };
    case "mentionable":
      return { ...base, type: ApplicationCommandOptionType.Mentionable };
    case "choice": {
      const choices = (option.choices ?? []).map((c) => ({
        name: c.label,
        value: c.value,
        ...words.choice(command.path, name, c.value),
      }));
      const string = { ...base, type: ApplicationCommandOptionType.String as const };
      // Its own names a desk can only offer while one types.
      return choices.length <= OPTION.choices && option.complete === undefined
        ? { ...string, choices }
        : { ...string, autocomplete: true };
    }
    // Numbers are typed as text too, so that "a few" gets an answer that says what to type.
    case "whole":
    case "text":
    case "long": {
      const string = { ...base, type: ApplicationCommandOptionType.String as const, max_length: OPTION.text };
      return option.complete === undefined ? string : { ...string, autocomplete: true };
    }
  }
}
