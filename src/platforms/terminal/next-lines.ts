import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import type { Session } from "#core/answer/answer.ts";
import { KINDS, withoutKind } from "#core/request/kind-of-name.ts";
import type { Names } from "#core/facts/names.ts";
import type { Reply } from "#core/reply/reply.ts";
import type { RawCall } from "#core/request/call.ts";
import type { Option, Options } from "#core/request/option.ts";

/**
 * What to type next, for the buttons of a moderator's reply: who asks once from a shell cannot press them. Empty where
 * there are none; a reader's buttons are only further questions.
 */
export async function nextLines({ blocks }: Reply, { commands, desk }: Session, at: Told): Promise<string> {
  const all = blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : []));
  const offered = all.flatMap(({ label, call }) => {
    const command = commands.find(call.path);
    return command === undefined || command.tier === "reader" ? [] : [{ label, call, options: command.options }];
  });
  if (offered.length === 0) return "";
  const { view } = await desk.snapshot();
  const lines = offered.map(({ label, call, options }) => `  ${shellLine(call, options, view)}\n    ${label}`);
  return `\n${tell(at, "terminal.goOn")}\n${lines.join("\n")}`;
}

function shellLine({ path, values }: RawCall, options: Options, names: Names): string {
  const words = Object.entries(values).map(
    ([name, value]) => `${name}:${inShell(inWords(value, options[name], names))}`,
  );
  return ["npm run --silent talks --", ...path, ...words].join(" ");
}

/** A name where a button has the id of what is called so, and nothing else is. */
function inWords(value: string, option: Option | undefined, names: Names): string {
  const { kind, name: id } = withoutKind(value);
  const directory = kind === undefined ? option?.of : KINDS[kind];
  const item = directory === undefined ? undefined : names[directory].get(id);
  if (directory === undefined || item === undefined) return value;
  const found = names[directory].find(item.name);
  if (found.kind !== "exact" || found.item.id !== id) return value;
  return kind === undefined ? item.name : `${kind}: ${item.name}`;
}

// POSIX, 2.2.3: within double quotes, only these signs are more than themselves.
function inShell(value: string): string {
  return /^[\w./-]+$/u.test(value) ? value : `"${value.replace(/["\\$`]/gu, String.raw`\$&`)}"`;
}
