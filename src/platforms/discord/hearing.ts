import { Events, type Interaction } from "discord.js";
import type { Host } from "#core/chat/platform.ts";
import type { Connection } from "./connection.ts";
import type { OwnersRules } from "./owners-rules.ts";
import { PLATFORM, workspaceOf } from "./request-context.ts";

export interface Hearing {
  readonly host: Host;
  readonly rules: OwnersRules;
  readonly take: (interaction: Interaction) => void;
  readonly isStopping: () => boolean;
  /** What discord.js gives up; what it resumes by itself is not told. */
  readonly lost: (connection: Connection, code: number | undefined) => void;
}

/** Has all that a connection tells go where it belongs. */
export function hearing(connection: Connection, { host, rules, take, isStopping, lost }: Hearing): Connection {
  let broken = false;
  const again = (): void => {
    if (broken) host.log("Discord: connected again.");
    broken = false;
  };
  connection.client
    .on(Events.InteractionCreate, take)
    .on(Events.ApplicationCommandPermissionsUpdate, ({ guildId }) => rules.forget(guildId))
    .on(Events.GuildCreate, ({ id }) => void host.back(PLATFORM, [id]))
    .on(Events.GuildDelete, ({ id }) => void host.left(workspaceOf(id)))
    .on(Events.Error, (error) => host.log(`Discord: ${error.message}`, "warn"))
    .on(Events.Warn, (warning) => host.log(`Discord: ${warning}`, "warn"))
    .on(Events.ShardReconnecting, () => {
      if (broken || isStopping() || !connection.client.isReady()) return;
      host.log("Discord: the connection was lost; connecting again.", "warn");
      broken = true;
    })
    .on(Events.ShardResume, again)
    .on(Events.ShardReady, again)
    .on(Events.ShardDisconnect, ({ code }) => lost(connection, code))
    .on(Events.Invalidated, () => lost(connection, undefined));
  return connection;
}
