/** docs.discord.com/developers/events/gateway#gateway-intents: bits, and which are privileged. */
export const INTENTS = {
  Guilds: 1,
  GuildMembers: 2,
  GuildPresences: 256,
  GuildMessages: 512,
  DirectMessages: 4096,
  MessageContent: 32_768,
} as const;

export type PrivilegedIntent = "GuildMembers" | "GuildPresences" | "MessageContent";

const PRIVILEGED: readonly PrivilegedIntent[] = ["GuildMembers", "GuildPresences", "MessageContent"];

/** Whether a bot asks for a privileged intent it was not granted: closed with 4014. */
export function disallowed(asked: number, granted: readonly PrivilegedIntent[]): boolean {
  return PRIVILEGED.some((name) => (asked & INTENTS[name]) !== 0 && !granted.includes(name));
}

/** The intent an event needs; 0 where it comes unasked. */
export function intentOf(event: string, inGuild: boolean): number {
  if (event.startsWith("MESSAGE_")) return inGuild ? INTENTS.GuildMessages : INTENTS.DirectMessages;
  if (event.startsWith("GUILD_MEMBER_")) return INTENTS.GuildMembers;
  if (/^(GUILD_|CHANNEL_|THREAD_)/u.test(event)) return INTENTS.Guilds;
  return 0;
}
