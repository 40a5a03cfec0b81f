import type { Attached } from "#core/chat/attached.ts";
import { messageInput, type MessageCommand } from "#core/chat/message-commands.ts";
import type { Input } from "#core/chat/input.ts";
import type { Commands } from "#core/answer/command.ts";
import { fileServer } from "./files.ts";
import { patiently, type Client } from "./web.ts";
import { asRead } from "./words.ts";

/** A message that somebody chose a shortcut on. `domain`: the workspace's, where Slack tells it. */
export interface ChosenMessage {
  readonly channel: string;
  readonly ts: string;
  readonly text: string;
  readonly user: string | undefined;
  readonly domain: string | undefined;
  readonly files: readonly Attached[];
}

/**
 * The call that a message shortcut makes. What the message does not carry is asked of Slack, all at once: a form opens
 * for three seconds only.
 */
export function inputOf(name: MessageCommand, message: ChosenMessage, client: Client, commands: Commands): Input {
  const { text, user, ts, files } = message;
  const chosen = async () => {
    const [address, author] = await Promise.all([addressOf(message, client), nameOf(user, client)]);
    const day = new Date(Number(ts) * 1000).toISOString().slice(0, 10);
    return { text: asRead(text), author, address, day, files };
  };
  return messageInput(name, chosen, commands, fileServer(client));
}

/** A message's address. Slack tells none if the app is not a member; then it is built as Slack builds it. */
async function addressOf({ channel, ts, domain }: ChosenMessage, client: Client): Promise<string> {
  const made = domain === undefined ? "" : `https://${domain}.slack.com/archives/${channel}/p${ts.replace(".", "")}`;
  const answered = await patiently(() => client.chat.getPermalink({ channel, message_ts: ts }), true).catch(
    () => undefined,
  );
  return answered?.permalink ?? made;
}

async function nameOf(user: string | undefined, client: Client): Promise<string> {
  if (user === undefined) return "an app";
  const answered = await patiently(() => client.users.info({ user }), true).catch(() => undefined);
  return answered?.user?.profile?.display_name || answered?.user?.real_name || `user ${user}`;
}
