import { setTimeout as sleep } from "node:timers/promises";
import {
  DiscordAPIError,
  MessageFlags,
  MessagePayload,
  REST,
  RESTJSONErrorCodes,
  Routes,
  type APIModalInteractionResponseCallbackData,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Client,
  type InteractionReplyOptions,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  type StringSelectMenuInteraction,
} from "discord.js";
import { isUnsent, unless } from "./outcome.ts";
import type { Page } from "./render.ts";

export type Asked =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ButtonInteraction
  | StringSelectMenuInteraction
  | ModalSubmitInteraction;

/** What is sent: a message for the asker or for everyone, the message turned to another page, or a form with what stands for it when it comes late. */
export type Outcome =
  | { readonly kind: "message"; readonly page: Page; readonly everyone: boolean }
  | { readonly kind: "turn"; readonly page: Page }
  | {
      readonly kind: "modal";
      readonly modal: APIModalInteractionResponseCallbackData;
      readonly late: () => Promise<Page>;
    };

/** How an answer is waited for: whom it is for is told when it is acknowledged, before it is known. */
export interface Waiting {
  readonly everyone: boolean;
  /** The message is turned to another page instead of answered with a new one. */
  readonly turns: boolean;
}

// Discord gives three seconds (docs: Interactions, responding). What is not ready by now is acknowledged first and filled in later.
const PATIENCE_MS = 1200;

/** A message as it is sent: nobody is pinged but the role that a digest was told to, whatever the words are. */
export function payload(page: Page) {
  return {
    components: page.components,
    files: page.files.map(({ name, text }) => ({ name, attachment: Buffer.from(text) })),
    allowedMentions: { parse: [], roles: page.pings === undefined ? [] : [page.pings] },
  };
}

/**
 * Acknowledges in time and sends the outcome when it is there. Returns the id of a message that everyone sees, for what must find it again.
 * @throws what Discord answers where it cannot be sent
 */
export async function deliver(asked: Asked, work: Promise<Outcome>, waiting: Waiting): Promise<string | undefined> {
  const late = Symbol("late");
  const patience = new AbortController();
  const first = await Promise.race([work, sleep(PATIENCE_MS, late, { signal: patience.signal })]).finally(() =>
    patience.abort(),
  );
  if (typeof first !== "symbol") return reply(asked, first);
  const turning = waiting.turns && asked.isMessageComponent();
  await acknowledged<unknown>(
    turning ? asked.deferUpdate() : asked.deferReply(waiting.everyone ? {} : { flags: MessageFlags.Ephemeral }),
  );
  // discord.js does not count one whose answer was lost.
  asked.deferred = true;
  return fillIn(asked, await work, waiting);
}

/** discord.js repeats what Discord failed to answer, and is then told that the first one was taken: undefined. */
function acknowledged<T>(sent: Promise<T>): Promise<T | undefined> {
  return unless(sent, ({ code }) => code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged);
}

async function reply(asked: Asked, outcome: Outcome): Promise<string | undefined> {
  const flags = MessageFlags.IsComponentsV2;
  switch (outcome.kind) {
    case "modal":
      if (!asked.isModalSubmit()) {
        await asked.showModal(outcome.modal);
        return undefined;
      }
      // A form cannot answer a form (docs: Interactions, modal): its button opens the next.
      await asked.reply({ ...payload(await outcome.late()), flags: flags | MessageFlags.Ephemeral });
      return undefined;
    case "turn":
      if (asked.isMessageComponent()) await asked.update({ ...payload(outcome.page), flags, attachments: [] });
      else await asked.reply({ ...payload(outcome.page), flags: flags | MessageFlags.Ephemeral });
      return undefined;
    case "message": {
      if (!outcome.everyone) {
        await asked.reply({ ...payload(outcome.page), flags: flags | MessageFlags.Ephemeral });
        return undefined;
      }
      const sent = await acknowledged(asked.reply({ ...payload(outcome.page), flags, withResponse: true }));
      return sent === undefined ? (await asked.fetchReply()).id : sent.resource?.message?.id;
    }
  }
}

async function fillIn(asked: Asked, outcome: Outcome, waiting: Waiting): Promise<string | undefined> {
  const flags = MessageFlags.IsComponentsV2;
  const page = outcome.kind === "modal" ? await outcome.late() : outcome.page;
  const everyone = outcome.kind === "message" && outcome.everyone;
  if (waiting.everyone && !everyone) {
    // What was promised to everyone is for the asker alone, such as a refusal: the promise is taken back.
    // Where it is no more, somebody else was first, or an attempt whose answer was lost.
    await patiently(() => unless(asked.deleteReply(), ({ code }) => code === RESTJSONErrorCodes.UnknownMessage));
    await beside(asked, page);
    return undefined;
  }
  if (waiting.turns && outcome.kind !== "turn") {
    // The page that is being read stays.
    await beside(asked, page);
    return undefined;
  }
  const edited = await patiently(() => asked.editReply({ ...payload(page), flags, attachments: [] }));
  return everyone ? edited.id : undefined;
}

/** A message beside the answer, for the asker alone. Discord has no nonce for it, so that it is sent again only where it was not sent. */
async function beside(asked: Asked, page: Page): Promise<void> {
  const told: InteractionReplyOptions = {
    ...payload(page),
    flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
  };
  const { body, files } = await MessagePayload.create(asked, told).resolveBody().resolveFiles();
  const rest = unrepeated(asked.client);
  const request = { body, files: files ?? [], auth: false };
  const send = (): Promise<unknown> => rest.post(Routes.webhook(asked.applicationId, asked.token), request);
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
