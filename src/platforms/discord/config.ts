/** How Discord is reached, as the environment says. */
export interface DiscordConfig {
  readonly token: string;
  /** Where Discord's API is, without version: `https://discord.com/api`. Discord's own where it is absent. */
  readonly apiUrl?: string;
  /** The one server to register commands to, while developing. */
  readonly guildId?: string;
}
