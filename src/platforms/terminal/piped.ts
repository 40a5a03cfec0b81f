import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import type { Readable } from "node:stream";
import type { Commands } from "#core/answer/command.ts";
import { decode } from "#core/exchange/decode.ts";
import type { RawCall } from "#core/request/call.ts";
import { no, ok, type Read } from "#core/request/refusal.ts";

/** What a shell feeds into the command, as in `facts propose < article.txt`; undefined at a terminal. */
export type Piped = (Readable & { readonly isTTY?: boolean }) | undefined;

/**
 * The call with what was fed in, as the file that it lacks; undefined where it lacks none, or nothing came. Nothing
 * longer than the file may be is read.
 */
export async function withPiped(
  raw: RawCall,
  commands: Commands,
  piped: Piped,
  at: Told,
): Promise<Read<RawCall> | undefined> {
  const options = Object.entries(commands.find(raw.path)?.options ?? {});
  const [name, file] = options.find(([, option]) => option.type === "file") ?? [];
  if (piped === undefined || piped.isTTY === true || file === undefined || name === undefined) return undefined;
  if (raw.values[name] !== undefined) return undefined;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of piped) {
    const bytes = typeof part === "string" ? Buffer.from(part) : (part as Uint8Array);
    size += bytes.length;
    if (size > file.max) return no(tell(at, "terminal.fed", { max: file.max }), tell(at, "terminal.shorter"), [], name);
    parts.push(bytes);
  }
  const text = decode(Buffer.concat(parts));
  return text.trim() === "" ? undefined : ok({ ...raw, values: { ...raw.values, [name]: text } });
}
