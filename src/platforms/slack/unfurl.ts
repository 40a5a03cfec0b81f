import type { App, types } from "@slack/bolt";
import type { Host } from "#core/chat/platform.ts";
import { toldTo } from "#core/messages/ready.ts";
import type { Told } from "#core/messages/tongue.ts";
import { defined } from "#core/text/defined.ts";
import { patiently, type Client } from "./web.ts";
import { workObject } from "./work-object.ts";

/** Links of one message that are looked at. */
const LINKS_MAX = 10;
/** Where a link may stand (docs: link_shared). */
const SOURCES = ["composer", "conversations_history"] as const;

type Once = (delivery: string, work: () => Promise<void>) => void;

/**
 * Shows what a fact's public page says where its link is posted or written, and more of it to those who open it there.
 * A link that leads nowhere stays a link.
 */
export function unfurl(app: App, host: Host, once: Once): void {
  app.event("link_shared", async ({ event, body, client }) => {
    once(body.event_id, () => show(event, host, client));
  });
  app.event("entity_details_requested", async ({ event, body, client }) => {
    once(body.event_id, () => present(event, host, client));
  });
}

async function show(event: types.LinkSharedEvent, host: Host, client: Client): Promise<void> {
  const at = await languageOf(event, client);
  const found = await Promise.all(event.links.slice(0, LINKS_MAX).map(({ url }) => entityOf(url, host, false, at)));
  const entities = found.filter((entity) => entity !== undefined);
  if (entities.length === 0) return;
  const { unfurl_id, channel, message_ts: ts } = event;
  const source = SOURCES.find((one) => one === event.source);
  const metadata = { entities };
  // What is still being written has no message yet: docs, link_shared, "Composer".
  const target = unfurl_id !== undefined && source !== undefined ? { unfurl_id, source } : { channel, ts };
  await patiently(() => client.chat.unfurl({ ...target, metadata }), true);
}

type DetailsRequested = Extract<types.SlackEvent, { readonly type: "entity_details_requested" }>;

async function present(event: DetailsRequested, host: Host, client: Client): Promise<void> {
  const metadata = await entityOf(event.app_unfurl_url ?? event.link.url, host, true, await toldTo(event.user_locale));
  const error = metadata === undefined ? { status: "not_found" } : undefined;
  await client.entity.presentDetails({ trigger_id: event.trigger_id, ...defined({ metadata, error }) });
}

async function entityOf(
  url: string,
  host: Host,
  details: boolean,
  at: Told,
): Promise<types.EntityMetadata | undefined> {
  const published = await host.published?.(url);
  return published === undefined ? undefined : workObject(published, url, details, at);
}

/**
 * The language of a channel, since all who read there see the same card; of what is still being written, and in direct
 * messages, that of the person who writes. English where Slack does not tell it.
 */
async function languageOf({ channel, user }: types.LinkSharedEvent, client: Client): Promise<Told> {
  const locale = async (): Promise<string | undefined> =>
    /^[CG]/u.test(channel) && channel !== "COMPOSER"
      ? (await client.conversations.info({ channel, include_locale: true })).channel?.locale
      : (await client.users.info({ user, include_locale: true })).user?.locale;
  return toldTo(await patiently(locale, true).catch(() => undefined));
}
