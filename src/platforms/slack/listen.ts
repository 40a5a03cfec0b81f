import type { Read } from "#core/request/refusal.ts";
import type { RawCall } from "#core/request/call.ts";
import type { Told } from "#core/messages/tongue.ts";
import type { AckFn, App, ViewResponseAction } from "@slack/bolt";
import { asking, choose, readPress, type Input } from "#core/chat/input.ts";
import { MESSAGE_COMMANDS } from "#core/chat/message-commands.ts";
import { ok } from "#core/request/refusal.ts";
import { defined } from "#core/text/defined.ts";
import type { Conversation } from "./conversation.ts";
import { contentOf } from "./forwarded.ts";
import { FORM } from "./form.ts";
import { unillustrated } from "./illustrate.ts";
import { readMetadata } from "./form-view.ts";
import { suggestPrompts, withStatus } from "./agent.ts";
import { publishHome, SEARCH } from "./home.ts";
import { shortcutId } from "./manifest.ts";
import { Once } from "./once.ts";
import { BODY, EVENT } from "./payload.ts";
import type { RequestContext } from "./request-context.ts";
import { inputOf } from "./shortcut.ts";
import { takeForm } from "./take-form.ts";
import { takeShortcut } from "./take-shortcut.ts";
import { unfurl } from "./unfurl.ts";
import type { Client } from "./web.ts";
import { readText, unaddressed } from "./words.ts";

interface Context {
  readonly teamId?: string;
  readonly botUserId?: string;
}

/** What takes an input, once for each id that Slack delivers it under. */
interface Intake {
  readonly conversation: Conversation;
  readonly once: Once;
  /** Follows what is in flight. */
  readonly busy: (work: Promise<void>) => void;
}

/** Takes what Slack delivers: acknowledges it at once, answers it once. `busy` follows what is in flight. */
export function listen(app: App, conversation: Conversation, busy: Intake["busy"]): void {
  const intake: Intake = { conversation, once: new Once(), busy };
  commands(app, intake);
  messages(app, intake);
  presses(app, intake);
  forms(app, intake);
  shortcuts(app, intake);
  home(app, intake);
  unfurl(app, conversation.host, (delivery, work) => {
    if (intake.once.first(delivery)) busy(work());
  });
}

/** Does what one delivery asks for, once: in this process by its own memory, over all of them by the store. */
function take({ once, busy }: Intake, { delivery }: RequestContext, work: () => Promise<void>): void {
  if (once.first(delivery)) busy(work());
}

function commands(app: App, intake: Intake): void {
  const { conversation } = intake;
  app.command("/talks", async ({ ack, command, context, client }) => {
    await ack();
    const where: RequestContext = {
      ...from(client, context, command.user_id, command.team_id),
      delivery: command.trigger_id,
      channel: command.channel_id,
      responseUrl: command.response_url,
      trigger: command.trigger_id,
    };
    const input = asking((at) => {
      const read = readText(command.text, conversation.host.commands, at);
      // After its slash a name alone is the command, and goes on from nothing.
      const named = read.ok && read.value.said?.replaceAll(" ", "-") === read.value.path[1];
      return named ? ok({ path: read.value.path, values: read.value.values }) : read;
    });
    take(intake, where, () => conversation.take(input, where));
  });
}

function messages(app: App, intake: Intake): void {
  const { conversation } = intake;
  const { commands } = conversation.host;

  app.event("app_mention", async ({ event, body, context, client }) => {
    const { user, bot_id, text = "", channel, ts, thread_ts, edited } = EVENT.parse(event);
    const thread = thread_ts ?? ts;
    if (user === undefined || bot_id !== undefined || channel === undefined || thread === undefined) return;
    // A message that is edited is delivered as a mention once more, under another id: what it asked for was done.
    if (edited !== undefined) return;
    const own = from(client, context, user, body.team_id);
    const delivery = ts === undefined ? body.event_id : messageId(own, channel, ts);
    const where = { ...own, delivery, channel, thread, written: true };
    const read = (at: Told): Read<RawCall> => readText(unaddressed(text, context.botUserId), commands, at);
    const input = asking(read, (call) => commands.find(call.path)?.tier === "reader");
    take(intake, where, () => conversation.take(input, where));
  });

  app.event("message", async ({ event, body, context, client }) => {
    const { user, bot_id, subtype, text = "", channel, ts, thread_ts: thread, channel_type } = EVENT.parse(event);
    // Its own posts come back to it too.
    if (channel_type !== "im" || user === undefined || bot_id !== undefined || subtype !== undefined) return;
    if (user === context.botUserId || channel === undefined) return;
    const own = from(client, context, user, body.team_id);
    const delivery = ts === undefined ? body.event_id : messageId(own, channel, ts);
    // In the agent messaging experience each question begins a thread, in which it is answered.
    const where = { ...own, delivery, ...defined({ channel, thread: thread ?? ts }), written: true, direct: true };
    const input = asking(
      (at) => readText(text, commands, at),
      () => false,
    );
    take(intake, where, () =>
      withStatus(
        client,
        where,
        () => conversation.locale(where),
        () => conversation.take(input, where),
      ),
    );
  });
}

function presses(app: App, intake: Intake): void {
  const { conversation } = intake;
  app.action(/^/u, async ({ ack, body, context, client }) => {
    await ack();
    const given = BODY.parse(body);
    const [action] = given.actions ?? [];
    if (action === undefined) return;
    const { channel, container, message, view } = given;
    if (channel !== undefined && message?.ts !== undefined) unillustrated(channel.id, message.ts);
    const where: RequestContext = {
      ...from(client, context, given.user?.id ?? "", undefined),
      delivery: given.trigger_id,
      ...defined({
        channel: channel?.id,
        thread: container?.thread_ts ?? message?.thread_ts,
        responseUrl: given.response_url,
        trigger: given.trigger_id,
        modal: view?.type === "modal" ? view.id : undefined,
      }),
      alone: container?.is_ephemeral === true,
      direct: channel?.id.startsWith("D") ?? false,
    };
    const chosen = action.selected_option?.value;
    const input = (): Input => {
      if (action.action_id === SEARCH)
        return asking(
          (at) => readText(action.value ?? "", conversation.host.commands, at),
          () => false,
        );
      if (action.type === "static_select") return chosen === undefined ? undefined : choose(chosen);
      return readPress(chosen ?? action.value ?? "");
    };
    take(intake, where, async () => {
      await conversation.take(input(), where);
      if (view?.type === "home" && action.type !== "static_select" && action.action_id !== SEARCH)
        await publishHome(where, conversation);
    });
  });
}

function forms(app: App, { conversation, once, busy }: Intake): void {
  app.view(FORM, async ({ ack, body, view, context, client }) => {
    const { channel, thread } = readMetadata(view.private_metadata) ?? {};
    const where: RequestContext = {
      ...from(client, context, body.user.id, undefined),
      delivery: BODY.parse(body).trigger_id,
      // A form over a view that was pressed: what comes of it is shown there.
      ...defined({ channel, thread, modal: view.previous_view_id ?? undefined }),
      direct: channel?.startsWith("D") ?? false,
    };
    // A submission takes a response action, a closed view takes none; this one was submitted.
    const submission = ack as AckFn<ViewResponseAction>;
    const answer = (action?: ViewResponseAction): Promise<void> =>
      (action === undefined ? submission() : submission(action)).catch(() => undefined);
    // The same submission again, such as a recorded one, is acknowledged and no more.
    if (!once.first(where.delivery)) return answer();
    const work = takeForm({ where, view, ack: answer }, conversation);
    busy(work);
    await work;
  });
}

function shortcuts(app: App, intake: Intake): void {
  for (const { name, asks } of MESSAGE_COMMANDS) {
    app.shortcut(
      { callback_id: shortcutId(name), type: "message_action" },
      async ({ ack, shortcut, context, client }) => {
        await ack();
        const { channel, message, message_ts: ts, response_url, trigger_id, user, team } = shortcut;
        const thread = message["thread_ts"];
        const where: RequestContext = {
          ...from(client, context, user.id, undefined),
          delivery: trigger_id,
          channel: channel.id,
          responseUrl: response_url,
          trigger: trigger_id,
          ...(typeof thread === "string" ? { thread } : {}),
        };
        const { user: author } = message;
        const chosen = { channel: channel.id, ts, user: author, domain: team?.domain, ...contentOf(message) };
        const { conversation } = intake;
        const input = inputOf(name, chosen, client, conversation.host.commands);
        take(intake, where, () => (asks ? takeShortcut(input, where, conversation) : conversation.take(input, where)));
      },
    );
  }
}

function home(app: App, intake: Intake): void {
  app.event("app_home_opened", async ({ event, body, context, client }) => {
    const where = { ...from(client, context, event.user, body.team_id), delivery: body.event_id };
    const { channel } = event;
    if (event.tab === "messages") take(intake, where, () => suggestPrompts({ ...where, channel }, intake.conversation));
    if (event.tab === "home") take(intake, where, () => publishHome(where, intake.conversation));
  });
}

function from(client: Client, { teamId }: Context, user: string, team: string | undefined): RequestContext {
  return { client, team: teamId ?? team ?? "", user, delivery: undefined, written: false, alone: false, direct: false };
}

/** What somebody wrote is known by its message: Slack may tell of one as more than one event. */
function messageId({ team }: RequestContext, channel: string, ts: string): string {
  return `message ${team} ${channel} ${ts}`;
}
