import { ClientApplication, ClientUser, Routes, type Client, type Guild } from "discord.js";
import type { RawInteraction } from "./endpoint.ts";

/**
 * Makes a client that has no gateway know its token, its application and its user, which Discord tells over the gateway
 * else. discord.js has no public way to that, nor to an interaction that came by HTTP (discordjs/discord.js issue
 * 8846).
 * @throws what Discord answers
 */
export async function introduce(client: Client, token: string): Promise<void> {
  client.token = token;
  client.rest.setToken(token);
  const [application, user] = await Promise.all([
    client.rest.get(Routes.currentApplication()),
    client.rest.get(Routes.user()),
  ]);
  client.application = made(ClientApplication, client, application);
  client.user = made(ClientUser, client, user);
}

function made<T>(structure: { readonly prototype: T }, client: Client, data: unknown): T {
  return Reflect.construct(structure as unknown as new () => T & object, [client, data]) as T;
}

/** Has the client emit an interaction as if the gateway had told of it. */
export function emit(client: Client, interaction: RawInteraction): void {
  const { actions } = client as unknown as {
    readonly actions: { readonly InteractionCreate: { handle(data: RawInteraction): void } };
  };
  actions.InteractionCreate.handle(interaction);
}

/** docs.discord.com/developers/resources/user#get-current-user-guilds: at most so many at a time. */
export const SERVERS_PAGE = 200;

/** The ids of all servers that Talks is in, a page of Discord at a time. @throws what Discord answers */
export async function* serverIds(client: Client): AsyncGenerator<readonly Guild["id"][]> {
  for (let after = "0"; ;) {
    const page = await client.guilds.fetch({ after, limit: SERVERS_PAGE });
    yield [...page.keys()];
    if (page.size < SERVERS_PAGE) return;
    after = page.lastKey() ?? after;
  }
}

/** What Discord advises: how many shards, and how many of them may identify at once. */
export interface Advised {
  readonly shards: number;
  readonly atOnce: number;
}

/** How Discord advises to divide the gateway. @throws what Discord answers */
export async function advisedShards({ rest }: Client): Promise<Advised> {
  const told = (await rest.get(Routes.gatewayBot())) as {
    readonly shards: number;
    readonly session_start_limit: { readonly max_concurrency: number };
  };
  return { shards: told.shards, atOnce: told.session_start_limit.max_concurrency };
}
