import { Actor } from "./acting/actor.ts";
import type { Dispatcher } from "./dispatcher.ts";
import { eventDelivery, untold } from "./events.ts";
import { install } from "./installing.ts";
import type { Fields } from "./json.ts";
import type { Platform } from "./platform.ts";
import type { Channel, ChannelKind, Installation, Role, Team, UserGroup } from "./world.ts";

export interface UserOptions {
  readonly role?: Role;
  readonly locale?: string;
  readonly timezone?: string;
  readonly deactivated?: boolean;
  /** Channels to join beside `general` (which guests do not join by themselves). */
  readonly channels?: readonly string[];
}

export interface ChannelOptions {
  readonly kind?: ChannelKind;
  readonly archived?: boolean;
  readonly locale?: string;
  /** Whether the app is in it; public channels only, unless said otherwise. */
  readonly app?: boolean;
  /** Who is in it; everyone known so far but guests, unless named. */
  readonly members?: readonly string[];
  /** Workspaces it is shared with over Slack Connect. */
  readonly sharedWith?: readonly Workspace[];
}

const JOINING: ReadonlySet<Role> = new Set(["primary owner", "owner", "admin", "member"]);

/** One workspace: its people, channels and groups are made on first mention and found again by name. */
export class Workspace {
  readonly team: Team;
  readonly #platform: Platform;
  readonly #dispatcher: Dispatcher;

  constructor(platform: Platform, dispatcher: Dispatcher, team: Team) {
    this.#platform = platform;
    this.#dispatcher = dispatcher;
    this.team = team;
    platform.world.teams.set(team.id, team);
  }

  get id(): string {
    return this.team.id;
  }

  /** The installation that serves this workspace. */
  get installation(): Installation {
    const found = this.#platform.world.installation(this.id);
    if (found === undefined) throw new Error(`The app is not installed in ${this.team.name}`);
    return found;
  }

  /** Installs the app as an administrator would, without the browser; the bot joins `general`. */
  install(scopes: readonly string[], wide = false): Installation {
    const made = install(this.#platform, this.id, scopes, wide);
    this.channel("general").members.add(made.botUserId);
    return made;
  }

  user(name: string, options: UserOptions = {}): Actor {
    const { world, ids } = this.#platform;
    const known = world.personNamed(name, this.id);
    const person = known ?? {
      id: ids.next("U"),
      name,
      teamId: this.id,
      role: options.role ?? "member",
      locale: options.locale ?? "en-US",
      timezone: options.timezone ?? "Europe/Istanbul",
      deactivated: options.deactivated ?? false,
    };
    world.people.set(person.id, person);
    if (options.role !== undefined) person.role = options.role;
    if (options.deactivated !== undefined) person.deactivated = options.deactivated;
    const joins = [
      ...(!JOINING.has(person.role) || known !== undefined ? [] : ["general"]),
      ...(options.channels ?? []),
    ];
    for (const channel of joins) this.channel(channel).members.add(person.id);
    return new Actor(this.#platform, this.#dispatcher, person);
  }

  channel(name: string, options: ChannelOptions = {}): Channel {
    const { world, ids } = this.#platform;
    const known = world.channelNamed(name, this.id);
    const everyone = [...world.people.values()].filter(
      (one) => one.teamId === this.id && JOINING.has(one.role) && !one.deactivated,
    );
    const named = options.members?.map((member) => this.user(member).id);
    const kind = options.kind ?? "public";
    const channel: Channel = known ?? {
      id: ids.next(kind === "public" ? "C" : "G"),
      name,
      teamId: this.id,
      kind,
      archived: false,
      locale: options.locale ?? "en-US",
      members: new Set(named ?? everyone.map((one) => one.id)),
      sharedWith: new Set(),
      messages: [],
    };
    world.addChannel(channel);
    if (options.archived !== undefined) channel.archived = options.archived;
    for (const other of options.sharedWith ?? []) channel.sharedWith.add(other.id);
    const bot = world.installation(this.id)?.botUserId;
    const app = options.app ?? (known === undefined ? kind === "public" : undefined);
    if (bot !== undefined && app === true) channel.members.add(bot);
    if (bot !== undefined && app === false) channel.members.delete(bot);
    return channel;
  }

  group(handle: string, members: readonly Actor[]): UserGroup {
    const { world, ids } = this.#platform;
    const known = [...world.groups.values()].find((one) => one.handle === handle && one.teamId === this.id);
    const group = known ?? { id: ids.next("S"), teamId: this.id, handle, members: [], disabled: false };
    group.members = members.map((one) => one.id);
    world.groups.set(group.id, group);
    return group;
  }

  /** Tells the app of any event it subscribes to; resolves after the first delivery. Returns whether it was told. */
  async tell(event: Fields): Promise<boolean> {
    const by = this.#platform.world.installation(this.id);
    if (by === undefined || untold(this.#platform, by, event) !== undefined) return false;
    await this.#dispatcher.announce(eventDelivery(this.#platform, by, event));
    return true;
  }
}
