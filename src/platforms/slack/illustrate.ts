import { setTimeout as sleep } from "node:timers/promises";
import type { types } from "@slack/bolt";
import type { Paint } from "#core/chat/paint.ts";
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

/** The pictures of a reply, in order. They stand on its first page. */
export function picturesIn({ blocks }: Reply): readonly PictureBlock[] {
  return blocks.filter((block) => block.kind === "picture");
}

/**
 * Puts a reply's pictures into the message that was posted with its text, once Slack has the files: the text never
 * waits for them. A message that one person alone sees cannot show a file (slackapi/node-slack-sdk issue 1790). Where
 * Slack does not take one, such as without the scope `files:write`, the text stays alone. Never fails.
 */
export async function illustrate(
  { client, channel, ts, message }: Posted,
  pictures: readonly PictureBlock[],
  paint: Paint | undefined,
): Promise<void> {
  if (pictures.length === 0 || paint === undefined) return;
  const name = nameOf(channel, ts);
  waiting.add(name);
  try {
    const shown = await Promise.all(
      pictures.map(async (picture): Promise<readonly Shown[]> => {
        const png = await paint(picture.picture, "late");
        // One that Slack does not take keeps no other back.
        const id =
          png === undefined || !waiting.has(name)
            ? undefined
            : await uploaded(client, picture, png).catch(() => undefined);
        return id === undefined ? [] : [{ alt: picture.alt, id }];
      }),
    );
    if (!waiting.has(name) || shown.flat().length === 0) return;
    await client.chat.update({ channel, ts, ...withPictures(message, shown.flat()), ...QUIET });
  } catch {
    // The text says the same.
  } finally {
    waiting.delete(name);
  }
}

/** A picture whose file Slack can show. */
interface Shown {
  readonly alt: string;
  readonly id: string;
}

const waiting = new Set<string>();
const nameOf = (channel: string, ts: string): string => `${channel} ${ts}`;

/** A message reads otherwise, or is at another page: a picture that it waits for would bring the old words back. */
export function unillustrated(channel: string, ts: string): void {
  waiting.delete(nameOf(channel, ts));
}

/** The message with the pictures above its table, or above its buttons. */
export function withPictures({ text, blocks }: Message, shown: readonly Shown[]): Message {
  const table = blocks.findIndex(({ type }) => type === "table");
  const buttons = blocks.findIndex(({ type }) => type === "actions");
  const at = table >= 0 ? table : buttons >= 0 ? buttons : blocks.length;
  const images = shown.map(({ alt, id }): types.ImageBlock => ({
    type: "image",
    slack_file: { id },
    alt_text: shorten(alt, ALT_MAX),
  }));
  return { text, blocks: blocks.toSpliced(at, 0, ...images) };
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
