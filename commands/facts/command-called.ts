import { tell } from "#core/messages/tell.ts";
import type { Context } from "#core/answer/command.ts";
import { readSpellings } from "#core/changes/spelling-list.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { fold } from "#core/text/text.ts";

/** Why a slot cannot be called so: a typed line that begins with the name of a command is that command. */
export function commandCalled(
  values: Readonly<Record<string, unknown>>,
  { commands, view }: Pick<Context, "commands" | "view">,
): Refusal | undefined {
  const { called, also } = values as { readonly called?: string; readonly also?: string };
  const words = [...(called === undefined ? [] : [called]), ...readSpellings(also)];
  const taken = words.find((w) => commands.all.some(({ path: [, name] }) => fold(name) === fold(w)));
  if (taken === undefined) return undefined;
  const field = taken === called ? "called" : "also";
  return { ...refuse("usage", tell(view, "command.called", { words: taken }), tell(view, "command.choose")), field };
}
