import { Events, Status, type Client } from "discord.js";
import type { Host } from "#core/chat/platform.ts";
import { within } from "./within.ts";
import { newClient, type Shard } from "./client.ts";
import type { DiscordConfig } from "./config.ts";
import type { RawInteraction } from "./endpoint.ts";
import { Posts } from "./posts.ts";
import { emit, introduce, serverIds, SERVERS_PAGE } from "./without-gateway.ts";

const LOGIN_MS = 1500;

/** Over the gateway, all of it or one shard, or by REST alone. */
export type Way = "gateway" | "rest" | Shard;

/**
 * One connection to Discord, with a client of its own: one of discord.js whose login failed is destroyed for good, and
 * would keep its next socket open for ever.
 */
export class Connection {
  readonly client: Client;
  readonly posts: Posts;
  readonly #token: string;
  readonly #byGateway: boolean;
  #introduced = false;
  readonly #closed = new AbortController();
  #login: Promise<unknown> | undefined;
  #ended: Promise<void> | undefined;

  constructor(config: DiscordConfig, host: Host, way: Way) {
    this.client = newClient(config, this.#closed.signal, typeof way === "string" ? undefined : way);
    this.posts = new Posts(this.client, host);
    this.#token = config.token;
    this.#byGateway = way !== "rest";
  }

  /** Aborted when the connection is closed. */
  get signal(): AbortSignal {
    return this.#closed.signal;
  }

  /** Whether every shard hears what happens; without a gateway, whether Discord knows the token. */
  get connected(): boolean {
    if (!this.#byGateway) return this.#introduced && !this.#closed.signal.aborted;
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
    await Promise.race([this.#byGateway ? this.#logIn() : this.#introduce(), closed]);
  }

  /** Takes an interaction that did not come over the gateway; false where it cannot be answered. */
  hear(interaction: RawInteraction): boolean {
    if (!this.connected) return false;
    emit(this.client, interaction);
    return true;
  }

  /** The ids of the servers that Talks is in, in parts of at most `SERVERS_PAGE`. @throws what Discord answers */
  async *servers(): AsyncGenerator<readonly string[]> {
    if (!this.#byGateway) return yield* serverIds(this.client);
    const ids = [...this.client.guilds.cache.keys()];
    for (let i = 0; i < ids.length; i += SERVERS_PAGE) yield ids.slice(i, i + SERVERS_PAGE);
  }

  async #logIn(): Promise<void> {
    const ready = new Promise<void>((resolve) => this.client.once(Events.ClientReady, () => resolve()));
    this.#login = this.client.login(this.#token);
    await this.#login;
    await ready;
  }

  async #introduce(): Promise<void> {
    await introduce(this.client, this.#token);
    this.#introduced = true;
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
