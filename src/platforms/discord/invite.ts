import { OAuth2Scopes, PermissionFlagsBits } from "discord.js";

/** Only what posting digests and finding them again needs; answers to commands need none. */
const PERMISSIONS = {
  "View Channels": PermissionFlagsBits.ViewChannel,
  "Send Messages": PermissionFlagsBits.SendMessages,
  "Send Messages in Threads": PermissionFlagsBits.SendMessagesInThreads,
  "Create Public Threads": PermissionFlagsBits.CreatePublicThreads,
  "Attach Files": PermissionFlagsBits.AttachFiles,
  "Read Message History": PermissionFlagsBits.ReadMessageHistory,
} as const;

const SCOPES = [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands] as const;

/** The address by which a server's owner adds the bot, with its scopes and permissions. */
export function inviteLink(application: string): string {
  const permissions = Object.values(PERMISSIONS).reduce((all, p) => all | p, 0n);
  const query = new URLSearchParams({ client_id: application, scope: SCOPES.join(" "), permissions: `${permissions}` });
  return `https://discord.com/oauth2/authorize?${query.toString()}`;
}
