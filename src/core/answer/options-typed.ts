import type { View } from "#core/facts/view.ts";
import type { Options } from "#core/request/option.ts";
import type { Command, Commands } from "./command.ts";
import { readLine } from "./line.ts";

/** What may still be typed in a line, and what has its value already, by its name or by its place. */
interface OptionsTyped {
  readonly options: Options;
  readonly given: ReadonlySet<string>;
}

/**
 * The options of a command whose line was begun: its own, and before them the fields of the kind or the fact that the
 * line names, such as `place` after `facts add venue`.
 */
export function optionsTyped(command: Command, begun: string, commands: Commands, view: View): OptionsTyped {
  const { options, form, path, spread } = command;
  const read = readLine(begun, commands);
  if (!read.ok || read.value.path.join(" ") !== path.join(" ")) return { options, given: new Set() };
  const values = spread?.(read.value.values, view) ?? read.value.values;
  const given = new Set(Object.keys(values));
  const fields = form?.fields?.(values, { view });
  return { options: fields === undefined ? options : { ...fields, ...options, ...fields }, given };
}
