/** Somebody or a group of people, by the platform's own id; `name` where the platform gave one with it. */
export interface Mention {
  readonly kind: "role" | "group" | "user";
  readonly id: string;
  readonly name?: string;
}

/**
 * How one platform writes what options read, and what only it has to say. All of it is pure, and all of it may be
 * absent: ids can be typed on every platform.
 */
export interface Dialect {
  /** Reads a mention, such as `<@U1|ann>`; undefined for anything else. */
  readonly mention?: (text: string) => Mention | undefined;
  /** Reads a channel's mention, such as `<#C1|general>`, as the channel's id. */
  readonly channel?: (text: string) => string | undefined;
  /** Reads a thread's id or a link to it, as the id. */
  readonly thread?: (text: string) => string | undefined;
  /** Whether it shows a channel, a person or a role by its id, under its present name. */
  readonly showsNames?: true;
  /** How one types a command there, by its path: `/facts add` where it says nothing. */
  readonly command?: (group: string, name: string) => string;
  /** What an admin does besides, so that those who moderate are shown the commands: one sentence. */
  readonly moderatorsHint?: "roles.alsoShow";
}
