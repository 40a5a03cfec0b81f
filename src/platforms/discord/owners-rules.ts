/** One line of Server Settings, Integrations: who may use a command, or may not. */
export interface Rule {
  readonly id: string;
  readonly allowed: boolean;
}

/** What a server's owner set for the moderators' commands, by command. */
export type Fetch = (guild: string) => Promise<readonly (readonly Rule[])[]>;

const WARM = 1000;
const AGAIN_MS = 30_000;

/**
 * Whether the owner of a server let somebody use the moderators' commands by Discord's own settings. Asked of Discord once a server and
 * kept until Discord says that it changed; where it cannot be told, it is no.
 */
export class OwnersRules {
  readonly #fetch: Fetch;
  readonly #known = new Map<string, Promise<readonly (readonly Rule[])[]>>();

  constructor(fetch: Fetch) {
    this.#fetch = fetch;
  }

  async allow(guild: string, user: string, roles: readonly string[]): Promise<boolean> {
    try {
      return (await this.#of(guild)).some((rules) => allows(rules, user, roles, guild));
    } catch {
      // Asked again in a while, not at each command: Discord bans who asks in vain too often (docs: Rate Limits, invalid requests).
      setTimeout(() => this.forget(guild), AGAIN_MS).unref();
      return false;
    }
  }

  forget(guild: string): void {
    this.#known.delete(guild);
  }

  #of(guild: string): Promise<readonly (readonly Rule[])[]> {
    const known = this.#known.get(guild) ?? this.#fetch(guild);
    this.#known.delete(guild);
    this.#known.set(guild, known);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= WARM) break;
      this.#known.delete(oldest);
    }
    return known;
  }
}

/** docs: Application Commands, permissions: a user's own line outweighs the roles', any role that may outweighs those that may not, everyone comes last. */
function allows(rules: readonly Rule[], user: string, roles: readonly string[], everyone: string): boolean {
  const own = rules.find((r) => r.id === user);
  if (own !== undefined) return own.allowed;
  const byRole = rules.filter((r) => r.id !== everyone && roles.includes(r.id));
  if (byRole.length > 0) return byRole.some((r) => r.allowed);
  return rules.find((r) => r.id === everyone)?.allowed ?? false;
}
