import type { Fields } from "#test/standins/slack/json.ts";
import type { Platform } from "#test/standins/slack/platform.ts";
import type { Message, Person } from "#test/standins/slack/world.ts";

/** docs.slack.dev/reference/events/app_home_opened. */
export function tabOpened(platform: Platform, user: string, channel: string, tab: "home" | "messages"): Fields {
  return { type: "app_home_opened", user, channel, tab, event_ts: platform.ids.ts() };
}

/** docs.slack.dev/reference/events/link_shared: of a message, or of one that is still being written. */
export function linkShared(platform: Platform, user: string, url: string, message: Message | undefined): Fields {
  return {
    type: "link_shared",
    user,
    channel: message?.channel ?? "COMPOSER",
    is_bot_user_member: true,
    message_ts: message?.ts ?? platform.ids.next("composer-"),
    links: [{ url, domain: new URL(url).hostname }],
    unfurl_id: platform.ids.next("unfurl-"),
    source: message === undefined ? "composer" : "conversations_history",
    event_ts: platform.ids.ts(),
  };
}

/** docs.slack.dev/reference/events/entity_details_requested. */
export function detailsRequested(platform: Platform, { id: user, locale }: Person, url: string): Fields {
  return {
    type: "entity_details_requested",
    user,
    trigger_id: platform.ids.next("trigger-"),
    link: { url, domain: new URL(url).hostname },
    entity_url: url,
    app_unfurl_url: url,
    external_ref: { id: url, type: "fact" },
    user_locale: locale,
    event_ts: platform.ids.ts(),
  };
}
