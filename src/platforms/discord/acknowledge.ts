import { setTimeout as sleep } from "node:timers/promises";
import {
  MessageFlags,
  RESTJSONErrorCodes,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from "discord.js";
import { unless } from "./outcome.ts";
import { isUnreachable } from "./problem.ts";

/** What is answered by a message or a form. */
export type Answerable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction
  | ModalSubmitInteraction;

export function isAnswerable(interaction: Interaction): interaction is Answerable {
  return (
    interaction.isChatInputCommand() ||
    interaction.isMessageContextMenuCommand() ||
    interaction.isButton() ||
    interaction.isStringSelectMenu() ||
    interaction.isModalSubmit()
  );
}

/** What an acknowledgement says of an answer before it is known. */
export interface Promised {
  readonly everyone: boolean;
  /** The message is turned to another page instead of answered with a new one. */
  readonly turns: boolean;
}

// Discord gives three seconds (docs: Interactions, responding). What is not ready by now is acknowledged first and
// filled in later.
const PATIENCE_MS = 1200;

/**
 * Acknowledges an interaction whose answer is not there in time, and says whether it had to: an answer that is there
 * acknowledges by itself.
 * @throws what Discord answers, and what `working` throws in time
 */
export async function acknowledge(
  interaction: Answerable,
  working: Promise<unknown>,
  { everyone, turns }: Promised,
): Promise<boolean> {
  const patience = new AbortController();
  const late = sleep(PATIENCE_MS, true, { signal: patience.signal });
  const isLate = await Promise.race([working.then(() => false), late]).finally(() => patience.abort());
  if (!isLate) return false;
  const turning = turns && interaction.isMessageComponent();
  const defer = (): Promise<unknown> =>
    turning ? interaction.deferUpdate() : interaction.deferReply(everyone ? {} : { flags: MessageFlags.Ephemeral });
  await firstly(() => acknowledged(defer()));
  // discord.js does not count one whose answer was lost.
  interaction.deferred = true;
  return true;
}

// Together with the patience above well within Discord's three seconds.
const AGAIN_MS = [50, 200, 600];

/**
 * Sends what acknowledges, again where the connection was cut: a kept-alive connection may close just when it is used.
 * Done twice, Discord says that it was acknowledged already.
 */
export async function firstly<T>(send: () => Promise<T>): Promise<T> {
  for (const pause of AGAIN_MS) {
    try {
      return await send();
    } catch (error) {
      if (!isUnreachable(error)) throw error;
      await sleep(pause);
    }
  }
  return send();
}

/** discord.js repeats what Discord failed to answer, and is then told that the first one was taken: undefined. */
export function acknowledged<T>(sent: Promise<T>): Promise<T | undefined> {
  return unless(sent, ({ code }) => code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged);
}
