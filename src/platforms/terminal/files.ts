import { readFileSync, statSync } from "node:fs";
import type { RawCall } from "#core/request/call.ts";
import type { Commands } from "#core/answer/command.ts";
import { decode } from "#core/exchange/decode.ts";
import { no, ok, type Read } from "#core/request/refusal.ts";
import { count } from "#core/text/text.ts";

/**
 * Puts files' texts in place of their paths, for the options that take a file. Reads nothing larger than the option
 * takes.
 */
export function withFiles(raw: RawCall, commands: Commands): Read<RawCall> {
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
      if (!found.isFile())
        return no(`${path} is not a file.`, "Type a file's path, as in: file:./facts.yaml", [], name);
      if (size > option.max)
        return no(`${path} has ${count(size, "byte")}; at most ${option.max} fit.`, "Split the file.", [], name);
      values[name] = decode(readFileSync(path));
    } catch (error) {
      const why = error instanceof Error && "code" in error ? String(error.code) : "unreadable";
      const told = why === "ENOENT" ? `There is no file ${path}.` : `${path} cannot be read (${why}).`;
      return no(told, "Type a file's path, as in: file:./facts.yaml", [], name);
    }
  }
  return ok({ ...raw, values });
}
