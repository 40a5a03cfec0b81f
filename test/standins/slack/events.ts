import type { Delivery } from "./delivery.ts";
import type { Fields } from "./json.ts";
import { words } from "./json.ts";
import type { Platform } from "./platform.ts";
import type { Installation } from "./world.ts";

/** The scope an app needs to be told of an event: docs.slack.dev/reference/events, each event's own page. */
const SCOPES: Readonly<Record<string, string>> = {
  app_mention: "app_mentions:read",
  "message.im": "im:history",
  member_joined_channel: "channels:read",
  member_left_channel: "channels:read",
  channel_archive: "channels:read",
  channel_unarchive: "channels:read",
  channel_deleted: "channels:read",
  channel_rename: "channels:read",
  channel_left: "channels:read",
  group_archive: "groups:read",
  group_left: "groups:read",
  subteam_updated: "usergroups:read",
  user_change: "users:read",
  link_shared: "links:read",
};

/** The name an app subscribes to: `message.im` for a message in a direct conversation, else the event's type. */
function subscriptionOf(event: Fields): string {
  const type = words(event["type"]);
  return type === "message" ? `message.${words(event["channel_type"])}` : type;
}

/** Why an installation is not told of an event; undefined where it is. */
export function untold(platform: Platform, by: Installation | undefined, event: Fields): string | undefined {
  const name = subscriptionOf(event);
  const scope = SCOPES[name];
  if (by === undefined) return "the app is not installed there";
  if (!platform.settings.events.has(name)) return `the app does not subscribe to ${name}`;
  if (scope !== undefined && !by.scopes.has(scope)) return `the app lacks ${scope}`;
  return undefined;
}

/** docs.slack.dev/apis/events-api: the envelope around every event. */
export function eventDelivery(platform: Platform, by: Installation, event: Fields): Delivery {
  const payload = {
    token: platform.app.verificationToken,
    team_id: by.teamId,
    context_team_id: by.teamId,
    context_enterprise_id: by.enterpriseId ?? null,
    ...(by.enterpriseId === undefined ? {} : { enterprise_id: by.enterpriseId }),
    api_app_id: platform.app.id,
    event,
    type: "event_callback",
    event_id: platform.ids.next("Ev"),
    event_time: Math.floor(platform.clock.now() / 1000),
    authorizations: [
      {
        enterprise_id: by.enterpriseId ?? null,
        team_id: by.wide ? null : by.teamId,
        user_id: by.botUserId,
        is_bot: true,
        is_enterprise_install: by.wide,
      },
    ],
    is_ext_shared_channel: (platform.world.channels.get(words(event["channel"]))?.sharedWith.size ?? 0) > 0,
    event_context: platform.ids.next("4-"),
  };
  return { kind: "events_api", payload, acceptsAnswer: false, name: subscriptionOf(event) };
}
