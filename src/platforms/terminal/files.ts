import { readFileSync, statSync } from "node:fs";
import type { RawCall } from "#core/request/call.ts";
import type { Commands } from "#core/answer/command.ts";
import { decode } from "#core/exchange/decode.ts";
import { no, ok, type Read } from "#core/request/refusal.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";

/**
 * Puts files' texts in place of their paths, for the options that take a file. Reads nothing larger than the option
 * takes.
 */
export function withFiles(raw: RawCall, commands: Commands, at: Told): Read<RawCall> {
  const command = commands.find(raw.path);
  const options = Object.entries(command?.options ?? {});
  const values: Record<string, string> = { ...raw.values };
  for (const [name, option] of options) {
    const path = raw.values[name];
    // What has several lines was read before, and comes back with a form.
    if (option.type !== "file" || path === undefined || path.includes("\n")) continue;
    command?.ready?.();
    try {
      const found = statSync(path);
      const { size } = found;
      // A device or a pipe has no end.
      if (!found.isFile()) return no(tell(at, "file.not", { name: path }), tell(at, "file.path"), [], name);
      if (size > option.max)
        return no(
          tell(at, "file.size", { name: path, n: size }),
          `${tell(at, "file.most", { max: option.max })} ${tell(at, "file.split")}`,
          [],
          name,
        );
      values[name] = decode(readFileSync(path));
    } catch (error) {
      const why = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
      const told =
        why === "ENOENT" ? tell(at, "file.absent", { name: path }) : tell(at, "file.unread", { name: path, why });
      return no(told, tell(at, "file.path"), [], name);
    }
  }
  return ok({ ...raw, values });
}
