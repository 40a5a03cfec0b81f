import {
  ApplicationCommandOptionType,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
} from "discord.js";
import type { RawCall } from "#core/request/call.ts";
import { decode } from "#core/exchange/decode.ts";
import type { Commands } from "#core/answer/command.ts";
import { no, ok, type Read } from "#core/request/refusal.ts";
import { count } from "#core/text/text.ts";

/** A file that came with a command, to be fetched before it can be read. */
interface Attached {
  readonly name: string;
  readonly url: string;
  readonly size: number;
}

/** A slash command as a raw call; its files are named, not fetched. */
export function readCommand(interaction: ChatInputCommandInteraction): {
  readonly call: RawCall;
  readonly files: Readonly<Record<string, Attached>>;
} {
  const path = [interaction.commandName, interaction.options.getSubcommand(false) ?? ""];
  const given = interaction.options.data.flatMap((o) => o.options ?? []);
  const files = given.flatMap((o) =>
    o.attachment === undefined || o.attachment === null
      ? []
      : [[o.name, { name: o.attachment.name, url: o.attachment.url, size: o.attachment.size }] as const],
  );
  const values = given
    .filter((o) => o.attachment === undefined || o.attachment === null)
    .map((o) => [o.name, worded(o)]);
  return { call: { path, values: Object.fromEntries(values) }, files: Object.fromEntries(files) };
}

function worded(option: CommandInteractionOption): string {
  if (option.type !== ApplicationCommandOptionType.Mentionable) return String(option.value ?? "");
  const role = option.role !== undefined && option.role !== null;
  return `${role ? "role" : "user"}:${String(option.value)}`;
}

const FETCH_MS = 10_000;

/**
 * The call with its files' texts. Discord's own server is the only one that is asked; a refusal says what is wrong with
 * the file.
 */
export async function withFiles(
  call: RawCall,
  files: Readonly<Record<string, Attached>>,
  commands: Commands,
): Promise<Read<RawCall>> {
  const values: Record<string, string> = { ...call.values };
  for (const [name, file] of Object.entries(files)) {
    const max = commands.find(call.path)?.options[name]?.max ?? 0;
    // A character is one byte at least and four at most.
    if (file.size > max * 4)
      return no(`${file.name} has ${count(file.size, "byte")}.`, `At most ${max} characters fit here.`, [], name);
    const text = await textOf(file);
    if (text === undefined) return no(`${file.name} could not be fetched.`, "Send it again.", [], name);
    values[name] = text;
  }
  return ok({ ...call, values });
}

async function textOf({ url }: Attached): Promise<string | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_MS), redirect: "error" });
    if (!response.ok) return undefined;
    return decode(new Uint8Array(await response.arrayBuffer()));
  } catch {
    return undefined;
  }
}
