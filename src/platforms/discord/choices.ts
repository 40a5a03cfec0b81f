import { setTimeout as sleep } from "node:timers/promises";
import type { AutocompleteInteraction } from "discord.js";
import type { AskedFor } from "#core/answer/popular-values.ts";
import { completeValue } from "#core/answer/complete.ts";
import type { Host } from "#core/chat/platform.ts";
import { defined } from "#core/text/defined.ts";
import type { RequestContext } from "./request-context.ts";
import type { Translations } from "./translations.ts";

// Choices cannot be deferred (docs: Interactions, autocomplete): while the store is slow, the library's are offered.
const PATIENCE_MS = 1500;

/** How often each value was asked for, and what a choice is called in the asker's language. */
export interface Offering {
  readonly popular: AskedFor;
  readonly words: Translations;
}

/** What is offered while somebody types; whatever else is typed is read all the same. */
export async function choicesFor(
  interaction: AutocompleteInteraction,
  { workspace, hasDesk }: RequestContext,
  host: Host,
  { popular, words }: Offering,
): Promise<readonly { readonly name: string; readonly value: string }[]> {
  const { name, value } = interaction.options.getFocused(true);
  const command = host.commands.find([interaction.commandName, interaction.options.getSubcommand(false) ?? ""]);
  const option = command === undefined || !Object.hasOwn(command.options, name) ? undefined : command.options[name];
  if (command === undefined || option === undefined) return [];
  command.ready?.();
  const { shows, ...plain } = option;
  const choices = option.choices?.map((choice) => {
    const { name_localizations: said } = words.choice(command.path, name, choice.value);
    return { ...choice, label: said[interaction.locale] ?? shows?.(choice.value, {}) ?? choice.label };
  });
  const own = hasDesk ? host.desk(workspace).then((desk) => desk.view()) : host.library.view();
  const view = await Promise.race([
    own,
    sleep(PATIENCE_MS, undefined, { ref: false }).then(() => host.library.view()),
  ]).catch(() => host.library.view());
  return completeValue({ ...plain, ...defined({ choices }) }, value, view, (all) =>
    popular.ranked(workspace.id, name, all),
  ).map((c) => ({
    name: c.label,
    value: c.value,
  }));
}
