import type { Message } from "#test/standins/discord/messages/message.ts";
import type { Snowflakes } from "#test/standins/discord/snowflakes.ts";
import type { ChannelOptions, GuildOptions, RoleOptions } from "./options.ts";
import { bits, USUAL } from "./permissions.ts";

export interface User {
  readonly id: string;
  readonly name: string;
  readonly bot: boolean;
  locale: string;
  /** Whether the person takes direct messages from the bot. */
  acceptsDms: boolean;
  /** Whether the person has installed the app for themselves. */
  installed: boolean;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  permissions: bigint;
  readonly managed: boolean;
}

export interface Member {
  readonly user: User;
  /** Role ids, without that of everyone. */
  readonly roles: Set<string>;
  /** Permissions beyond those of the roles: a role of their own, which tests need not name. */
  extra: bigint;
}

interface Overwrite {
  /** Of a role (type 0) or a member (type 1). */
  readonly id: string;
  readonly type: 0 | 1;
  readonly allow: bigint;
  readonly deny: bigint;
}

export interface Channel {
  readonly id: string;
  readonly kind: "text" | "thread" | "dm" | "group";
  readonly name: string;
  readonly guild: Guild | undefined;
  readonly parentId: string | undefined;
  readonly recipients: readonly User[];
  overwrites: Overwrite[];
  archived: boolean;
  locked: boolean;
  readonly messages: Map<string, Message>;
}

/** docs.discord.com/developers/interactions/application-commands#application-command-permissions-object. */
export interface CommandPermission {
  readonly id: string;
  /** 1 role, 2 user, 3 channel. */
  readonly type: 1 | 2 | 3;
  readonly permission: boolean;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly locale: string;
  readonly ownerId: string;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
  readonly channels: Map<string, Channel>;
  /** By command id, or by the application's id for all of its commands. */
  readonly commandPermissions: Map<string, readonly CommandPermission[]>;
  /** Whether the bot is a member. */
  joined: boolean;
}

/** Everything that exists on the stand-in's Discord. */
export class World {
  readonly users = new Map<string, User>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  /** Uploaded files by id; the oldest go. */
  readonly files = new Map<string, { readonly type: string; readonly content: Buffer }>();
  readonly bot: User;
  readonly #ids: Snowflakes;
  readonly #people = new Map<string, User>();

  constructor(ids: Snowflakes, botName: string) {
    this.#ids = ids;
    this.bot = this.addUser(botName, true);
  }

  addUser(name: string, bot = false): User {
    const user: User = { id: this.#ids.next(), name, bot, locale: "en-US", acceptsDms: true, installed: false };
    this.users.set(user.id, user);
    if (!bot) this.#people.set(name, user);
    return user;
  }

  userNamed(name: string): User {
    return this.#people.get(name) ?? this.addUser(name);
  }

  addGuild(options: GuildOptions): Guild {
    const id = options.id ?? this.#ids.next();
    const everyone: Role = { id, name: "@everyone", permissions: bits(USUAL), managed: false };
    const guild: Guild = {
      id,
      name: options.name,
      locale: options.locale ?? "en-US",
      ownerId: this.userNamed(options.owner ?? `owner of ${options.name}`).id,
      roles: new Map([[id, everyone]]),
      members: new Map(),
      channels: new Map(),
      commandPermissions: new Map(),
      joined: options.joined ?? true,
    };
    this.guilds.set(id, guild);
    for (const role of options.roles ?? []) this.addRole(guild, role);
    for (const channel of options.channels ?? ["general"]) this.addChannel(guild, channel);
    const owner = this.users.get(guild.ownerId);
    if (owner !== undefined) this.addMember(guild, owner);
    if (guild.joined) this.#welcomeBot(guild, options);
    return guild;
  }

  /** The bot joins with a managed role that carries what the invitation asked for. */
  #welcomeBot(guild: Guild, options: GuildOptions): void {
    const asked = bits(options.botPermissions ?? USUAL);
    const role = this.addRole(guild, { name: this.bot.name }, true);
    role.permissions = asked;
    const member = this.addMember(guild, this.bot);
    member.roles.add(role.id);
  }

  addRole(guild: Guild, options: string | RoleOptions, managed = false): Role {
    const { name, permissions = [] } = typeof options === "string" ? { name: options } : options;
    const role: Role = { id: this.#ids.next(), name, permissions: bits(permissions), managed };
    guild.roles.set(role.id, role);
    return role;
  }

  addMember(guild: Guild, user: User): Member {
    const member: Member = guild.members.get(user.id) ?? { user, roles: new Set(), extra: 0n };
    guild.members.set(user.id, member);
    return member;
  }

  addChannel(guild: Guild, options: string | ChannelOptions): Channel {
    const { name, thread = false } = typeof options === "string" ? { name: options } : options;
    const parent = thread ? [...guild.channels.values()].find((one) => one.kind === "text") : undefined;
    const channel = this.#channel(thread ? "thread" : "text", name, guild, [], parent?.id);
    guild.channels.set(channel.id, channel);
    return channel;
  }

  /** The thread of a message: it has the message's own id. */
  addThread(parent: Channel, id: string, name: string): Channel {
    const thread = this.#channel("thread", name, parent.guild, [], parent.id, id);
    parent.guild?.channels.set(id, thread);
    return thread;
  }

  /** The channel between the bot and a person, made at first use. */
  dmWith(user: User): Channel {
    const held = [...this.channels.values()].find((one) => one.kind === "dm" && one.recipients.includes(user));
    return held ?? this.#channel("dm", user.name, undefined, [user]);
  }

  /** A group conversation the bot is not a part of; commands reach it through the app that one person installed. */
  groupWith(user: User): Channel {
    const held = [...this.channels.values()].find((one) => one.kind === "group" && one.recipients.includes(user));
    return held ?? this.#channel("group", `${user.name} and friends`, undefined, [user]);
  }

  #channel(
    kind: Channel["kind"],
    name: string,
    guild: Guild | undefined,
    recipients: readonly User[],
    parentId?: string,
    id = this.#ids.next(),
  ): Channel {
    const state = { overwrites: [], archived: false, locked: false, messages: new Map<string, Message>() };
    const channel = { id, kind, name, guild, parentId, recipients, ...state };
    this.channels.set(channel.id, channel);
    return channel;
  }

  /** Keeps the content of an upload, for a while. */
  hold(id: string, file: { readonly type: string; readonly content: Buffer }): void {
    this.files.set(id, file);
    const [oldest] = this.files.keys();
    if (oldest !== undefined && this.files.size > 100) this.files.delete(oldest);
  }

  /** A guild by id or name; throws where a test names none. */
  guild(which: string): Guild {
    const found = this.guilds.get(which) ?? [...this.guilds.values()].find((one) => one.name === which);
    if (found === undefined) throw new Error(`No server ${JSON.stringify(which)} in this world.`);
    return found;
  }

  /** A channel by id, or by name within a guild; throws where a test names none. */
  channel(which: string, guild?: Guild): Channel {
    const among = guild === undefined ? this.channels : guild.channels;
    const found = among.get(which) ?? [...among.values()].find((one) => one.name === which);
    if (found === undefined) throw new Error(`No channel ${JSON.stringify(which)} in this world.`);
    return found;
  }
}
