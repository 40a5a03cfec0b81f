import type { AckFn, App, ViewResponseAction } from "@slack/bolt";
import { z } from "zod";
import { isPublic } from "#core/request/call.ts";
import { messageCall, MESSAGE_COMMANDS } from "#core/chat/message-commands.ts";
import type { Asked } from "./asked.ts";
import { found } from "#core/chat/pressed.ts";
import type { Conversation } from "./conversation.ts";
import { FORM } from "./form.ts";
import { readMetadata, takeForm } from "./forms.ts";
import { publishHome, SEARCH } from "./home.ts";
import { shortcutId } from "./manifest.ts";
import { Once } from "./once.ts";
import { patiently, type Client } from "./web.ts";
import { asRead, readText, unaddressed } from "./words.ts";

/** What every payload says of where it comes from; parsed once, here. */
const BODY = z.looseObject({
  event_id: z.string().optional(),
  trigger_id: z.string().optional(),
  response_url: z.string().optional(),
  user: z.looseObject({ id: z.string() }).optional(),
  channel: z.looseObject({ id: z.string() }).optional(),
  container: z.looseObject({ is_ephemeral: z.boolean().optional(), thread_ts: z.string().optional() }).optional(),
  view: z.looseObject({ id: z.string(), type: z.string() }).optional(),
  message: z.looseObject({ thread_ts: z.string().optional() }).optional(),
  actions: z
    .array(
      z.looseObject({
        type: z.string(),
        action_id: z.string(),
        value: z.string().nullish(),
        selected_option: z.looseObject({ value: z.string() }).nullish(),
      }),
    )
    .optional(),
});

const EVENT = z.looseObject({
  user: z.string().optional(),
  bot_id: z.string().optional(),
  subtype: z.string().optional(),
  text: z.string().optional(),
  channel: z.string().optional(),
  ts: z.string().optional(),
  thread_ts: z.string().optional(),
  channel_type: z.string().optional(),
});

interface Context {
  readonly teamId?: string;
  readonly botUserId?: string;
}

/** Takes what Slack delivers: acknowledges it at once, answers it once. `busy` follows what is in flight. */
export function listen(app: App, conversation: Conversation, busy: (work: Promise<void>) => void): void {
  const once = new Once();
  const { host } = conversation;
  const take = (id: string | undefined, work: () => Promise<void>): void => {
    if (once.first(id)) busy(work());
  };

  app.command("/talks", async ({ ack, command, context, client }) => {
    await ack();
    const asked: Asked = {
      ...from(client, context, command.user_id, command.team_id),
      channel: command.channel_id,
      responseUrl: command.response_url,
      trigger: command.trigger_id,
    };
    take(command.trigger_id, () => conversation.ask(asked, () => readText(command.text, host.commands), isPublic));
  });

  app.event("app_mention", async ({ event, body, context, client }) => {
    const { user, bot_id, text = "", channel, ts, thread_ts } = EVENT.parse(event);
    const thread = thread_ts ?? ts;
    if (user === undefined || bot_id !== undefined || channel === undefined || thread === undefined) return;
    const asked: Asked = { ...from(client, context, user, body.team_id), channel, thread, written: true };
    const words = unaddressed(text, context.botUserId);
    const isRead = (path: readonly string[]): boolean => host.commands.find(path)?.tier === "reader";
    take(body.event_id, () =>
      conversation.ask(
        asked,
        () => readText(words, host.commands),
        (call) => isRead(call.path),
      ),
    );
  });

  app.event("message", async ({ event, body, context, client }) => {
    const { user, bot_id, subtype, text = "", channel, thread_ts, channel_type } = EVENT.parse(event);
    // Its own posts come back to it too.
    if (channel_type !== "im" || user === undefined || bot_id !== undefined || subtype !== undefined) return;
    if (user === context.botUserId || channel === undefined) return;
    const thread = thread_ts === undefined ? {} : { thread: thread_ts };
    const asked: Asked = {
      ...from(client, context, user, body.team_id),
      channel,
      ...thread,
      written: true,
      direct: true,
    };
    take(body.event_id, () =>
      conversation.ask(
        asked,
        () => readText(text, host.commands),
        () => false,
      ),
    );
  });

  app.action(/^/u, async ({ ack, body, context, client }) => {
    await ack();
    const given = BODY.parse(body);
    const [action] = given.actions ?? [];
    if (action === undefined) return;
    const { channel, container, message, view } = given;
    const thread = container?.thread_ts ?? message?.thread_ts;
    const asked: Asked = {
      ...from(client, context, given.user?.id ?? "", undefined),
      ...(channel === undefined ? {} : { channel: channel.id }),
      ...(thread === undefined ? {} : { thread }),
      ...(given.response_url === undefined ? {} : { responseUrl: given.response_url }),
      ...(given.trigger_id === undefined ? {} : { trigger: given.trigger_id }),
      ...(view?.type === "modal" ? { modal: view.id } : {}),
      alone: container?.is_ephemeral === true,
      direct: channel?.id.startsWith("D") ?? false,
    };
    const chosen = action.selected_option?.value;
    take(given.trigger_id, async () => {
      if (action.action_id === SEARCH)
        return conversation.ask(
          asked,
          () => readText(action.value ?? "", host.commands),
          () => false,
        );
      if (action.type === "static_select") return conversation.act(asked, "", chosen);
      await conversation.act(asked, chosen ?? action.value ?? "", undefined);
      if (view?.type === "home") await publishHome(asked, conversation);
    });
  });

  app.view(FORM, async ({ ack, body, view, context, client }) => {
    const metadata = readMetadata(view.private_metadata);
    const { channel, thread } = metadata ?? {};
    const asked: Asked = {
      ...from(client, context, body.user.id, undefined),
      ...(channel === undefined ? {} : { channel, direct: channel.startsWith("D") }),
      ...(thread === undefined ? {} : { thread }),
    };
    // A submission takes a response action, a closed view takes none; this one was submitted.
    const submission = ack as AckFn<ViewResponseAction>;
    const answer = (action?: ViewResponseAction): Promise<void> =>
      (action === undefined ? submission() : submission(action)).catch(() => undefined);
    // The same submission again, such as a recorded one, is acknowledged and no more.
    if (!once.first(BODY.parse(body).trigger_id)) return answer();
    const work = takeForm({ asked, view, ack: answer }, conversation);
    busy(work);
    await work;
  });

  for (const { name } of MESSAGE_COMMANDS) {
    app.shortcut(
      { callback_id: shortcutId(name), type: "message_action" },
      async ({ ack, shortcut, context, client }) => {
        await ack();
        const { channel, message, message_ts, response_url, trigger_id, user } = shortcut;
        const thread = message["thread_ts"];
        const asked: Asked = {
          ...from(client, context, user.id, undefined),
          channel: channel.id,
          responseUrl: response_url,
          trigger: trigger_id,
          ...(typeof thread === "string" ? { thread } : {}),
        };
        take(trigger_id, () =>
          conversation.ask(
            asked,
            async ({ asker }) => {
              // A form can be opened for three seconds only.
              const [address, author] = await Promise.all([
                addressOf(client, channel.id, message_ts, shortcut.team?.domain),
                nameOf(client, message.user),
              ]);
              const day = new Date(Number(message_ts) * 1000).toISOString().slice(0, 10);
              const chosen = { text: asRead(message.text ?? ""), author, address, day };
              return found(messageCall(name, chosen, asker.tier));
            },
            () => false,
          ),
        );
      },
    );
  }

  app.event("app_home_opened", async ({ event, body, context, client }) => {
    if (event.tab !== "home") return;
    const asked = from(client, context, event.user, body.team_id);
    take(body.event_id, () => publishHome(asked, conversation));
  });
}

function from(client: Client, { teamId }: Context, user: string, team: string | undefined): Asked {
  return { client, team: teamId ?? team ?? "", user, written: false, alone: false, direct: false };
}

/** A message's address. Slack tells none where the app is no member; it is made as Slack makes it then. */
async function addressOf(client: Client, channel: string, ts: string, domain: string | undefined): Promise<string> {
  const made = domain === undefined ? "" : `https://${domain}.slack.com/archives/${channel}/p${ts.replace(".", "")}`;
  const told = await patiently(() => client.chat.getPermalink({ channel, message_ts: ts }), true).catch(
    () => undefined,
  );
  return told?.permalink ?? made;
}

async function nameOf(client: Client, user: string | undefined): Promise<string> {
  if (user === undefined) return "an app";
  const told = await patiently(() => client.users.info({ user }), true).catch(() => undefined);
  return told?.user?.profile?.display_name || told?.user?.real_name || `user ${user}`;
}
