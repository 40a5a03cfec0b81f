import {
  ApplicationCommandOptionType,
  type Attachment,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
} from "discord.js";
import type { RawCall } from "#core/request/call.ts";
import { FETCH_MS, type Attached, type FileServer } from "#core/chat/attached.ts";

/** A slash command as a raw call; its files are named, not fetched. */
export function readCommand(interaction: ChatInputCommandInteraction): {
  readonly call: RawCall;
  readonly files: Readonly<Record<string, Attached>>;
} {
  const path = [interaction.commandName, interaction.options.getSubcommand(false) ?? ""];
  const given = interaction.options.data.flatMap((o) => o.options ?? []);
  const files = given.flatMap((o) =>
    o.attachment === undefined || o.attachment === null ? [] : [[o.name, attached(o.attachment)] as const],
  );
  const values = given
    .filter((o) => o.attachment === undefined || o.attachment === null)
    .map((o) => [o.name, worded(o)]);
  return { call: { path, values: Object.fromEntries(values) }, files: Object.fromEntries(files) };
}

export function attached({ name, url, size }: Attachment): Attached {
  return { name, url, size };
}

function worded(option: CommandInteractionOption): string {
  if (option.type !== ApplicationCommandOptionType.Mentionable) return String(option.value ?? "");
  const role = option.role !== undefined && option.role !== null;
  return `${role ? "role" : "user"}:${String(option.value)}`;
}

/** Discord's own server of files. */
export const FILE_SERVER: FileServer = { fetchFile, hint: "file.again" };

async function fetchFile({ url }: Attached): Promise<Uint8Array | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_MS), redirect: "error" });
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
  } catch {
    return undefined;
  }
}
