import { liveMessage } from "#test/standins/slack/live-text.ts";
import type { Platform } from "#test/standins/slack/platform.ts";
import type { Channel, File, Message, Person } from "#test/standins/slack/world.ts";
import { typedText } from "./typed-text.ts";

/** A file as a person drops it into a message. */
export interface Upload {
  readonly name: string;
  readonly content: string;
}

function upload({ world, ids }: Platform, teamId: string, { name, content }: Upload): File {
  const file = { id: ids.next("F"), name, teamId, content: Buffer.from(content) };
  world.files.set(file.id, file);
  return file;
}

/** A message a person typed, stored as Slack stores it. `before` is put in front as it is. */
export function writeAsPerson(
  platform: Platform,
  person: Person,
  channel: Channel,
  text: string,
  thread: string | undefined,
  { before = "", files = [] }: { readonly before?: string; readonly files?: readonly Upload[] } = {},
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
    attachments: [],
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
