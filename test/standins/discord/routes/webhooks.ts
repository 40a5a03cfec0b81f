import type { Interaction } from "#test/standins/discord/interactions/interaction.ts";
import { integer } from "#test/standins/discord/json.ts";
import { FLAGS } from "#test/standins/discord/limits/message.ts";
import type { Message } from "#test/standins/discord/messages/message.ts";
import { messageJson } from "#test/standins/discord/messages/message.ts";
import { pingsOf } from "#test/standins/discord/messages/pings.ts";
import { apply, rewrite, write } from "#test/standins/discord/messages/writing.ts";
import { refusal } from "#test/standins/discord/refusal.ts";
import { answerTo } from "./callback.ts";
import { writingOf } from "./channels.ts";
import type { Answer, Call, Route } from "./route.ts";
import { bodyOf, found, NOTHING, param } from "./route.ts";

const HOOK = "/webhooks/{webhook_id}/{webhook_token}";
const own = { ownToken: true, bucket: "webhook" } as const;

/** For an app that one person installed, elsewhere than in its own servers. */
const FOLLOW_UPS_OF_USER_INSTALL = 5;

/**
 * What follows the acknowledgement, for 15 minutes:
 * docs.discord.com/developers/interactions/receiving-and-responding#followup-messages.
 */
export const webhooks: readonly Route[] = [
  { ...own, method: "POST", template: HOOK, answer: followUp },
  ...["@original", "{message_id}"].flatMap((last): readonly Route[] => {
    const template = `${HOOK}/messages/${last}`;
    return [
      { ...own, method: "GET", template, answer: (call) => shown(call, target(call)) },
      { ...own, method: "PATCH", template, answer: edit },
      { ...own, method: "DELETE", template, answer: remove },
    ];
  }),
];

function answered(call: Call): Interaction {
  if (param(call, "webhook_id") !== call.platform.applicationId) throw refusal("unknown webhook");
  return call.platform.ledger.answered(param(call, "webhook_token"));
}

function shown(call: Call, message: Message): Answer {
  return found(messageJson(message, call.platform.applicationId));
}

/** The original answer, or one of the follow-ups of the same token. */
function target(call: Call): Message {
  const { original, followUps } = answered(call);
  const id = call.params["message_id"];
  const message = id === undefined ? original : [original, ...followUps].find((one) => one?.id === id);
  if (message === undefined || message.deleted) throw refusal("unknown message");
  return message;
}

function edit(call: Call): Answer {
  const interaction = answered(call);
  const message = target(call);
  apply(call.platform, message, rewrite(writingOf(call, "edit"), message), bodyOf(call));
  if (message === interaction.original) interaction.filled = true;
  interaction.changed();
  return shown(call, message);
}

function remove(call: Call): Answer {
  const interaction = answered(call);
  const message = target(call);
  call.platform.messages.remove(message);
  if (message === interaction.original) interaction.filled = true;
  interaction.changed();
  return NOTHING;
}

/** A new message, except straight after a deferral: then it fills the deferred answer, whose visibility stays. */
function followUp(call: Call): Answer {
  const interaction = answered(call);
  const { original } = interaction;
  const body = bodyOf(call);
  const written = write(writingOf(call, "response"));
  if (interaction.callback === 5 && !interaction.filled && original !== undefined && !original.deleted) {
    const kept = original.flags & FLAGS.ephemeral;
    if ((integer(body.flags) & FLAGS.ephemeral) !== kept)
      call.platform.journal.violation(
        `${interaction.made.what}: the first follow-up fills the deferred answer, and cannot change who sees it`,
      );
    apply(call.platform, original, { ...written, flags: (written.flags & ~FLAGS.ephemeral) | kept }, body);
    interaction.filled = true;
    interaction.changed();
    return shown(call, original);
  }
  if (interaction.followUps.length >= FOLLOW_UPS_OF_USER_INSTALL && interaction.made.owners["0"] === undefined)
    throw refusal("follow-ups used up");
  const message = answerTo(call, interaction, written);
  call.platform.messages.ping(message, pingsOf(body));
  interaction.followUps.push(message);
  interaction.changed();
  return shown(call, message);
}
