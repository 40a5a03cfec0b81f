import { setTimeout as sleep } from "node:timers/promises";
import {
  DiscordAPIError,
  MessageFlags,
  MessagePayload,
  REST,
  RESTJSONErrorCodes,
  Routes,
  type Client,
  type InteractionReplyOptions,
} from "discord.js";
import { defined } from "#core/text/defined.ts";
import { acknowledged, firstly, type Answerable, type Promised } from "./acknowledge.ts";
import type { FormModal } from "./compose.ts";
import { isUnsent, unless } from "./outcome.ts";
import { payload } from "./payload.ts";
import type { Page } from "./render.ts";

/** An outcome as it is sent: a message for the asker or for everyone, the message turned to another page, or a form. */
export type Drawn =
  | { readonly kind: "message"; readonly page: Page; readonly everyone: boolean }
  | { readonly kind: "turn"; readonly page: Page }
  | ({ readonly kind: "modal" } & FormModal);

/**
 * Sends what was drawn. `deferred`: it was acknowledged before. Returns the id of a message that everyone sees, for
 * what must find it again.
 * @throws what Discord answers where it cannot be sent
 */
export async function deliver(
  interaction: Answerable,
  drawn: Drawn,
  promised: Promised,
  deferred: boolean,
): Promise<string | undefined> {
  if (deferred) return fillIn(interaction, drawn, promised);
  const sent = await firstly(() => acknowledged(reply(interaction, drawn)));
  if (sent !== undefined) return sent.message;
  // It was acknowledged before: by an attempt whose answer was lost, or by another process that was not as fast to know
  // the answer.
  if (drawn.kind === "modal") return undefined;
  interaction.deferred = true;
  return fillIn(interaction, drawn, promised);
}

/** The message that everyone sees, where there is one. */
interface Sent {
  readonly message?: string;
}

async function reply(interaction: Answerable, drawn: Drawn): Promise<Sent> {
  const flags = MessageFlags.IsComponentsV2;
  switch (drawn.kind) {
    case "modal":
      // A form cannot answer a form (docs: Interactions, modal): its button opens the next.
      if (interaction.isModalSubmit())
        await interaction.reply({ ...payload(drawn.late()), flags: flags | MessageFlags.Ephemeral });
      else await interaction.showModal(drawn.modal);
      return {};
    case "turn":
      if (interaction.isMessageComponent())
        await interaction.update({ ...payload(drawn.page), flags, attachments: [] });
      else await interaction.reply({ ...payload(drawn.page), flags: flags | MessageFlags.Ephemeral });
      return {};
    case "message": {
      if (!drawn.everyone) {
        await interaction.reply({ ...payload(drawn.page), flags: flags | MessageFlags.Ephemeral });
        return {};
      }
      const sent = await interaction.reply({ ...payload(drawn.page), flags, withResponse: true });
      return defined({ message: sent.resource?.message?.id });
    }
  }
}

async function fillIn(interaction: Answerable, drawn: Drawn, promised: Promised): Promise<string | undefined> {
  const flags = MessageFlags.IsComponentsV2;
  const page = drawn.kind === "modal" ? drawn.late() : drawn.page;
  const everyone = drawn.kind === "message" && drawn.everyone;
  if (promised.everyone && !everyone) {
    // What was promised to everyone is for the asker alone, such as a refusal: the promise is taken back.
    // If it is gone, somebody else was first, or an attempt whose answer was lost.
    await patiently(() => unless(interaction.deleteReply(), ({ code }) => code === RESTJSONErrorCodes.UnknownMessage));
    await beside(interaction, page);
    return undefined;
  }
  if (promised.turns && drawn.kind !== "turn") {
    // The page that is being read stays.
    await beside(interaction, page);
    return undefined;
  }
  const edited = await patiently(() => interaction.editReply({ ...payload(page), flags, attachments: [] }));
  return everyone ? edited.id : undefined;
}

/**
 * A message beside the answer, for the asker alone. Discord has no nonce for it, so that it is sent again only where it
 * was not sent.
 */
export async function beside(interaction: Answerable, page: Page): Promise<void> {
  const told: InteractionReplyOptions = {
    ...payload(page),
    flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
  };
  const { body, files } = await MessagePayload.create(interaction, told).resolveBody().resolveFiles();
  const rest = unrepeated(interaction.client);
  const request = { body, files: files ?? [], auth: false };
  const send = (): Promise<unknown> => rest.post(Routes.webhook(interaction.applicationId, interaction.token), request);
  await patiently(send, isUnsent);
}

const UNREPEATED = new WeakMap<Client, REST>();

/** Requests that discord.js does not repeat by itself after a failure. */
function unrepeated(client: Client): REST {
  const rest = UNREPEATED.get(client) ?? new REST({ ...client.rest.options, retries: 0 });
  UNREPEATED.set(client, rest);
  return rest;
}

const AGAIN_MS = [1000, 4000, 15_000];

/** Sends into a deferred answer, again after a while where Discord fails: an edit done twice is one edit. */
async function patiently<T>(send: () => Promise<T>, mayRepeat = isPassing): Promise<T> {
  for (const pause of AGAIN_MS) {
    try {
      return await send();
    } catch (error) {
      if (!mayRepeat(error)) throw error;
      await sleep(pause);
    }
  }
  return send();
}

function isPassing(error: unknown): boolean {
  return !(error instanceof DiscordAPIError && error.status < 500);
}
