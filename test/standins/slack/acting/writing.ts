import { liveMessage } from "#test/standins/slack/live-text.ts";
import type { Platform } from "#test/standins/slack/platform.ts";
import type { Channel, Message, Person } from "#test/standins/slack/world.ts";
import { typedText } from "./typed-text.ts";

/** A message a person typed, stored as Slack stores it. `before` is put in front as it is. */
export function writeAsPerson(
  platform: Platform,
  person: Person,
  channel: Channel,
  text: string,
  thread: string | undefined,
  before = "",
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
