import { liveMessage } from "#test/standins/slack/live-text.ts";
import { fileOnWire } from "#test/standins/slack/files.ts";
import type { Platform } from "#test/standins/slack/platform.ts";
import type { Channel, File, Message, Person } from "#test/standins/slack/world.ts";
import { typedText } from "./typed-text.ts";

/** A file as a person drops it into a message. */
export interface Upload {
  readonly name: string;
  readonly content: string;
}

export function upload({ world, ids }: Platform, teamId: string, { name, content }: Upload): File {
  const file = { id: ids.next("F"), name, teamId, content: Buffer.from(content) };
  world.files.set(file.id, file);
  return file;
}

/**
 * A forwarded message as the one that forwards it carries it. Nothing documents it; the fields are those that
 * integrations report: `is_share`, `is_msg_unfurl`, the words flat, its files within.
 */
function shareOf(message: Message, { world, origin }: Platform): Readonly<Record<string, unknown>> {
  const author = world.people.get(message.userId)?.name ?? "somebody";
  return {
    is_share: true,
    is_msg_unfurl: true,
    ts: message.ts,
    author_id: message.userId,
    author_name: author,
    channel_id: message.channel,
    text: message.text,
    fallback: `[today] ${author}: ${message.text}`,
    from_url: `https://example.slack.com/archives/${message.channel}/p${message.ts.replace(".", "")}`,
    message_blocks: [{ message: { blocks: message.blocks } }],
    ...(message.files.length === 0 ? {} : { files: message.files.map((file) => fileOnWire(file, origin)) }),
  };
}

/** A message a person typed, stored as Slack stores it. `before` is put in front as it is. */
export function writeAsPerson(
  platform: Platform,
  person: Person,
  channel: Channel,
  text: string,
  thread: string | undefined,
  {
    before = "",
    files = [],
    shared,
  }: { readonly before?: string; readonly files?: readonly Upload[]; readonly shared?: Message } = {},
): Message {
  const team = platform.world.teams.get(person.teamId);
  if (team === undefined) throw new Error(`${person.name} is in no workspace`);
  const written = before + typedText(text, platform.world, team, false);
  const elements = [{ type: "rich_text_section", elements: [{ type: "text", text: before + text }] }];
  const message: Message = {
    ts: platform.ids.ts(),
    channel: channel.id,
    teamId: person.teamId,
    userId: person.id,
    botId: undefined,
    text: written,
    blocks: [{ type: "rich_text", block_id: platform.ids.next("b"), elements }],
    attachments: shared === undefined ? [] : [shareOf(shared, platform)],
    files: files.map((file) => upload(platform, person.teamId, file)),
    threadTs: thread,
    metadata: undefined,
    visibleTo: undefined,
    ...liveMessage({ text: written }),
    edited: undefined,
    deleted: false,
  };
  channel.messages.push(message);
  platform.journal.add({ kind: "posted", message, via: "person", interaction: undefined });
  return message;
}
