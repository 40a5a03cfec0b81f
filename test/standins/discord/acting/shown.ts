import type { Json } from "#test/standins/discord/json.ts";
import { isObject, objects, text } from "#test/standins/discord/json.ts";
import { FLAGS } from "#test/standins/discord/limits/message.ts";
import type { Attachment, Message } from "#test/standins/discord/messages/message.ts";
import { shownText } from "#test/standins/discord/messages/pings.ts";

/** A message as a person sees it at one moment; later edits make another. */
export interface Shown {
  readonly id: string;
  readonly channel: string;
  readonly author: string;
  /** Content, embeds and text displays, in order. */
  readonly text: string;
  readonly ephemeral: boolean;
  /** Whether it is still "thinking". */
  readonly loading: boolean;
  readonly deleted: boolean;
  readonly edited: boolean;
  readonly buttons: readonly Button[];
  readonly selects: readonly Json[];
  readonly files: readonly Attachment[];
  readonly nonce: string | number | undefined;
  readonly components: readonly Json[];
  readonly embeds: readonly unknown[];
  readonly flags: number;
}

interface Button {
  readonly label: string;
  readonly customId: string;
  readonly url: string;
  readonly disabled: boolean;
}

export function show(message: Message): Shown {
  const controls = [...controlsOf(message.components)];
  return {
    id: message.id,
    channel: message.channel.id,
    author: message.author.id,
    text: shownText({ ...message }),
    ephemeral: (message.flags & FLAGS.ephemeral) !== 0,
    loading: (message.flags & FLAGS.loading) !== 0,
    deleted: message.deleted,
    edited: message.editedAt !== undefined,
    buttons: controls.filter((one) => one.type === 2).map(button),
    selects: controls.filter((one) => one.type !== 2),
    files: message.attachments,
    nonce: message.nonce,
    components: message.components,
    embeds: message.embeds,
    flags: message.flags,
  };
}

/** Buttons and selects, however deep. */
export function* controlsOf(components: readonly Json[]): Generator<Json> {
  for (const one of components) {
    if (one.type === 2 || (typeof one.type === "number" && one.type >= 3 && one.type <= 8)) yield one;
    yield* controlsOf(objects(one.components));
    if (isObject(one.accessory)) yield* controlsOf([one.accessory]);
    if (isObject(one.component)) yield* controlsOf([one.component]);
  }
}

function button(one: Json): Button {
  return {
    label: text(one.label),
    customId: text(one.custom_id),
    url: text(one.url),
    disabled: one.disabled === true,
  };
}
