import type { Interaction } from "#test/standins/discord/interactions/interaction.ts";
import type { Json } from "#test/standins/discord/json.ts";
import { integer, object, objects, text } from "#test/standins/discord/json.ts";
import { checkChoices } from "#test/standins/discord/limits/command.ts";
import { Complaints } from "#test/standins/discord/limits/complaints.ts";
import { FLAGS } from "#test/standins/discord/limits/message.ts";
import { checkModal } from "#test/standins/discord/limits/modal.ts";
import type { Message } from "#test/standins/discord/messages/message.ts";
import { messageJson } from "#test/standins/discord/messages/message.ts";
import { pingsOf } from "#test/standins/discord/messages/pings.ts";
import { stored } from "#test/standins/discord/messages/stored-components.ts";
import type { Written } from "#test/standins/discord/messages/writing.ts";
import { apply, rewrite, write } from "#test/standins/discord/messages/writing.ts";
import { invalidForm, refusal } from "#test/standins/discord/refusal.ts";
import { writingOf } from "./channels.ts";
import type { Call, Route } from "./route.ts";
import { bodyOf, found, NOTHING, param } from "./route.ts";

/**
 * Which callback types answer which interaction: docs.discord.com/developers/interactions/receiving-and-responding
 * #interaction-response-object-interaction-callback-type. 6 and 7 are for components and for forms opened from one; a
 * form cannot be answered with another form.
 */
const ANSWERS: Readonly<Record<number, readonly number[]>> = { 2: [4, 5, 9], 3: [4, 5, 6, 7, 9], 4: [8], 5: [4, 5] };

export const callback: readonly Route[] = [
  {
    method: "POST",
    template: "/interactions/{interaction_id}/{interaction_token}/callback",
    ownToken: true,
    answer: (call) => {
      const { ledger } = call.platform;
      const interaction = ledger.toAcknowledge(param(call, "interaction_id"), param(call, "interaction_token"));
      const type = integer(bodyOf(call).type);
      const allowed = [...(ANSWERS[interaction.made.type] ?? [])];
      if (interaction.made.type === 5 && interaction.made.message !== undefined) allowed.push(6, 7);
      if (!allowed.includes(type))
        throw invalidForm([
          { path: "type", code: "BASE_TYPE_CHOICES", message: `Must be one of (${allowed.join(", ")}), not ${type}.` },
        ]);
      const settle = ready(call, interaction, type);
      ledger.acknowledge(interaction, type);
      settle();
      interaction.changed();
      return call.query.get("with_response") === "true" ? found(response(call, interaction)) : NOTHING;
    },
  },
];

/** Checks the answer, and gives back what to do once it is acknowledged: a refused body leaves it unacknowledged. */
function ready(call: Call, interaction: Interaction, type: number): () => void {
  const data = object(bodyOf(call).data);
  if (type === 4) return readyMessage(call, interaction, write(writingOf(call, "response", data, "data.")), data);
  if (type === 5) return readyDeferral(call, interaction, data);
  if (type === 6 || type === 7) return readyUpdate(call, interaction, type, data);
  const complaints = new Complaints();
  if (type === 9) checkModal(complaints, data);
  else {
    complaints.count("data.choices", data.choices, 0, 25);
    checkChoices(
      complaints,
      "data.choices",
      objects(data.choices),
      typeof objects(data.choices)[0]?.value !== "number",
    );
  }
  if (complaints.all.length > 0) throw invalidForm(complaints.all);
  return () => {
    if (type === 8) interaction.choices = objects(data.choices);
    else interaction.modal = { ...data, components: stored(objects(data.components)) };
    interaction.filled = true;
  };
}

function readyMessage(call: Call, interaction: Interaction, written: Written, data: Json): () => void {
  return () => {
    interaction.original = answerTo(call, interaction, written);
    interaction.filled = true;
    call.platform.messages.ping(interaction.original, pingsOf(data));
  };
}

/** A deferred answer takes only the ephemeral flag; a second version of components comes with the edit. */
function readyDeferral(call: Call, interaction: Interaction, data: Json): () => void {
  const flags = integer(data.flags);
  if ((flags & ~FLAGS.ephemeral) !== 0)
    throw invalidForm([
      {
        path: "data.flags",
        code: "MESSAGE_FLAGS_DEFERRED",
        message: "Only EPHEMERAL can be set on a deferred response.",
      },
    ]);
  if (text(data.content) !== "" || objects(data.components).length > 0 || objects(data.embeds).length > 0)
    call.platform.journal.violation(`${interaction.made.what}: what a deferral says beside its flag is ignored`);
  const nothing = { content: "", embeds: [], components: [], attachments: [] };
  return () => {
    interaction.original = answerTo(call, interaction, { ...nothing, flags: flags | FLAGS.loading });
  };
}

function readyUpdate(call: Call, interaction: Interaction, type: number, data: Json): () => void {
  const { message } = interaction.made;
  if (message === undefined || message.deleted) throw refusal("unknown message");
  const written = type === 7 ? rewrite(writingOf(call, "edit", data, "data."), message) : undefined;
  return () => {
    interaction.original = message;
    interaction.filled = written !== undefined;
    if (written !== undefined) apply(call.platform, message, written, data);
  };
}

/** A new message that answers an interaction; ephemeral ones are seen by who asked. */
export function answerTo(call: Call, interaction: Interaction, written: Written): Message {
  const { made } = interaction;
  const { user, channel } = made.place;
  const ephemeral = (written.flags & FLAGS.ephemeral) !== 0;
  return call.platform.messages.add({
    ...written,
    channel,
    author: call.platform.world.bot,
    type: made.message !== undefined ? 0 : made.menu === true ? 23 : 20,
    visibleTo: ephemeral ? user : undefined,
    source: { interactionId: made.id, interactionType: made.type, user, owners: made.owners, on: made.message?.id },
  });
}

/** #interaction-callback-interaction-callback-response-object. */
function response(call: Call, { made, original, callback: type, filled }: Interaction): object {
  const interaction = { id: made.id, type: made.type };
  if (original === undefined) return { interaction, resource: { type } };
  const message = type === 4 || type === 7 ? { message: messageJson(original, call.platform.applicationId) } : {};
  return {
    interaction: {
      ...interaction,
      response_message_id: original.id,
      response_message_loading: !filled,
      response_message_ephemeral: (original.flags & FLAGS.ephemeral) !== 0,
    },
    resource: { type, ...message },
  };
}
