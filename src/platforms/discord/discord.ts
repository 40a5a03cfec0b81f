import { Events, type Client, type Interaction } from "discord.js";
import type { DiscordConfig } from "./config.ts";
import {
  PlatformProblem,
  type Address,
  type Delivery,
  type House,
  type Platform,
  type Posting,
} from "#core/platform.ts";
import type { Reply } from "#core/reply.ts";
import { commandData } from "./command-data.ts";
import { newClient } from "./client.ts";
import { Conversation } from "./conversation.ts";
import { inviteLink } from "./invite.ts";
import { OwnersRules, type Rules } from "./owners-rules.ts";
import { PLATFORM } from "./place.ts";
import { isLasting, told } from "./problem.ts";
import { Posts } from "./posts.ts";
import { register } from "./registration.ts";

const STOP_MS = 9000;
const AGAIN_MS = { first: 5000, most: 60_000 } as const;
const MODERATED = ["facts", "digest"];

/** Talks in Discord, over one gateway connection. */
export class Discord implements Platform {
  readonly name = PLATFORM;
  // docs: Create Message, enforce_nonce: checked for uniqueness in the past few minutes.
  readonly repeats = 60_000;
  readonly #config: DiscordConfig;
  readonly #house: House;
  readonly #client: Client;
  readonly #posts: Posts;
  readonly #inFlight = new Set<Promise<void>>();
  #commandIds: ReadonlyMap<string, string> = new Map();
  #stopping = false;
  #again: NodeJS.Timeout | undefined;

  constructor(config: DiscordConfig, house: House) {
    this.#config = config;
    this.#house = house;
    this.#client = newClient(config);
    this.#posts = new Posts(this.#client, house);
    const rules = new OwnersRules((guild) => this.#rulesOf(guild));
    const conversation = new Conversation(house, rules, this.#posts);
    this.#client
      .on(Events.InteractionCreate, (interaction) => this.#take(interaction, conversation))
      .on(Events.ApplicationCommandPermissionsUpdate, ({ guildId }) => rules.forget(guildId))
      .on(Events.GuildCreate, (guild) => void house.back({ platform: PLATFORM, id: guild.id }))
      .on(Events.GuildDelete, (guild) => void house.left({ platform: PLATFORM, id: guild.id }))
      .on(Events.Error, (error) => house.log(`Discord: ${error.message}`))
      .on(Events.Warn, (warning) => house.log(`Discord: ${warning}`))
      .on(Events.ShardDisconnect, ({ code }) => this.#lost(code))
      .on(Events.Invalidated, () => this.#lost(undefined));
  }

  async start(): Promise<void> {
    try {
      await this.#connect();
    } catch (error) {
      const problem = told(error, this.#config);
      if (isLasting(error)) throw new PlatformProblem(problem, { cause: error });
      this.#house.log(problem);
      this.#tryAgain(AGAIN_MS.first);
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#again);
    const done = Promise.allSettled(this.#inFlight);
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([done, new Promise((resolve) => (timer = setTimeout(resolve, STOP_MS)))]);
    clearTimeout(timer);
    await this.#client.destroy();
  }

  post(to: Address, reply: Reply, key: string): Promise<Delivery> {
    return this.#posts.post(to, reply, key);
  }

  tell(place: string, user: string, reply: Reply, key: string): Promise<Delivery> {
    return this.#posts.tell(place, user, reply, key);
  }

  edit(posting: Posting, reply: Reply): Promise<Delivery> {
    return this.#posts.edit(posting, reply);
  }

  remove(posting: Posting): Promise<Delivery> {
    return this.#posts.remove(posting);
  }

  find(to: Address, key: string, since: Temporal.Instant): Promise<readonly Posting[] | undefined> {
    return this.#posts.find(to, key, since);
  }

  mayPost(to: Address): Promise<{ readonly ok: true } | { readonly ok: false; readonly hint: string }> {
    return this.#posts.mayPost(to);
  }

  async #connect(): Promise<void> {
    const ready = new Promise<void>((resolve) => this.#client.once(Events.ClientReady, () => resolve()));
    await this.#client.login(this.#config.token);
    await ready;
    await this.#register();
    this.#follow(this.#greet());
  }

  /** Registers the commands where they changed; without it, the ones that Discord has still work. */
  async #register(): Promise<void> {
    const { user, rest, application } = this.#client;
    const id = application?.id ?? user?.id ?? "";
    try {
      const wanted = commandData(this.#house.commands);
      const { ids, sent } = await register(rest, id, wanted, this.#config.guildId);
      this.#commandIds = ids;
      const told = sent ? `${wanted.length} commands registered` : "commands as registered before";
      this.#house.log(`Discord: connected as ${user?.username ?? id}, ${told}. Invite: ${inviteLink(id)}`);
    } catch (error) {
      this.#house.log(`${told(error, this.#config)} The commands were not registered.`);
      this.#house.log(`Discord: connected as ${user?.username ?? id}. Invite: ${inviteLink(id)}`);
    }
  }

  /** A server that took the bot back while Talks was not running told nobody: its digests go on now. */
  async #greet(): Promise<void> {
    for (const id of this.#client.guilds.cache.keys()) {
      if (this.#stopping) return;
      await this.#house.back({ platform: PLATFORM, id });
    }
  }

  #tryAgain(pause: number): void {
    if (this.#stopping) return;
    this.#again = setTimeout(() => {
      this.#connect().catch((error: unknown) => {
        this.#house.log(told(error, this.#config));
        if (!isLasting(error)) this.#tryAgain(Math.min(pause * 2, AGAIN_MS.most));
      });
    }, pause);
  }

  /** A connection that discord.js gives up, such as after a reset token; what it resumes by itself never comes here. */
  #lost(code: number | undefined): void {
    if (this.#stopping) return;
    this.#house.log(
      code === 4004
        ? "Discord: the token is no longer valid. Copy a new one to DISCORD_TOKEN and start Talks again."
        : `Discord: the connection was closed for good${code === undefined ? "" : ` (${code})`}; connecting anew.`,
    );
    if (code !== 4004) this.#tryAgain(AGAIN_MS.first);
  }

  #take(interaction: Interaction, conversation: Conversation): void {
    if (this.#stopping) return;
    this.#follow(
      conversation
        .answer(interaction)
        .catch((error: unknown) =>
          this.#house.log(`Discord: an answer could not be sent: ${told(error, this.#config)}`),
        ),
    );
  }

  #follow(work: Promise<void>): void {
    const followed = work.finally(() => this.#inFlight.delete(followed));
    this.#inFlight.add(followed);
  }

  async #rulesOf(guild: string): Promise<Rules> {
    const { application } = this.#client;
    if (application === null) return new Map();
    const held = await application.commands.permissions.fetch({ guild });
    const app = held.get(application.id) ?? [];
    return new Map(
      MODERATED.flatMap((name) => {
        const id = this.#commandIds.get(name);
        // A command that has lines of its own does not look at the application's (docs: Application Commands, permissions).
        const lines = id === undefined ? [] : (held.get(id) ?? app);
        return [[name, lines.map((p) => ({ id: p.id, allowed: p.permission }))] as const];
      }),
    );
  }
}
