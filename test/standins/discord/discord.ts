import type { Server } from "node:http";
import { createServer } from "node:http";
import { Actor } from "./acting/actor.ts";
import type { Shown } from "./acting/shown.ts";
import { show } from "./acting/shown.ts";
import { Administration } from "./administration.ts";
import { SteppingClock } from "./clock.ts";
import { CommandRegistry } from "./command-registry.ts";
import { Faults } from "./faults.ts";
import { Gateway } from "./gateway/gateway.ts";
import type { Session } from "./gateway/session.ts";
import { Endpoint } from "./interactions/endpoint.ts";
import { Ledger } from "./interactions/ledger.ts";
import { Journal } from "./journal.ts";
import { Messages } from "./messages/messages.ts";
import type { Ping } from "./messages/messages.ts";
import type { Platform } from "./platform.ts";
import { publishedSchema } from "./published-schema.ts";
import { RateLimits } from "./rate-limits.ts";
import { answerRequest } from "./rest-api.ts";
import type { DiscordOptions } from "./settings.ts";
import { settings } from "./settings.ts";
import { shardOf, Snowflakes } from "./snowflakes.ts";
import type { PermissionName } from "./world/permissions.ts";
import { guildCreateJson, userJson } from "./world/wire.ts";
import { World } from "./world/world.ts";

export interface UserOptions {
  /**
   * Name or id of the server they act in; the first one unless given. `dm` and `group` are places outside of servers.
   */
  readonly guild?: string;
  readonly in?: "guild" | "dm" | "group";
  /** Name or id; the first text channel unless given. */
  readonly channel?: string;
  /** Beyond what their roles give. Left as they were unless given. */
  readonly permissions?: readonly PermissionName[];
  /** By name; made where they do not exist. */
  readonly roles?: readonly string[];
  readonly locale?: string;
  /** Whether they have installed the app for themselves. */
  readonly installed?: boolean;
}

/**
 * A stand-in of Discord on 127.0.0.1: gateway and HTTP API, version 10. A real client logs in to it; tests act as
 * people. It enforces the platform's documented rules and notes every breach in `violations`.
 */
export class Discord {
  readonly platform: Platform;
  readonly administration: Administration;
  readonly #server: Server;

  private constructor(platform: Platform, server: Server) {
    this.platform = platform;
    this.administration = new Administration(platform);
    this.#server = server;
  }

  static async start(options: DiscordOptions = {}): Promise<Discord> {
    const platform = build(options);
    const server = createServer((request, response) => {
      answerRequest(platform, request, response).catch((error: unknown) => {
        platform.journal.violation(`the stand-in itself failed: ${String(error)}`);
        response.destroy();
      });
    });
    platform.gateway.attach(server);
    await new Promise<void>((resolve) => {
      server.listen(0, "127.0.0.1", resolve);
    });
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    platform.url = (): string => `http://127.0.0.1:${port}`;
    return new Discord(platform, server);
  }

  /** Leaves no socket, timer or server behind. */
  async stop(): Promise<void> {
    this.platform.gateway.stop();
    this.platform.ledger.stop();
    const closed = new Promise((resolve) => {
      this.#server.close(resolve);
    });
    this.#server.closeAllConnections();
    await closed;
  }

  /** What `rest.api` of the client, or DISCORD_API_URL, is to be: `http://127.0.0.1:PORT/api`. */
  get apiUrl(): string {
    return `${this.platform.url()}/api`;
  }

  get token(): string {
    return this.platform.settings.token;
  }

  get violations(): readonly string[] {
    return this.platform.journal.violations;
  }

  /** Where the stand-in's own answers differ from Discord's published schema, if that is available. */
  get ownFaults(): readonly string[] {
    return this.platform.journal.ownFaults;
  }

  get requests(): Journal["requests"] {
    return this.platform.journal.requests;
  }

  /** Messages that would notify somebody. */
  get pings(): readonly Ping[] {
    return this.platform.messages.pings;
  }

  /** Where interactions are posted, once it is set there. */
  get endpoint(): Endpoint {
    return this.platform.endpoint;
  }

  get faults(): Faults {
    return this.platform.faults;
  }

  get clock(): SteppingClock {
    return this.platform.clock;
  }

  get gateway(): Gateway {
    return this.platform.gateway;
  }

  /** A person, made at first mention, and the place where they act. */
  user(name: string, options: UserOptions = {}): Actor {
    const { world } = this.platform;
    const user = world.userNamed(name);
    user.locale = options.locale ?? user.locale;
    user.installed = options.installed ?? user.installed;
    const at = options.in ?? "guild";
    if (at !== "guild") {
      const channel = at === "dm" ? world.dmWith(user) : world.groupWith(user);
      return new Actor(this.platform, {
        user,
        guild: undefined,
        member: undefined,
        channel,
        context: at === "dm" ? 1 : 2,
      });
    }
    const [first] = world.guilds.values();
    const guild = world.guild(options.guild ?? first?.id ?? "");
    const channel = world.channel(options.channel ?? [...guild.channels.keys()][0] ?? "", guild);
    const actor = new Actor(this.platform, { user, guild, member: world.addMember(guild, user), channel, context: 0 });
    actor.become(options);
    return actor;
  }

  /** The messages of a channel, by its name or id, oldest first; ephemeral ones too. */
  messages(channel: string, guild?: string): readonly Shown[] {
    const { world } = this.platform;
    const within = guild === undefined ? undefined : world.guild(guild);
    return [...world.channel(channel, within).messages.values()].map(show);
  }
}

function build(options: DiscordOptions): Platform {
  const chosen = settings(options);
  const clock = new SteppingClock();
  const ids = new Snowflakes(clock);
  const journal = new Journal(chosen.keep.requests);
  const world = new World(ids, chosen.botName);
  const applicationId = world.bot.id;
  for (const guild of chosen.guilds) world.addGuild(guild);
  const gateway = new Gateway(
    chosen,
    (session) => greet(platform, session),
    (what) => journal.violation(what),
  );
  const ledger = new Ledger(chosen, clock, journal);
  clock.watch(() => ledger.sweep());
  const platform: Platform = {
    settings: chosen,
    applicationId,
    clock,
    ids,
    journal,
    world,
    gateway,
    ledger,
    endpoint: new Endpoint(),
    faults: new Faults(),
    rates: new RateLimits(clock, chosen.rates),
    messages: new Messages(clock, ids, chosen.keep.messages, applicationId, () => gateway),
    commands: new CommandRegistry(ids, applicationId, chosen.integrationTypes),
    schema: publishedSchema(process.env["DISCORD_OPENAPI"] ?? ""),
    url: () => "",
  };
  return platform;
}

/** READY, then a GUILD_CREATE for each server: docs.discord.com/developers/events/gateway-events#ready. */
function greet(platform: Platform, session: Session): void {
  const { world, applicationId } = platform;
  const [shard, shards] = session.shard;
  const joined = [...world.guilds.values()].filter((one) => one.joined && shardOf(one.id, shards) === shard);
  session.dispatch("READY", {
    v: 10,
    user: { ...userJson(world.bot), verified: true, mfa_enabled: false, email: null },
    guilds: joined.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    session_type: "normal",
    resume_gateway_url: platform.url().replace("http", "ws"),
    shard: session.shard,
    application: { id: applicationId, flags: 0 },
  });
  for (const guild of joined)
    if ((session.intents & 1) !== 0) session.dispatch("GUILD_CREATE", guildCreateJson(guild, world.bot));
}
