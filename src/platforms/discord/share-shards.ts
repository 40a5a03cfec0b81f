import type { Client } from "discord.js";
import type { Host } from "#core/chat/platform.ts";
import type { DiscordConfig } from "./config.ts";
import type { Shard } from "./client.ts";
import type { Connection, Way } from "./connection.ts";
import { problemLine } from "./problem.ts";
import { PLATFORM } from "./request-context.ts";
import { Shards } from "./shards.ts";
import { advisedShards } from "./without-gateway.ts";

/**
 * How the connection is made that posts and registers: where Discord calls, or each shard has a connection of its own,
 * it needs no gateway.
 */
export function mainWay({ shares }: Host, { endpoint }: DiscordConfig): Way {
  return endpoint !== undefined || shares !== undefined ? "rest" : "gateway";
}

/**
 * The shards of an application that processes share; undefined where they are not shared. @throws what Discord answers
 */
export async function shareShards(
  host: Host,
  config: DiscordConfig,
  client: Client,
  make: (shard: Shard) => Connection,
): Promise<Shards | undefined> {
  const { shares } = host;
  if (shares === undefined || config.endpoint !== undefined) return undefined;
  return new Shards({
    shares,
    work: `${PLATFORM} ${client.application?.id ?? ""}`,
    process: host.token(16),
    advised: await advisedShards(client),
    make: (id, of) => make({ id, of }),
    failed: (error) => host.log(problemLine(error, config), "warn"),
    say: (line) => host.log(line),
  });
}
