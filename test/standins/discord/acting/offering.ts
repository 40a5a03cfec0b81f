import type { Registered } from "#test/standins/discord/command-registry.ts";
import type { Place } from "#test/standins/discord/interactions/interaction.ts";
import { ownersOf } from "#test/standins/discord/interactions/payload.ts";
import { list, written } from "#test/standins/discord/json.ts";
import type { Platform } from "#test/standins/discord/platform.ts";
import { EVERY_PERMISSION, permissionsIn } from "#test/standins/discord/world/permissions.ts";
import type { CommandPermission } from "#test/standins/discord/world/world.ts";

/**
 * The command of that name that Discord offers here; throws what a person would find instead.
 *
 * @param forced past the client: somebody who forges a call, or whose client has not yet heard of a change
 */
export function offered(platform: Platform, place: Place, type: number, name: string, forced: boolean): Registered {
  const command = platform.commands.find(type, name, place.guild?.joined === true ? place.guild.id : undefined);
  if (command === undefined)
    throw new Error(`Nothing is registered as ${type === 1 ? "/" : ""}${name}. Registered: ${names(platform, place)}.`);
  if (forced) return command;
  const { contexts } = command.body;
  const reachable = !Array.isArray(contexts) || list(contexts).includes(place.context);
  if (!reachable || Object.keys(ownersOf(place, installsOf(platform, command))).length === 0)
    throw new Error(`${name} is not offered to ${place.user.name} in ${place.channel.name}: context or installation.`);
  if (!allowed(platform, place, command))
    throw new Error(`${name} is not offered to ${place.user.name}: they lack the permission for it.`);
  return command;
}

export function installsOf(platform: Platform, command: Registered): readonly number[] {
  const { integration_types: types } = command.body;
  return Array.isArray(types) ? types.map(Number) : platform.settings.integrationTypes.slice(0, 1);
}

function names(platform: Platform, place: Place): string {
  const all = [...platform.commands.in(undefined), ...platform.commands.in(place.guild?.id ?? "none")];
  return all.map((one) => one.name).join(", ") || "nothing";
}

/**
 * docs.discord.com/developers/interactions/application-commands#permissions: what the owner set for the command and the
 * channel, then for the person, their roles and everyone; then what was set for the whole app; then the command's own
 * default.
 */
function allowed(platform: Platform, { guild, member, channel }: Place, command: Registered): boolean {
  if (guild === undefined || member === undefined || !guild.joined) return true;
  const permissions = permissionsIn(guild, member, channel);
  if (permissions === EVERY_PERMISSION) return true;
  const ofCommand = guild.commandPermissions.get(command.id) ?? [];
  const ofApp = guild.commandPermissions.get(platform.applicationId) ?? [];
  const everyChannel = String(BigInt(guild.id) - 1n);
  const inChannel = verdict([ofCommand, ofApp], 3, [[channel.id], [everyChannel]]);
  if (inChannel === false) return false;
  const mine = [[member.user.id], [...member.roles], [guild.id]];
  const said =
    verdict([ofCommand], undefined, mine) ?? (verdict([ofApp], undefined, mine) === false ? false : undefined);
  if (said !== undefined) return said;
  const wanted = command.body.default_member_permissions;
  if (wanted === undefined || wanted === null) return true;
  const needed = BigInt(written(wanted));
  return needed !== 0n && (permissions & needed) === needed;
}

/** The first level at which something is said; within one level an allowance wins. */
function verdict(
  sources: readonly (readonly CommandPermission[])[],
  type: number | undefined,
  levels: readonly (readonly string[])[],
): boolean | undefined {
  for (const source of sources)
    for (const ids of levels) {
      const said = source.filter(
        (one) => ids.includes(one.id) && (type === undefined ? one.type !== 3 : one.type === type),
      );
      if (said.length > 0) return said.some((one) => one.permission);
    }
  return undefined;
}
