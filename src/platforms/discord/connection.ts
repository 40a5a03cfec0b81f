import { Events, Status, type Client } from "discord.js";
import type { Host } from "#core/chat/platform.ts";
import { within } from "./within.ts";
import { newClient } from "./client.ts";
import type { DiscordConfig } from "./config.ts";
import { Posts } from "./posts.ts";

const LOGIN_MS = 1500;

/**
 * One connection to Discord, with a client of its own: one of discord.js whose login failed is destroyed for good, and
 * would keep its next socket open for ever.
 */
export class Connection {
  readonly client: Client;
  readonly posts: Posts;
  readonly #token: string;
  readonly #closed = new AbortController();
  #login: Promise<unknown> | undefined;
  #ended: Promise<void> | undefined;

  constructor(config: DiscordConfig, host: Host) {
    this.client = newClient(config, this.#closed.signal);
    this.posts = new Posts(this.client, host);
    this.#token = config.token;
  }

  /** Aborted when the connection is closed. */
  get signal(): AbortSignal {
    return this.#closed.signal;
  }

  /** Whether every shard hears what happens. */
  get connected(): boolean {
    return this.client.isReady() && this.client.ws.shards.every(({ status }) => status === Status.Ready);
  }

  /**
   * Logs in, and waits until Discord told of the servers. @throws what Discord says; an AbortError where it is closed
   * meanwhile
   */
  async open(): Promise<void> {
    const { signal } = this.#closed;
    signal.throwIfAborted();
    const closed = new Promise<never>((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
    const ready = new Promise<void>((resolve) => this.client.once(Events.ClientReady, () => resolve()));
    this.#login = this.client.login(this.#token);
    await Promise.race([this.#login.then(() => ready), closed]);
  }

  /** Closes the socket and ends what keeps the process from ending; as often as wanted. */
  close(): Promise<void> {
    this.#ended ??= this.#end();
    return this.#ended;
  }

  async #end(): Promise<void> {
    this.#closed.abort();
    // A socket that discord.js is opening while it is destroyed stays open: the login may finish first.
    if (this.#login !== undefined) await within(LOGIN_MS, Promise.allSettled([this.#login]));
    await this.client.destroy();
  }
}
