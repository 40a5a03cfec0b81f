import type { RawCall } from "#core/request/call.ts";
import { decode } from "#core/exchange/decode.ts";
import type { Commands } from "#core/answer/command.ts";
import { no, ok, type Read } from "#core/request/refusal.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";

/**
 * A file that came with a command or a message, to be fetched before it can be read. `size` in bytes. The name is empty
 * where the platform tells none.
 */
export interface Attached {
  readonly name: string;
  readonly url: string;
  readonly size: number;
}

/** Where a platform keeps the files of messages. */
export interface FileServer {
  /** A file's bytes, from the platform's own server and from no other; undefined where they cannot be had. */
  readonly fetchFile: (file: Attached) => Promise<Uint8Array | undefined>;
  /** The message that says what to do where they cannot. */
  readonly hint: "file.again" | "file.scope";
}

/** How long a platform's server may take over a file, in milliseconds. */
export const FETCH_MS = 10_000;

/** The call with its files' texts, by option. A refusal says what is wrong with the file. */
export async function withFiles(
  call: RawCall,
  files: Readonly<Record<string, Attached>>,
  commands: Commands,
  { fetchFile, hint }: FileServer,
  at: Told,
): Promise<Read<RawCall>> {
  const values: Record<string, string> = { ...call.values };
  if (Object.keys(files).length > 0) commands.find(call.path)?.ready?.();
  for (const [name, file] of Object.entries(files)) {
    const max = commands.find(call.path)?.options[name]?.max ?? 0;
    // A character is one byte at least and four at most.
    if (file.size > max * 4)
      return no(
        tell(at, "file.size", { name: nameIn(file, at), n: file.size }),
        tell(at, "file.most", { max }),
        [],
        name,
      );
    const bytes = await fetchFile(file);
    if (bytes === undefined) return no(tell(at, "file.lost", { name: nameIn(file, at) }), tell(at, hint), [], name);
    values[name] = decode(bytes);
  }
  return ok({ ...call, values });
}

export function nameIn({ name }: Attached, at: Told): string {
  return name === "" ? tell(at, "file.that") : name;
}
