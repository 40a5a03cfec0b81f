import type { Json } from "#test/standins/discord/json.ts";
import type { Place } from "#test/standins/discord/interactions/interaction.ts";
import { attachmentJson } from "#test/standins/discord/messages/message.ts";
import { attach } from "#test/standins/discord/messages/writing.ts";
import type { Platform } from "#test/standins/discord/platform.ts";
import { permissionsIn } from "#test/standins/discord/world/permissions.ts";
import { interactionChannelJson, partialMemberJson, roleJson, userJson } from "#test/standins/discord/world/wire.ts";
import type { Typed } from "./typed-options.ts";

/**
 * People, roles, channels and files that an interaction refers to, gathered while it is made:
 * docs.discord.com/developers/interactions/receiving-and-responding#interaction-object-resolved-data-structure.
 */
export class Resolved {
  readonly #platform: Platform;
  readonly #place: Place;
  readonly #held: Record<string, Record<string, Json>> = {};

  constructor(platform: Platform, place: Place) {
    this.#platform = platform;
    this.#place = place;
  }

  /** Undefined where nothing was referred to, since Discord leaves the field out then. */
  json(): Json | undefined {
    return Object.keys(this.#held).length === 0 ? undefined : this.#held;
  }

  /** Adds what an option of this type refers to, and gives its id. */
  refer(type: number, value: Typed): string {
    if (type === 11) return this.#file(value);
    if (typeof value !== "string") throw new Error(`A name or an id is wanted, not ${JSON.stringify(value)}.`);
    if (type === 6) return this.user(value);
    if (type === 7) return this.channel(value);
    if (type === 8) return this.role(value);
    return this.#hasRole(value) ? this.role(value) : this.user(value);
  }

  add(kind: string, id: string, json: Json): string {
    (this.#held[kind] ??= {})[id] = json;
    return id;
  }

  user(which: string): string {
    const { world } = this.#platform;
    const user = world.users.get(which) ?? [...world.users.values()].find((one) => one.name === which);
    if (user === undefined) throw new Error(`Nobody is called ${which}.`);
    const { guild, channel } = this.#place;
    const member = guild?.members.get(user.id);
    if (guild !== undefined && member !== undefined) {
      const permissions = String(permissionsIn(guild, member, channel));
      this.add("members", user.id, { ...partialMemberJson(member), permissions });
    }
    return this.add("users", user.id, userJson(user));
  }

  channel(which: string): string {
    const { guild, member } = this.#place;
    const channel = this.#platform.world.channel(which, guild);
    return this.add("channels", channel.id, interactionChannelJson(channel, member));
  }

  role(which: string): string {
    const roles = [...(this.#place.guild?.roles.values() ?? [])];
    const role = roles.find((one) => one.id === which || one.name === which);
    if (role === undefined) throw new Error(`No role ${which} here.`);
    return this.add("roles", role.id, roleJson(role, 1));
  }

  #hasRole(which: string): boolean {
    return [...(this.#place.guild?.roles.values() ?? [])].some((one) => one.id === which || one.name === which);
  }

  #file(value: Typed): string {
    if (typeof value !== "object") throw new Error("A file is wanted: { name, content }.");
    const { name, content, type = "text/plain" } = value;
    const held = attach(this.#platform, { name, type, content: Buffer.from(content) });
    return this.add("attachments", held.id, { ...attachmentJson(held), ephemeral: true });
  }
}
