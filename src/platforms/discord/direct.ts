import {
  DiscordAPIError,
  InteractionContextType,
  RESTJSONErrorCodes,
  type BaseInteraction,
  type Guild,
  type GuildMember,
} from "discord.js";
import { ok, refuse, type Read } from "#core/request/refusal.ts";
import { serverThere } from "./servers.ts";

// A direct message has no server: its buttons begin with the one that it was written for.
const PREFIX = /^@(\d{5,25})\|/u;

export function prefixFor(server: string): string {
  return `@${server}|`;
}

/** A custom id as `readAction` reads it. */
export function withoutPrefix(customId: string): string {
  return customId.replace(PREFIX, "");
}

/**
 * The server that a button or a form in a direct message is about; undefined for everything else. Says nothing of a
 * right to it.
 */
export function serverOf(interaction: BaseInteraction): string | undefined {
  if (interaction.context !== InteractionContextType.BotDM) return undefined;
  if (!interaction.isMessageComponent() && !interaction.isModalSubmit()) return undefined;
  return PREFIX.exec(interaction.customId)?.[1];
}

/**
 * Who presses in a direct message, as a member of the server that it is about: asked of Discord each time, as they may
 * have left or lost a role since it was written. Who is none gets nothing from there, whatever the button carries.
 */
export async function memberThere({ client, user }: BaseInteraction, server: string): Promise<Read<GuildMember>> {
  try {
    const guild = await serverThere(client, server);
    if (guild === undefined) return { ok: false, refusal: LEFT };
    return ok(await guild.members.fetch({ user: user.id, force: true, cache: false }));
  } catch (error) {
    if (error instanceof DiscordAPIError && NO_SERVERS.has(error.code)) return { ok: false, refusal: LEFT };
    return { ok: false, refusal: isNoMember(error) ? NO_MEMBER : NOT_KNOWN };
  }
}

/** Whether somebody is certainly no member. */
export async function hasLeft(guild: Guild, user: string): Promise<boolean> {
  try {
    await guild.members.fetch({ user, force: true, cache: false });
    return false;
  } catch (error) {
    return isNoMember(error);
  }
}

function isNoMember(error: unknown): boolean {
  return error instanceof DiscordAPIError && NO_MEMBERS.has(error.code);
}

const NO_MEMBERS = new Set<number | string>([RESTJSONErrorCodes.UnknownMember, RESTJSONErrorCodes.UnknownUser]);

const NO_SERVERS = new Set<number | string>([RESTJSONErrorCodes.UnknownGuild, RESTJSONErrorCodes.MissingAccess]);

const LEFT = refuse(
  "state",
  "Talks is no longer in the server of this message.",
  "Here /talks asks the library. /talks help lists the commands.",
);

const NO_MEMBER = refuse(
  "right",
  "This message belongs to a server that you are not in.",
  "Here /talks asks the library. /talks help lists the commands.",
);

const NOT_KNOWN = refuse(
  "failed",
  "Discord does not say at the moment whether you are in the server of this message. Nothing was changed.",
  "Try again in a minute, or ask in the server.",
);
