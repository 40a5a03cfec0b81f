import { tell } from "#core/messages/tell.ts";
import { createHash } from "node:crypto";
import { MessageFlags, type Message, type MessageCreateOptions, type MessageEditOptions } from "discord.js";
import { NO_CALL, type RawCall } from "#core/request/call.ts";
import type { Reply } from "#core/reply/reply.ts";
import type { Action } from "#core/chat/actions.ts";
import { identified, painted, readBy, type Stashing } from "#core/chat/frame.ts";
import { CUSTOM_ID_MAX } from "./compose.ts";
import { payload } from "./payload.ts";
import { paged } from "./pages.ts";
import { buttonsOf, picturesOf, type Fragment } from "./fragments.ts";
import { render, type Page } from "./render.ts";

const HELP: RawCall = { path: ["talks", "help"], values: {} };
const ASK: Action = { do: "call", call: HELP };

/** The desk that a post is about, and how its buttons find it. */
export type Written = Stashing & { readonly prefix: string };

/** A reply as the messages of a post. The first one carries the key, in the custom id of its last button. */
export function postedPages(reply: Reply, key: string, desk: Written): Promise<readonly Page[]> {
  const pages = paged(readBy(reply, undefined));
  const pings = reply.mention?.kind === "role" ? { pings: reply.mention.id } : {};
  return Promise.all(
    pages.map(async (fragments, page) => {
      const below = page > 0 ? [] : [{ label: tell(reply, "button.askTalks"), action: ASK }];
      const id = await marked(fragments, below, key, desk);
      const frame = { page, pages: pages.length, below, histories: [], id, ...(page > 0 ? {} : pings) };
      const pictures = await painted(picturesOf(fragments), desk.paint);
      const shown = render(fragments, { ...frame, pictures });
      return { ...shown, components: [{ ...shown.components[0], id: pageId(key, page) }] };
    }),
  );
}

/** A reply as one message, such as an answer that is told again: its further pages open from its button. */
export async function turnedPage(reply: Reply, key: string, desk: Written): Promise<Page> {
  const pages = paged(readBy(reply, undefined));
  const [fragments = []] = pages;
  const token = pages.length > 1 ? await desk.stash.put(desk.workspace, { call: NO_CALL, reply }) : "";
  const turn = { label: tell(reply, "frame.next"), action: { do: "page" as const, token, page: 1 } };
  const below = [...(pages.length > 1 ? [turn] : []), { label: tell(reply, "button.askTalks"), action: ASK }];
  const id = await marked(fragments, below, key, desk);
  const pictures = await painted(picturesOf(fragments), desk.paint);
  return render(fragments, { page: 0, pages: pages.length, below, histories: [], pictures, id });
}

async function marked(
  fragments: readonly Fragment[],
  below: readonly { readonly action: Action }[],
  key: string,
  { workspace, stash, prefix }: Written,
): Promise<(action: Action) => string> {
  const inside = buttonsOf(fragments).map(({ call }) => ({ do: "call" as const, call }));
  const actions = [...inside, ...below.map((b) => b.action)];
  const written = await identified(actions, CUSTOM_ID_MAX - prefix.length, { workspace, stash });
  return (action) => {
    const one = written(action);
    return `${prefix}${action === ASK ? `m-${key}${one.slice(one.indexOf("|"))}` : one}`;
  };
}

// docs: Message, nonce: at most 25 characters, unique for a few minutes where it is enforced.
const NONCE_MAX = 25;

/**
 * A page as it is posted. Each has a nonce of its own: Discord takes two messages of one nonce for the same message.
 */
export function pageMessage(page: Page, key: string, index: number): MessageCreateOptions {
  const nonce = index === 0 ? key : digest(key, index).toString("hex");
  return {
    ...payload(page),
    flags: MessageFlags.IsComponentsV2,
    nonce: nonce.slice(0, NONCE_MAX),
    enforceNonce: true,
  };
}

/** A page in the place of another. */
export function edited(page: Page): MessageEditOptions {
  return { ...payload(page), flags: MessageFlags.IsComponentsV2, attachments: [] };
}

/** docs: Components, anatomy: each may have a number of 32 bits, which Discord keeps. By it a page is known again. */
export function pageId(key: string, index: number): number {
  return digest(key, index).readUInt32BE() >>> 1 || 1;
}

function digest(key: string, index: number): Buffer {
  return createHash("sha256").update(`${key} ${index}`).digest();
}

/** Whether a message is the post that carries a key. */
export function isMarked(message: Message, key: string): boolean {
  return keyOf(message) === key;
}

/** The key that a message carries, if it was posted under one. */
export function keyOf({ components }: Message): string | undefined {
  return /"custom_id":"(?:@\d+\|)?m-([^"|]+)\|/u.exec(JSON.stringify(components))?.[1];
}
