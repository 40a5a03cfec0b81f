import {
  DiscordAPIError,
  InteractionContextType,
  RESTJSONErrorCodes,
  type BaseInteraction,
  type Guild,
  type GuildMember,
} from "discord.js";
import { toldTo } from "#core/messages/ready.ts";
import { tell } from "#core/messages/tell.ts";
import { toldIn } from "#core/reply/reply.ts";
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
export async function memberThere(
  { client, user, locale }: BaseInteraction,
  server: string,
): Promise<Read<GuildMember>> {
  const at = await toldTo(locale);
  const no = (why: keyof typeof NOT_THERE): Read<never> => {
    const [kind, hint] = NOT_THERE[why];
    return {
      ok: false,
      refusal: toldIn(refuse(kind, tell(at, `server.${why}`, { platform: "Discord" }), tell(at, hint)), at.tongue),
    };
  };
  try {
    const guild = await serverThere(client, server);
    if (guild === undefined) return no("left");
    return ok(await guild.members.fetch({ user: user.id, force: true, cache: false }));
  } catch (error) {
    if (error instanceof DiscordAPIError && NO_SERVERS.has(error.code)) return no("left");
    return no(isNoMember(error) ? "notIn" : "unknown");
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

const NOT_THERE = {
  left: ["state", "server.library"],
  notIn: ["right", "server.library"],
  unknown: ["failed", "server.later"],
} as const;
