import { readAction } from "#core/chat/actions.ts";
import { readPress, type Input } from "#core/chat/input.ts";
import { withFiles } from "#core/chat/attached.ts";
import { MESSAGE_COMMANDS, messageInput } from "#core/chat/message-commands.ts";
import type { Commands } from "#core/answer/command.ts";
import { isPublic } from "#core/request/call.ts";
import type { Message, MessageContextMenuCommandInteraction, ModalSubmitInteraction } from "discord.js";
import type { Answerable } from "./acknowledge.ts";
import { withoutPrefix } from "./direct.ts";
import { entered, picked } from "./form.ts";
import { attached, FILE_SERVER, readCommand } from "./read.ts";

/** What somebody did, as an input of the conversation. */
export function inputOf(interaction: Answerable, commands: Commands): Input {
  if (interaction.isChatInputCommand()) {
    const { call, files } = readCommand(interaction);
    return { do: "ask", call: (_, at) => withFiles(call, files, commands, FILE_SERVER, at), everyone: isPublic(call) };
  }
  if (interaction.isMessageContextMenuCommand()) return chosenInput(interaction, commands);
  if (interaction.isModalSubmit()) return formInput(interaction);
  const chosen = interaction.isStringSelectMenu() ? interaction.values[0] : undefined;
  return readPress(withoutPrefix(interaction.customId), chosen);
}

function chosenInput({ commandName, targetMessage }: MessageContextMenuCommandInteraction, commands: Commands): Input {
  const command = MESSAGE_COMMANDS.find(({ name }) => name === commandName);
  if (command === undefined) return undefined;
  const { content, author, url: address, createdAt } = targetMessage;
  // A forwarded message has its words and files in a snapshot.
  const forwarded = targetMessage.messageSnapshots.first();
  const text =
    [content, forwarded?.content ?? "", ...cardsOf(targetMessage)].find((words) => words.trim() !== "") ?? "";
  const attachments =
    targetMessage.attachments.size > 0
      ? targetMessage.attachments
      : (forwarded?.attachments ?? targetMessage.attachments);
  const day = createdAt.toISOString().slice(0, 10);
  const files = attachments.map(attached);
  const chosen = { text, author: author.displayName, address, day, files };
  return messageInput(command.name, async () => chosen, commands, FILE_SERVER);
}

/** The words of a message that has no others: of the cards that a link or an app put into it. */
function cardsOf({ embeds }: Message): readonly string[] {
  return embeds.map(({ title, description }) => [title ?? "", description ?? ""].join("\n").trim());
}

function formInput({ customId, fields }: ModalSubmitInteraction): Input {
  const action = readAction(withoutPrefix(customId));
  if (action?.do !== "form") return undefined;
  const { token, step } = action;
  return {
    do: "submit",
    token,
    step,
    entered: (form) => entered(fields, form, step),
    picked: (form) => picked(fields, form, step),
    server: FILE_SERVER,
  };
}
