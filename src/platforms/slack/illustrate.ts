import { setTimeout as sleep } from "node:timers/promises";
import type { types } from "@slack/bolt";
import type { Paint } from "#core/chat/frame.ts";
import type { Block, Reply } from "#core/reply/reply.ts";
import { shorten } from "#core/text/text.ts";
import { QUIET } from "./post-once.ts";
import type { Message } from "./render.ts";
import type { Client } from "./web.ts";

type PictureBlock = Extract<Block, { readonly kind: "picture" }>;

/** docs: Image block: alt_text ≤ 2,000. */
const ALT_MAX = 2000;
// A file is looked through before it can be shown (slackapi/node-slack-sdk issues 1865 and 2040). Nobody waits for it.
const LOOKS_MS = [300, 600, 1200, 2400, 4800];

/** A message that is posted, and where. */
export interface Posted {
  readonly client: Client;
  readonly channel: string;
  readonly ts: string;
  readonly message: Message;
}

/** The picture of a reply's first page. */
export function pictureIn({ blocks }: Reply): PictureBlock | undefined {
  return blocks.find((block) => block.kind === "picture");
}

/**
 * Puts a reply's picture into the message that was posted with its text, once Slack has the file: the text never waits
 * for it. A message that one person alone sees cannot show a file (slackapi/node-slack-sdk issue 1790). Where Slack
 * does not take it, such as without the scope `files:write`, the text stays alone. Never fails.
 */
export async function illustrate(
  { client, channel, ts, message }: Posted,
  picture: PictureBlock | undefined,
  paint: Paint | undefined,
): Promise<void> {
  if (picture === undefined || paint === undefined) return;
  const name = nameOf(channel, ts);
  waiting.add(name);
  try {
    const png = await paint(picture.picture);
    if (png === undefined || !waiting.has(name)) return;
    const file = await uploaded(client, picture, png);
    if (file === undefined || !waiting.has(name)) return;
    await client.chat.update({ channel, ts, ...withPicture(message, picture, { id: file }), ...QUIET });
  } catch {
    // The text says the same.
  } finally {
    waiting.delete(name);
  }
}

const waiting = new Set<string>();
const nameOf = (channel: string, ts: string): string => `${channel} ${ts}`;

/** A message reads otherwise, or is at another page: a picture that it waits for would bring the old words back. */
export function unillustrated(channel: string, ts: string): void {
  waiting.delete(nameOf(channel, ts));
}

/** The message with the picture above its table, or above its buttons. */
export function withPicture({ text, blocks }: Message, { alt }: PictureBlock, file: { readonly id: string }): Message {
  const table = blocks.findIndex(({ type }) => type === "table");
  const buttons = blocks.findIndex(({ type }) => type === "actions");
  const at = table >= 0 ? table : buttons >= 0 ? buttons : blocks.length;
  const image: types.ImageBlock = { type: "image", slack_file: file, alt_text: shorten(alt, ALT_MAX) };
  return { text, blocks: blocks.toSpliced(at, 0, image) };
}

/** The id of the file once it can be shown; undefined where that takes too long. @throws what Slack answers */
async function uploaded(client: Client, { name, alt }: PictureBlock, png: Uint8Array): Promise<string | undefined> {
  const sent = await client.filesUploadV2({ file: Buffer.from(png), filename: `${name}.png`, alt_text: alt });
  const id = sent.files[0]?.files?.[0]?.id;
  if (id === undefined) return undefined;
  for (const pause of LOOKS_MS) {
    const { file } = await client.files.info({ file: id });
    if (file?.mimetype !== undefined && file.mimetype !== "") return id;
    await sleep(pause);
  }
  return undefined;
}
