import type { ClientApplication } from "discord.js";
import { Warm } from "#core/desk/warm.ts";

/** One line of Server Settings, Integrations: who may use a command, or may not. */
interface Rule {
  readonly id: string;
  readonly allowed: boolean;
}

/** What a server's owner set for the moderators' commands, by the command's name. */
export type Rules = ReadonlyMap<string, readonly Rule[]>;

/** Asks Discord for a server's rules; undefined while it cannot be asked, which is not remembered. */
export type Fetch = (guild: string) => Promise<Rules> | undefined;

const WARM = 1000;
const AGAIN_MS = 30_000;

/**
 * Which of the moderators' commands the owner of a server let somebody use by Discord's own settings. Asked of Discord
 * once a server and kept until Discord says that it changed; where it cannot be told, it is none.
 */
export class OwnersRules {
  readonly #fetch: Fetch;
  readonly #known = new Warm<Promise<Rules>>(WARM);

  constructor(fetch: Fetch) {
    this.#fetch = fetch;
  }

  /** The names of the commands that were given to this user, or to a role of theirs. */
  async given(guild: string, user: string, roles: readonly string[]): Promise<ReadonlySet<string>> {
    try {
      const rules = await this.#known.get(guild, () => this.#fetch(guild));
      const given = [...(rules ?? [])].filter(([, lines]) => allows(lines, user, roles, guild));
      return new Set(given.map(([command]) => command));
    } catch {
      // Asked again in a while, not at each command: Discord bans a client whose requests fail too often (docs: Rate
      // Limits).
      setTimeout(() => this.forget(guild), AGAIN_MS).unref();
      return new Set();
    }
  }

  forget(guild: string): void {
    this.#known.drop(guild);
  }

  forgetAll(): void {
    this.#known.clear();
  }
}

/**
 * docs: Application Commands, permissions: a user's own line outweighs the roles', any role that may outweighs those
 * that may not. The line for everyone says who is offered a command; it makes nobody a moderator.
 */
function allows(rules: readonly Rule[], user: string, roles: readonly string[], everyone: string): boolean {
  const own = rules.find((r) => r.id === user);
  if (own !== undefined) return own.allowed;
  return rules.some((r) => r.id !== everyone && roles.includes(r.id) && r.allowed);
}

/** What a server's owner set for these commands, each a name and its id. @throws what Discord answers */
export async function rulesOf(
  { id: app, commands }: ClientApplication,
  guild: string,
  ids: readonly (readonly [string, string])[],
): Promise<Rules> {
  const held = await commands.permissions.fetch({ guild });
  return new Map(
    ids.map(([name, id]) => {
      // A command that has lines of its own does not look at the application's (docs: Application Commands,
      // permissions).
      const lines = [held.get(id), held.get(app)].find((some) => some !== undefined && some.length > 0) ?? [];
      return [name, lines.map((p) => ({ id: p.id, allowed: p.permission }))] as const;
    }),
  );
}
