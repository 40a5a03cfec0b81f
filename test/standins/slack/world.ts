import type { Fields } from "./json.ts";

export type Role = "primary owner" | "owner" | "admin" | "member" | "guest" | "single-channel guest" | "bot";

export interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly enterpriseId: string | undefined;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly teamId: string;
  role: Role;
  locale: string;
  timezone: string;
  deactivated: boolean;
}

export type ChannelKind = "public" | "private" | "im" | "mpim";

export interface Channel {
  readonly id: string;
  name: string;
  readonly teamId: string;
  readonly kind: ChannelKind;
  archived: boolean;
  readonly members: Set<string>;
  /** The language of the channel, as Slack tells it to those who ask for it. */
  readonly locale: string;
  /** Other workspaces it is shared with over Slack Connect. */
  readonly sharedWith: Set<string>;
  /** Oldest first; ephemeral ones included, each marked with who sees it. */
  messages: Message[];
}

/** A file that somebody uploaded, as bytes. */
export interface File {
  readonly id: string;
  readonly name: string;
  readonly teamId: string;
  readonly content: Buffer;
  /** Of an upload: how far it has come. What a person sends is there at once. */
  readonly upload?: Upload;
}

/** An upload by `botId`: its bytes have come, it was completed, and it can be shown after so many looks at it. */
interface Upload {
  readonly botId: string;
  readonly length: number;
  readonly bytes: boolean;
  readonly completed: boolean;
  readonly looks: number;
}

export interface Message {
  readonly ts: string;
  readonly channel: string;
  readonly teamId: string;
  readonly userId: string;
  /** Set when an app wrote it. */
  readonly botId: string | undefined;
  text: string;
  blocks: readonly Fields[];
  attachments: readonly Fields[];
  readonly files: readonly File[];
  readonly threadTs: string | undefined;
  metadata: Fields | undefined;
  /** The one person who sees it, for an ephemeral message. */
  readonly visibleTo: string | undefined;
  /** Whom it notifies: `channel`, `here`, `everyone`, `user:U…`, `group:S…`. */
  pings: readonly string[];
  /** What became clickable in its text: addresses, `channel:C…`. */
  links: readonly string[];
  edited: string | undefined;
  deleted: boolean;
}

export interface UserGroup {
  readonly id: string;
  readonly teamId: string;
  handle: string;
  members: string[];
  disabled: boolean;
}

/** One workspace's (or organisation's) installation of the app. */
export interface Installation {
  readonly teamId: string;
  readonly enterpriseId: string | undefined;
  /** Installed on the whole organisation: one token for each of its workspaces. */
  readonly wide: boolean;
  readonly botToken: string;
  readonly botUserId: string;
  readonly botId: string;
  readonly scopes: Set<string>;
  state: "active" | "revoked" | "uninstalled";
}

/** Everything that exists in the stand-in. Look-ups return undefined where Slack would say not found. */
export class World {
  readonly teams = new Map<string, Team>();
  readonly people = new Map<string, Person>();
  readonly channels = new Map<string, Channel>();
  readonly groups = new Map<string, UserGroup>();
  readonly files = new Map<string, File>();
  readonly installations: Installation[] = [];
  readonly #byName = new Map<string, Channel>();
  readonly #direct = new Map<string, Channel>();

  installation(teamId: string): Installation | undefined {
    const enterpriseId = this.teams.get(teamId)?.enterpriseId;
    return this.installations.findLast(
      (one) =>
        one.state === "active" &&
        (one.teamId === teamId || (one.wide && enterpriseId !== undefined && one.enterpriseId === enterpriseId)),
    );
  }

  personNamed(name: string, teamId: string): Person | undefined {
    return [...this.people.values()].find((one) => one.teamId === teamId && one.name === name);
  }

  /** Names and direct conversations are indexed, since a digest test has ten thousand of them. */
  addChannel(channel: Channel): void {
    this.channels.set(channel.id, channel);
    if (channel.kind === "im") this.#direct.set([...channel.members].sort().join(" "), channel);
    else this.#byName.set(`${channel.teamId} ${channel.name}`, channel);
  }

  rename(channel: Channel, name: string): void {
    this.#byName.delete(`${channel.teamId} ${channel.name}`);
    channel.name = name;
    this.addChannel(channel);
  }

  channelNamed(name: string, teamId: string): Channel | undefined {
    return this.#byName.get(`${teamId} ${name}`);
  }

  /** The direct conversation of two people, where there is one. */
  im(one: string, other: string): Channel | undefined {
    return this.#direct.get([one, other].sort().join(" "));
  }

  message(channelId: string, ts: string): Message | undefined {
    return this.channels.get(channelId)?.messages.findLast((one) => one.ts === ts && !one.deleted);
  }

  /** Whether a person's client shows this message. */
  sees(person: Person, message: Message): boolean {
    const channel = this.channels.get(message.channel);
    if (channel === undefined || message.deleted) return false;
    if (message.visibleTo !== undefined) return message.visibleTo === person.id;
    const guest = person.role === "guest" || person.role === "single-channel guest";
    return channel.members.has(person.id) || (channel.kind === "public" && channel.teamId === person.teamId && !guest);
  }
}
