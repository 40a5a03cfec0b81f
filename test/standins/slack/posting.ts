import { blockComplaints } from "./block-kit/blocks.ts";
import { MESSAGE_TEXT } from "./block-kit/limits.ts";
import { fileOnWire } from "./files.ts";
import type { Fields } from "./json.ts";
import { fields, list, words } from "./json.ts";
import { liveMessage } from "./live-text.ts";
import type { Happening } from "./journal.ts";
import type { Platform } from "./platform.ts";
import { Refusal } from "./refusal.ts";
import { fileComplaints } from "./uploads.ts";
import type { Channel, Installation, Message } from "./world.ts";

/** What is written and how it came; `given` holds text, blocks, attachments, metadata and the parsing switches. */
export interface Writing {
  readonly given: Fields;
  readonly channel: Channel;
  readonly by: Installation;
  readonly threadTs: string | undefined;
  readonly visibleTo: string | undefined;
  readonly via: "api" | "response_url" | "acknowledgement";
  readonly interaction: string | undefined;
}

/**
 * Refuses content Slack would not take, and notes what it takes but should not be sent:
 * blocks without a top-level text (nothing to notify or read aloud), links that may unfurl.
 */
export function checkContent(platform: Platform, given: Fields, via: string, unfurls: boolean): void {
  const text = words(given["text"]);
  const blocks = list(given["blocks"]);
  if (given["blocks"] !== undefined && (!Array.isArray(given["blocks"]) || blocks.length > 0)) {
    const complaints = blockComplaints(given["blocks"], "message");
    const code = complaints.some((line) => line.startsWith("only_one_table_allowed"))
      ? "invalid_attachments"
      : "invalid_blocks";
    if (complaints.length > 0)
      throw new Refusal(code, { errors: complaints, response_metadata: { messages: complaints } });
  }
  if (text === "" && blocks.length === 0 && list(given["attachments"]).length === 0) throw new Refusal("no_text");
  if (text.length > MESSAGE_TEXT) throw new Refusal("msg_too_long");
  if (text === "" && blocks.length > 0) platform.violation(`${via}: blocks without a top-level text`);
  const { links } = liveMessage(given);
  const quiet = given["unfurl_links"] === false && given["unfurl_media"] === false;
  if (unfurls && links.some((link) => /^https?:/u.test(link)) && !quiet) {
    platform.violation(`${via}: a message with a link and without unfurl_links and unfurl_media false`);
  }
}

export function messageOnWire(
  message: Message,
  { app, origin }: Platform,
  withMetadata = true,
): Record<string, unknown> {
  return {
    type: "message",
    user: message.userId,
    ts: message.ts,
    text: message.text,
    team: message.teamId,
    ...(message.botId === undefined ? {} : { bot_id: message.botId, app_id: app.id }),
    ...(message.blocks.length > 0 ? { blocks: message.blocks } : {}),
    ...(message.attachments.length > 0 ? { attachments: message.attachments } : {}),
    ...(message.files.length > 0 ? { files: message.files.map((file) => fileOnWire(file, origin)) } : {}),
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    ...(message.edited === undefined ? {} : { edited: { user: message.userId, ts: message.edited } }),
    ...(withMetadata && message.metadata !== undefined ? { metadata: message.metadata } : {}),
  };
}

function identifiedBlocks(platform: Platform, given: Fields): readonly Fields[] {
  return list(given["blocks"]).map((block) =>
    Object.assign({}, block, { block_id: block["block_id"] ?? platform.ids.next("b") }),
  );
}

/** The app's own direct messages come back to it as events too, as Slack sends them. */
function echo(platform: Platform, message: Message, changed: boolean): void {
  if (message.visibleTo !== undefined) return;
  const wire = messageOnWire(message, platform);
  const event = changed
    ? {
        type: "message",
        subtype: "message_changed",
        message: wire,
        channel: message.channel,
        ts: message.edited ?? message.ts,
        hidden: true,
      }
    : { ...wire, channel: message.channel };
  platform.tellOfMessage(message.channel, { ...event, channel_type: "im", event_ts: message.ts });
}

function note(
  platform: Platform,
  kind: "posted" | "updated" | "deleted",
  message: Message,
  writing: Pick<Writing, "via" | "interaction">,
): void {
  const happening: Happening = { kind, message, via: writing.via, interaction: writing.interaction };
  platform.journal.add(happening);
  if (kind !== "deleted") echo(platform, message, kind === "updated");
}

/** Refuses files in blocks that Slack would not show there. */
export function checkFiles(platform: Platform, given: Fields, by: Installation, alone: boolean): void {
  const complaints = fileComplaints(list(given["blocks"]), by, alone, platform);
  if (complaints.length > 0)
    throw new Refusal("invalid_blocks", { errors: complaints, response_metadata: { messages: complaints } });
}

export function write(platform: Platform, writing: Writing): Message {
  const { given, channel, by } = writing;
  checkFiles(platform, given, by, writing.visibleTo !== undefined);
  const live = liveMessage(given);
  const message: Message = {
    ts: platform.ids.ts(),
    channel: channel.id,
    teamId: by.teamId,
    userId: by.botUserId,
    botId: by.botId,
    text: words(given["text"]),
    blocks: identifiedBlocks(platform, given),
    attachments: list(given["attachments"]),
    files: [],
    threadTs: writing.threadTs,
    metadata: given["metadata"] === undefined ? undefined : fields(given["metadata"]),
    visibleTo: writing.visibleTo,
    pings: live.pings,
    links: live.links,
    edited: undefined,
    deleted: false,
  };
  channel.messages.push(message);
  if (channel.messages.length > platform.settings.keepMessages * 2)
    channel.messages = channel.messages.slice(-platform.settings.keepMessages);
  note(platform, "posted", message, writing);
  return message;
}

/**
 * Changes a message. docs.slack.dev/reference/methods/chat.update: blocks that are not named stay only where no text is
 * given either; attachments and metadata stay. An answer with `replace_original` replaces everything.
 */
export function rewrite(
  platform: Platform,
  message: Message,
  given: Fields,
  how: Pick<Writing, "via" | "interaction">,
): void {
  const whole = how.via !== "api";
  const texted = given["text"] !== undefined || whole;
  if (texted) message.text = words(given["text"]);
  if (given["blocks"] !== undefined || texted) message.blocks = identifiedBlocks(platform, given);
  if (given["attachments"] !== undefined || whole) message.attachments = list(given["attachments"]);
  if (given["metadata"] !== undefined) message.metadata = fields(given["metadata"]);
  const live = liveMessage({ ...given, text: message.text, blocks: message.blocks, attachments: message.attachments });
  message.pings = live.pings;
  message.links = live.links;
  message.edited = platform.ids.ts();
  note(platform, "updated", message, how);
}

export function erase(platform: Platform, message: Message, how: Pick<Writing, "via" | "interaction">): void {
  message.deleted = true;
  note(platform, "deleted", message, how);
}
