/** Something the gateway tells the bot of. */
export interface Happening {
  /** `INTERACTION_CREATE`, `MESSAGE_CREATE` … */
  readonly event: string;
  /** Decides the shard; undefined for what happens outside of servers. */
  readonly guildId?: string;
  readonly data: object;
  /** What to tell a session without the message content intent, where that differs. */
  readonly withoutContent?: object;
}
