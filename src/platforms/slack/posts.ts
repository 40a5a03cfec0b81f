import { defined } from "#core/text/defined.ts";
import type { MayPost } from "#core/digest/digests.ts";
import type { Address, Delivery, Posting } from "#core/reply/posting.ts";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import type { Reply } from "#core/reply/reply.ts";
import type { Stash } from "#core/chat/stash.ts";
import type { Paint } from "#core/chat/paint.ts";
import { illustrate, picturesIn, unillustrated } from "./illustrate.ts";
import { postedMessages } from "./compose.ts";
import { QUIET } from "./post-once.ts";
import type { Message } from "./render.ts";
import { keyOf } from "./request-context.ts";
import { outcomeOf, patiently, refusedAs, type Client } from "./web.ts";

const EVENT = "talks_post";
const METADATA = z.object({ event_type: z.string(), event_payload: z.object({ key: z.string(), page: z.number() }) });
// docs: chat.postMessage, rate limits: about one message a second in one channel.
const BETWEEN_PAGES_MS = 1100;
const HISTORY_PAGE = 100;
const GONE: Delivery = { kind: "gone", why: "Talks is not installed in that workspace." };

/** What Talks posts by itself. Nothing here is tried twice: who posted looks first whether it is there. */
export class Posts {
  readonly #clientOf: (team: string) => Promise<Client | undefined>;
  readonly #stash: Stash;
  readonly #paint: Paint | undefined;

  constructor(clientOf: (team: string) => Promise<Client | undefined>, stash: Stash, paint: Paint | undefined) {
    this.#clientOf = clientOf;
    this.#stash = stash;
    this.#paint = paint;
  }

  #messages(reply: Reply, team: string): Promise<readonly Message[]> {
    return postedMessages(reply, { workspace: keyOf(team), stash: this.#stash });
  }

  /** The first page in the channel, what follows in its thread. */
  async post(to: Address, reply: Reply, key: string): Promise<Delivery> {
    const client = await this.#clientOf(to.workspace);
    if (client === undefined) return GONE;
    let first: string | undefined;
    for (const [page, message] of (await this.#messages(reply, to.workspace)).entries()) {
      const thread = to.thread ?? first;
      const metadata = { event_type: EVENT, event_payload: { key, page } };
      try {
        if (page > 0) await sleep(BETWEEN_PAGES_MS);
        const sent = await client.chat.postMessage({
          channel: to.channel,
          ...message,
          ...QUIET,
          metadata,
          ...(thread === undefined ? {} : { thread_ts: thread }),
        });
        if (first === undefined && sent.ts !== undefined)
          void illustrate({ client, channel: to.channel, ts: sent.ts, message }, picturesIn(reply), this.#paint);
        first ??= sent.ts;
      } catch (error) {
        // The first page is what counts; a later one that is not taken is left out rather than the whole posted twice.
        if (first === undefined) return outcomeOf(error);
      }
    }
    return first === undefined ? { kind: "unsure" } : posted(to.workspace, to.channel, first);
  }

  async tell(workspace: string, user: string, reply: Reply, key: string): Promise<Delivery> {
    const client = await this.#clientOf(workspace);
    if (client === undefined) return GONE;
    try {
      const { channel } = await patiently(() => client.conversations.open({ users: user }), true);
      return await this.post({ workspace, channel: channel?.id ?? user }, reply, key);
    } catch (error) {
      return outcomeOf(error);
    }
  }

  async edit(posting: Posting, reply: Reply): Promise<Delivery> {
    return this.#at(posting, async (client) => {
      const [message] = await this.#messages(reply, posting.workspace);
      if (message === undefined) return;
      unillustrated(posting.channel, posting.message);
      await client.chat.update({ channel: posting.channel, ts: posting.message, ...message, ...QUIET });
    });
  }

  async remove(posting: Posting): Promise<Delivery> {
    return this.#at(posting, async (client) => {
      await client.chat.delete({ channel: posting.channel, ts: posting.message });
    });
  }

  async find(to: Address, key: string, since: Temporal.Instant): Promise<readonly Posting[] | undefined> {
    const client = await this.#clientOf(to.workspace);
    if (client === undefined) return undefined;
    try {
      const self = await patiently(() => client.auth.test(), true);
      const oldest = String(since.epochMilliseconds / 1000);
      const found: Posting[] = [];
      let cursor: string | undefined;
      do {
        const at = {
          channel: to.channel,
          oldest,
          limit: HISTORY_PAGE,
          include_all_metadata: true,
          ...(cursor === undefined ? {} : { cursor }),
        };
        const page = await patiently(
          () =>
            to.thread === undefined
              ? client.conversations.history(at)
              : client.conversations.replies({ ...at, ts: to.thread }),
          true,
        );
        for (const { ts, bot_id, metadata } of page.messages ?? []) {
          const marked = METADATA.safeParse(metadata).data;
          if (ts === undefined || bot_id !== self.bot_id || marked?.event_type !== EVENT) continue;
          if (marked.event_payload.key === key && marked.event_payload.page === 0)
            found.push({ workspace: to.workspace, channel: to.channel, message: ts });
        }
        cursor = page.response_metadata?.next_cursor === "" ? undefined : page.response_metadata?.next_cursor;
      } while (cursor !== undefined);
      return found.toSorted((a, b) => Number(a.message) - Number(b.message));
    } catch {
      return undefined;
    }
  }

  async mayPost(to: Address): Promise<MayPost> {
    const client = await this.#clientOf(to.workspace);
    if (client === undefined) return { ok: false, hint: "Talks is not installed in that workspace." };
    // A direct message is always open; to ask about it takes one more scope.
    if (to.channel.startsWith("D")) return { ok: true };
    try {
      const { channel } = await patiently(
        () => client.conversations.info({ channel: to.channel, include_locale: true }),
        true,
      );
      if (channel?.is_archived === true) return { ok: false, hint: "That channel is archived. Pick another one." };
      if (channel?.is_member !== true && channel?.is_im !== true)
        return { ok: false, hint: "Talks is not in that channel. Type /invite @Talks there." };
      return { ok: true, ...defined({ locale: channel.locale }) };
    } catch (error) {
      const why = refusedAs(error) ?? "no answer";
      return { ok: false, hint: `Talks cannot see that channel. Type /invite @Talks there. Slack says: ${why}.` };
    }
  }

  async #at(posting: Posting, deed: (client: Client) => Promise<void>): Promise<Delivery> {
    const client = await this.#clientOf(posting.workspace);
    if (client === undefined) return GONE;
    try {
      // An edit or a deletion done twice is done once.
      await patiently(() => deed(client), true);
      return { kind: "posted", posting };
    } catch (error) {
      return outcomeOf(error);
    }
  }
}

function posted(workspace: string, channel: string, message: string): Delivery {
  return { kind: "posted", posting: { workspace, channel, message } };
}
