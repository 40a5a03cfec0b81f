import type { Told } from "#core/messages/tongue.ts";
import type { RawCall } from "#core/request/call.ts";
import type { Commands } from "#core/answer/command.ts";
import type { Read } from "#core/request/refusal.ts";
import { readLine } from "#core/answer/line.ts";

/**
 * What somebody typed, as Slack sends it: `&`, `<` and `>` escaped, addresses in `<…>`, quotation marks made curly by
 * the client (docs: Formatting message text, Slash commands). Mentions stay as they are: options read them.
 */
function typed(text: string): string {
  return text
    .replace(/<((?:https?|mailto):[^|>\s]+)(?:\|[^>]*)?>/gu, "$1")
    .replace(/[“”„]/gu, '"')
    .replace(ENTITY, unescaped)
    .trim();
}

const ENTITY = /&(?:lt|gt|amp);/gu;

function unescaped(entity: string): string {
  return entity === "&lt;" ? "<" : entity === "&gt;" ? ">" : "&";
}

/** A message's words as people read them: what they mention by its name, addresses as they stand, nothing escaped. */
export function asRead(text: string): string {
  return text
    .replace(/<(?:https?|mailto|tel):[^|>\s]+(?:\|[^>]*)?>/gu, (link) => link.slice(1, -1).split("|")[0] ?? "")
    .replace(/<([@#!])([^|>]+)(?:\|([^>]*))?>/gu, (_, kind: string, id: string, name: string | undefined) => {
      const called = name ?? id.split("^").at(-1) ?? "";
      return called.startsWith("@") || (kind === "!" && name !== undefined)
        ? called
        : `${kind === "#" ? "#" : "@"}${called}`;
    })
    .replace(ENTITY, unescaped);
}

/** The same words as at the terminal. Nothing typed is a request for help. */
export function readText(text: string, commands: Commands, at: Told = {}): Read<RawCall> {
  const line = typed(text);
  return readLine(line === "" ? "help" : line, commands, at);
}

/** A message without the mention that it was addressed by. */
export function unaddressed(text: string, bot: string | undefined): string {
  return bot === undefined ? text : text.replaceAll(`<@${bot}>`, " ").trim();
}
