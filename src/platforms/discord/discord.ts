import type { MayPost } from "#core/digest/digests.ts";
import type { Address, Delivery, Posting } from "#core/reply/posting.ts";
import type { Interaction } from "discord.js";
import { Again } from "./again.ts";
import type { DiscordConfig } from "./config.ts";
import type { Locale } from "#core/chat/locale.ts";
import { PlatformProblem, type Host, type Platform } from "#core/chat/platform.ts";
import type { Reply } from "#core/reply/reply.ts";
import { commandData } from "./command-data.ts";
import { Connection, type Way } from "./connection.ts";
import { Conversation } from "./conversation.ts";
import { DIALECT } from "./dialect.ts";
import { LIMITS } from "./limits.ts";
import { inviteLink } from "./invite.ts";
import { OwnersRules, rulesOf, type Rules } from "./owners-rules.ts";
import { Endpoint } from "./endpoint.ts";
import { endpointLine } from "./endpoint-set.ts";
import { PLATFORM } from "./request-context.ts";
import { mainWay, shareShards } from "./share-shards.ts";
import type { Shards } from "./shards.ts";
import { hearing } from "./hearing.ts";
import type { Posts } from "./posts.ts";
import { Translations } from "./translations.ts";
import { within } from "./within.ts";
import { isLasting, lostLine, problemLine } from "./problem.ts";
import { register } from "./registration.ts";

// Together with what a connection takes to close, less than the ten seconds after which a process is killed.
const STOP_MS = 8000;
const START_MS = 10_000;
const AGAIN_MS = { first: 2000, connecting: 60_000, registering: 300_000 } as const;
const MODERATED = ["facts", "desk", "digest"];
// Over HTTP Discord does not tell that an owner changed who may use a command.
const RULES_MS = 60_000;

/** Talks in Discord: over one gateway connection, or called over HTTP. */
export class Discord implements Platform {
  readonly name = PLATFORM;
  readonly limits = LIMITS;
  readonly dialect = DIALECT;
  // docs: Create Message, enforce_nonce: checked for uniqueness in the past few minutes.
  readonly repeats = 60_000;
  readonly #config: DiscordConfig;
  readonly #host: Host;
  readonly #rules = new OwnersRules((guild) => this.#rulesOf(guild));
  readonly #locales: readonly Locale[];
  readonly #conversation: Conversation;
  readonly #inFlight = new Set<Promise<void>>();
  readonly #connecting = new Again(AGAIN_MS.first, AGAIN_MS.connecting);
  readonly #registering = new Again(AGAIN_MS.first, AGAIN_MS.registering);
  readonly #endpoint: Endpoint | undefined;
  readonly #renewing: NodeJS.Timeout | undefined;
  #connection: Connection;
  #shards: Shards | undefined;
  /** Empty until the commands are registered. */
  #commandIds: ReadonlyMap<string, string> = new Map();
  #stopping = false;

  constructor(config: DiscordConfig, host: Host) {
    this.#config = config;
    this.#host = host;
    this.#connection = this.#newConnection();
    this.#locales = host.locales();
    this.#conversation = new Conversation(host, this.#rules, this, new Translations(this.#locales));
    if (config.endpoint === undefined) return;
    this.#endpoint = new Endpoint(config.endpoint, host.clock, (raw) => !this.#stopping && this.#connection.hear(raw));
    this.#renewing = setInterval(() => this.#rules.forgetAll(), RULES_MS).unref();
  }

  get connected(): boolean {
    return [this.#connection.connected, this.#endpoint?.listening, this.#shards?.connected].every((on) => on !== false);
  }

  /** The port that Discord calls; undefined where it does not. */
  get port(): number | undefined {
    return this.#endpoint?.port;
  }

  /** Comes back also where there is no connection yet, so that the other platforms start. */
  async start(): Promise<void> {
    const connection = this.#connection;
    const address = await this.#endpoint?.listen();
    if (address !== undefined) this.#host.log(`Discord: it is called at ${address}.`);
    const first = this.#connect(connection).then(
      () => ({ error: undefined }),
      (error: unknown) => ({ error }),
    );
    const begun = await within(START_MS, first);
    if (begun === undefined) {
      this.#host.log("Discord: it does not answer yet. Check the network; Talks keeps trying.");
      void first.then(({ error }) => this.#failed(connection, error));
    } else if (!this.#stopping && isLasting(begun.error)) {
      throw new PlatformProblem(problemLine(begun.error, this.#config), { cause: begun.error });
    } else this.#failed(connection, begun.error);
  }

  async stop(): Promise<void> {
    // What another process is to hear instead is heard here until it does.
    await this.#shards?.handOver();
    this.#stopping = true;
    this.#connecting.stop();
    this.#registering.stop();
    clearInterval(this.#renewing);
    await within(STOP_MS, Promise.allSettled([...this.#inFlight, this.#endpoint?.close()]));
    await Promise.all([this.#shards?.close(), this.#connection.close()]);
  }

  post(to: Address, reply: Reply, key: string): Promise<Delivery> {
    return this.#postsFor(to.workspace).post(to, reply, key);
  }

  tell(workspace: string, user: string, reply: Reply, key: string): Promise<Delivery> {
    return this.#postsFor(workspace).tell(workspace, user, reply, key);
  }

  edit(posting: Posting, reply: Reply): Promise<Delivery> {
    return this.#postsFor(posting.workspace).edit(posting, reply);
  }

  remove(posting: Posting): Promise<Delivery> {
    return this.#postsFor(posting.workspace).remove(posting);
  }

  find(to: Address, key: string, since: Temporal.Instant): Promise<readonly Posting[] | undefined> {
    return this.#postsFor(to.workspace).find(to, key, since);
  }

  mayPost(to: Address): Promise<MayPost> {
    return this.#postsFor(to.workspace).mayPost(to);
  }

  #newConnection(way: Way = mainWay(this.#host, this.#config)): Connection {
    return hearing(new Connection(this.#config, this.#host, way), {
      host: this.#host,
      rules: this.#rules,
      take: (interaction) => this.#take(interaction),
      isStopping: () => this.#stopping,
      lost: (connection, code) => this.#lost(connection, code),
    });
  }

  async #connect(connection: Connection): Promise<void> {
    await connection.open();
    this.#connecting.worked();
    // What the owners changed meanwhile was told to nobody.
    this.#rules.forgetAll();
    const { client } = connection;
    this.#shards ??= await shareShards(this.#host, this.#config, client, (shard) => this.#newConnection(shard));
    await this.#shards?.start();
    const { application } = client;
    const line = application === null ? undefined : await endpointLine(application, this.#config);
    await this.#register(connection, true);
    if (line !== undefined) this.#host.log(line, "warn");
    this.#follow(this.#greet(connection));
  }

  async #connectAnew(): Promise<void> {
    if (this.#stopping) return;
    const old = this.#connection;
    const connection = this.#newConnection();
    this.#connection = connection;
    try {
      await old.close();
      await this.#connect(connection);
    } catch (error) {
      this.#failed(connection, error);
    }
  }

  /** Says why a connection could not be made, and makes another later where that can help. */
  #failed(connection: Connection, error: unknown): void {
    if (this.#stopping || error === undefined || connection !== this.#connection) return;
    this.#host.log(problemLine(error, this.#config));
    if (!isLasting(error)) this.#connecting.later(() => this.#connectAnew());
  }

  /** Registers the commands where they changed; until that works, the ones that Discord has still do. */
  async #register(connection: Connection, greets: boolean): Promise<void> {
    if (connection.signal.aborted) return;
    const { user, rest, application } = connection.client;
    const id = application?.id ?? user?.id ?? "";
    const connected = `Discord: connected as ${user?.username ?? id}`;
    try {
      const wanted = commandData(this.#host.commands, this.#locales);
      const { ids, sent } = await register(rest, id, wanted, this.#config.guildId, connection.signal);
      this.#commandIds = ids;
      this.#registering.worked();
      const registered = sent ? `${wanted.length} commands registered` : "commands as registered before";
      this.#host.log(greets ? `${connected}, ${registered}. Invite: ${inviteLink(id)}` : `Discord: ${registered}.`);
    } catch (error) {
      if (connection.signal.aborted) return;
      this.#host.log(`${problemLine(error, this.#config)} The commands are not registered yet.`);
      if (greets) this.#host.log(`${connected}. Invite: ${inviteLink(id)}`);
      if (!isLasting(error)) this.#registering.later(() => this.#register(this.#connection, false));
    }
  }

  /** Servers that took the bot back while Talks was not running told nobody: their digests go on now. */
  async #greet(connection: Connection): Promise<void> {
    try {
      for await (const ids of connection.servers()) {
        if (this.#stopping) return;
        await this.#host.back(PLATFORM, ids);
      }
    } catch (error) {
      this.#host.log(problemLine(error, this.#config, false), "warn");
    }
  }

  /** A connection that discord.js gives up, such as after a reset token; what it resumes by itself never comes here. */
  #lost(connection: Connection, code: number | undefined): void {
    if (this.#stopping) return;
    const isShard = this.#shards?.lost(connection, code === 4004) === true;
    if (!isShard && connection !== this.#connection) return;
    this.#host.log(lostLine(code));
    if (code !== 4004 && !isShard) this.#connecting.later(() => this.#connectAnew());
  }

  #take(interaction: Interaction): void {
    if (this.#stopping) return;
    this.#follow(
      this.#conversation
        .answer(interaction)
        .catch((error: unknown) =>
          this.#host.log(`Discord: an answer could not be sent: ${problemLine(error, this.#config, false)}`),
        ),
    );
  }

  /** What posts to a server: the connection that hears of it knows its channels. */
  #postsFor(server: string): Posts {
    return (this.#shards?.connectionFor(server) ?? this.#connection).posts;
  }

  #follow(work: Promise<void>): void {
    const followed = work.finally(() => this.#inFlight.delete(followed));
    this.#inFlight.add(followed);
  }

  /** Cannot be asked before it is known which ids the commands have. */
  #rulesOf(guild: string): Promise<Rules> | undefined {
    const { application } = this.#connection.client;
    const ids = MODERATED.flatMap((name) => {
      const id = this.#commandIds.get(name);
      return id === undefined ? [] : [[name, id] as const];
    });
    return application === null || ids.length === 0 ? undefined : rulesOf(application, guild, ids);
  }
}
