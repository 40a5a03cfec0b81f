import { DiscordAPIError, type Channel, type Client, type Guild } from "discord.js";

// As long as a role or a permission that was changed may go on as it was.
const KEPT_MS = 60_000;

const ASKED = new WeakMap<Client, Map<string, Promise<Guild | undefined>>>();

/**
 * A server with Talks in it, undefined where Talks is not there. The gateway tells of servers; of one that it does not
 * tell this process of, Discord is asked, and what it said is held for a minute.
 * @throws what Discord answers
 */
export function serverThere(client: Client, id: string): Promise<Guild | undefined> {
  const told = client.guilds.cache.get(id);
  if (told !== undefined) return Promise.resolve(told);
  const asked = ASKED.get(client) ?? new Map<string, Promise<Guild | undefined>>();
  ASKED.set(client, asked);
  const held = asked.get(id) ?? ask(client, id, () => asked.delete(id));
  asked.set(id, held);
  return held;
}

/**
 * A channel or thread as it is now, with its server, so that rights are known. Null where there is none. @throws what
 * Discord answers
 */
export async function channelThere(client: Client, server: string, id: string): Promise<Channel | null> {
  await serverThere(client, server);
  // Nobody tells of what changes in a server that Discord was asked about.
  return client.channels.fetch(id, { force: ASKED.get(client)?.has(server) === true });
}

async function ask(client: Client, id: string, forget: () => void): Promise<Guild | undefined> {
  try {
    const guild = await client.guilds.fetch({ guild: id, withCounts: false });
    await guild.members.fetchMe();
    setTimeout(() => {
      forget();
      letGo(client, guild);
    }, KEPT_MS).unref();
    return guild;
  } catch (error) {
    forget();
    if (error instanceof DiscordAPIError && (error.status === 403 || error.status === 404)) return undefined;
    throw error;
  }
}

function letGo(client: Client, guild: Guild): void {
  if (client.guilds.cache.get(guild.id) !== guild) return;
  client.guilds.cache.delete(guild.id);
  for (const channel of guild.channels.cache.keys()) client.channels.cache.delete(channel);
}
