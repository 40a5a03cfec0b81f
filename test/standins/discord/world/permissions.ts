import type { Channel, Guild, Member } from "./world.ts";

/** docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags: the ones that matter here. */
const BITS = {
  KickMembers: 1,
  Administrator: 3,
  ManageChannels: 4,
  ManageGuild: 5,
  ViewChannel: 10,
  SendMessages: 11,
  ManageMessages: 13,
  EmbedLinks: 14,
  AttachFiles: 15,
  ReadMessageHistory: 16,
  MentionEveryone: 17,
  UseExternalEmojis: 18,
  ManageRoles: 28,
  UseApplicationCommands: 31,
  ManageThreads: 34,
  CreatePublicThreads: 35,
  SendMessagesInThreads: 38,
  ModerateMembers: 40,
} as const;

export type PermissionName = keyof typeof BITS;

export function bits(names: readonly PermissionName[]): bigint {
  return names.reduce((all, name) => all | (1n << BigInt(BITS[name])), 0n);
}

export const EVERY_PERMISSION = (1n << 53n) - 1n;

/** What members may do in a new server. */
export const USUAL: readonly PermissionName[] = [
  "ViewChannel",
  "SendMessages",
  "EmbedLinks",
  "AttachFiles",
  "ReadMessageHistory",
  "CreatePublicThreads",
  "SendMessagesInThreads",
  "UseApplicationCommands",
];

/** #permission-overwrites: roles first, then the channel's overwrites for everyone, for roles, for the member. */
export function permissionsIn(guild: Guild, member: Member, channel?: Channel): bigint {
  const roles = [guild.id, ...member.roles];
  let all = member.extra;
  for (const id of roles) all |= guild.roles.get(id)?.permissions ?? 0n;
  if (member.user.id === guild.ownerId || (all & bits(["Administrator"])) !== 0n) return EVERY_PERMISSION;
  const overwrites = channel?.overwrites ?? [];
  const apply = (allow: bigint, deny: bigint): void => {
    all = (all & ~deny) | allow;
  };
  for (const one of overwrites.filter(({ id }) => id === guild.id)) apply(one.allow, one.deny);
  const ofRoles = overwrites.filter(({ id, type }) => type === 0 && member.roles.has(id));
  apply(
    ofRoles.reduce((sum, one) => sum | one.allow, 0n),
    ofRoles.reduce((sum, one) => sum | one.deny, 0n),
  );
  for (const one of overwrites.filter(({ id }) => id === member.user.id)) apply(one.allow, one.deny);
  return all;
}

export function may(permissions: bigint, name: PermissionName): boolean {
  return (permissions & bits([name])) !== 0n;
}
