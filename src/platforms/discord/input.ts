import { readAction } from "#core/chat/actions.ts";
import { readPress, type Input } from "#core/chat/input.ts";
import { MESSAGE_COMMANDS, messageCall, type Chosen } from "#core/chat/message-commands.ts";
import type { Commands } from "#core/answer/command.ts";
import { isPublic } from "#core/request/call.ts";
import { ok } from "#core/request/refusal.ts";
import type { MessageContextMenuCommandInteraction, ModalSubmitInteraction } from "discord.js";
import type { Answerable } from "./acknowledge.ts";
import { withoutPrefix } from "./direct.ts";
import { entered } from "./form.ts";
import { readCommand, withFiles } from "./read.ts";

/** What somebody did, as an input of the conversation. */
export function inputOf(interaction: Answerable, commands: Commands): Input {
  if (interaction.isChatInputCommand()) {
    const { call, files } = readCommand(interaction);
    return { do: "ask", call: () => withFiles(call, files, commands), everyone: isPublic(call) };
  }
  if (interaction.isMessageContextMenuCommand()) return messageInput(interaction);
  if (interaction.isModalSubmit()) return formInput(interaction);
  const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
  return readPress(withoutPrefix(interaction.customId), chosen);
}

function messageInput({ commandName, targetMessage }: MessageContextMenuCommandInteraction): Input {
  const command = MESSAGE_COMMANDS.find(({ name }) => name === commandName);
  if (command === undefined) return undefined;
  const { content: text, author, url: address, createdAt } = targetMessage;
  const chosen: Chosen = { text, author: author.displayName, address, day: createdAt.toISOString().slice(0, 10) };
  return { do: "ask", call: ({ tier }) => ok(messageCall(command.name, chosen, tier)), everyone: false };
}

function formInput({ customId, fields }: ModalSubmitInteraction): Input {
  const action = readAction(withoutPrefix(customId));
  if (action?.do !== "form") return undefined;
  const { token, step } = action;
  return { do: "submit", token, step, entered: (form) => entered(fields, form, step) };
}
