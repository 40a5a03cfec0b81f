import type { Delivery } from "#test/standins/slack/delivery.ts";
import type { Interaction } from "#test/standins/slack/interactions.ts";
import type { Fields } from "#test/standins/slack/json.ts";
import type { Platform } from "#test/standins/slack/platform.ts";
import { messageOnWire } from "#test/standins/slack/posting.ts";
import type { View } from "#test/standins/slack/views.ts";
import { viewOnWire } from "#test/standins/slack/views.ts";
import type { Channel, Installation, Message, Person, Team } from "#test/standins/slack/world.ts";

/** Who does it, from where, and the installation of the app it reaches. */
export interface Stage {
  readonly platform: Platform;
  readonly person: Person;
  readonly team: Team;
  readonly by: Installation;
}

function teamOnWire(team: Team): Fields {
  const enterprise =
    team.enterpriseId === undefined ? {} : { enterprise_id: team.enterpriseId, enterprise_name: team.enterpriseId };
  return { id: team.id, domain: team.domain, ...enterprise };
}

/** What every interactive payload carries: docs.slack.dev/reference/interaction-payloads. */
function base(stage: Stage, type: string): Record<string, unknown> {
  const { platform, person, team, by } = stage;
  return {
    type,
    token: platform.app.verificationToken,
    api_app_id: platform.app.id,
    team: teamOnWire(team),
    enterprise: team.enterpriseId === undefined ? null : { id: team.enterpriseId, name: team.enterpriseId },
    is_enterprise_install: by.wide,
    user: { id: person.id, username: person.name, name: person.name, team_id: person.teamId },
  };
}

/** docs.slack.dev/interactivity/implementing-slash-commands. */
export function slash(
  stage: Stage,
  interaction: Interaction,
  channel: Channel,
  command: string,
  text: string,
): Delivery {
  const { platform, person, team, by } = stage;
  const direct = channel.kind === "im";
  const payload = {
    token: platform.app.verificationToken,
    team_id: team.id,
    team_domain: team.domain,
    ...(team.enterpriseId === undefined
      ? {}
      : { enterprise_id: team.enterpriseId, enterprise_name: team.enterpriseId }),
    channel_id: channel.id,
    channel_name: direct ? "directmessage" : channel.kind === "private" ? "privategroup" : channel.name,
    user_id: person.id,
    user_name: person.name,
    command,
    text,
    api_app_id: platform.app.id,
    is_enterprise_install: String(by.wide),
    response_url: platform.responseUrl(interaction.id),
    trigger_id: platform.interactions.triggerId(interaction),
  };
  return { kind: "slash_commands", payload, acceptsAnswer: true, name: command };
}

/** Where an interaction came from: a message of the app, or one of its views. */
export type Origin =
  | { readonly kind: "message"; readonly message: Message; readonly channel: Channel }
  | { readonly kind: "view"; readonly view: View };

function from(stage: Stage, origin: Origin): Record<string, unknown> {
  const { platform, by } = stage;
  if (origin.kind === "view") {
    return {
      container: { type: "view", view_id: origin.view.id },
      view: viewOnWire(origin.view, platform.app.id, by.botId),
    };
  }
  const { message, channel } = origin;
  const ephemeral = message.visibleTo !== undefined;
  const thread = message.threadTs === undefined ? {} : { thread_ts: message.threadTs };
  return {
    container: { type: "message", message_ts: message.ts, channel_id: channel.id, is_ephemeral: ephemeral, ...thread },
    channel: { id: channel.id, name: channel.kind === "im" ? "directmessage" : channel.name },
    ...(ephemeral ? {} : { message: messageOnWire(message, platform) }),
  };
}

export function blockActions(stage: Stage, interaction: Interaction, origin: Origin, action: Fields): Delivery {
  const { platform } = stage;
  const payload = {
    ...base(stage, "block_actions"),
    ...from(stage, origin),
    trigger_id: platform.interactions.triggerId(interaction),
    ...(origin.kind === "message" ? { response_url: platform.responseUrl(interaction.id) } : {}),
    state: { values: origin.kind === "view" ? origin.view.values : {} },
    actions: [{ ...action, action_ts: platform.ids.ts() }],
  };
  return { kind: "interactive", payload, acceptsAnswer: false, name: `block_actions ${String(action["action_id"])}` };
}

export function suggestion(stage: Stage, origin: Origin, actionId: string, blockId: string, value: string): Delivery {
  const payload = {
    ...base(stage, "block_suggestion"),
    ...from(stage, origin),
    action_id: actionId,
    block_id: blockId,
    value,
  };
  return { kind: "interactive", payload, acceptsAnswer: true, name: `block_suggestion ${actionId}` };
}

export function submission(
  stage: Stage,
  interaction: Interaction,
  view: View,
  responseUrls: readonly Fields[],
): Delivery {
  const { platform, by } = stage;
  const payload = {
    ...base(stage, "view_submission"),
    trigger_id: platform.interactions.triggerId(interaction),
    view: viewOnWire(view, platform.app.id, by.botId),
    response_urls: responseUrls,
  };
  return {
    kind: "interactive",
    payload,
    acceptsAnswer: true,
    name: `view_submission ${String(view.given["callback_id"])}`,
  };
}

export function closing(stage: Stage, view: View, cleared: boolean): Delivery {
  const payload = {
    ...base(stage, "view_closed"),
    view: viewOnWire(view, stage.platform.app.id, stage.by.botId),
    is_cleared: cleared,
  };
  return {
    kind: "interactive",
    payload,
    acceptsAnswer: false,
    name: `view_closed ${String(view.given["callback_id"])}`,
  };
}

export function globalShortcut(stage: Stage, interaction: Interaction, callbackId: string): Delivery {
  const trigger = stage.platform.interactions.triggerId(interaction);
  const payload = {
    ...base(stage, "shortcut"),
    callback_id: callbackId,
    trigger_id: trigger,
    action_ts: stage.platform.ids.ts(),
  };
  return { kind: "interactive", payload, acceptsAnswer: false, name: `shortcut ${callbackId}` };
}

export function messageShortcut(
  stage: Stage,
  interaction: Interaction,
  callbackId: string,
  message: Message,
  channel: Channel,
): Delivery {
  const { platform } = stage;
  const payload = {
    ...base(stage, "message_action"),
    callback_id: callbackId,
    trigger_id: platform.interactions.triggerId(interaction),
    response_url: platform.responseUrl(interaction.id),
    action_ts: platform.ids.ts(),
    message_ts: message.ts,
    message: messageOnWire(message, platform),
    channel: { id: channel.id, name: channel.kind === "im" ? "directmessage" : channel.name },
  };
  return { kind: "interactive", payload, acceptsAnswer: false, name: `message_action ${callbackId}` };
}
