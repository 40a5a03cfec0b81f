import type { Platform } from "./platform.ts";
import type { Channel } from "./world.ts";
import type { Workspace } from "./workspace.ts";

/** Archives a channel; the app hears of it where it is a member. */
export async function archive(platform: Platform, workspace: Workspace, channel: Channel): Promise<void> {
  channel.archived = true;
  const told = channel.members.has(workspace.installation.botUserId);
  const type = channel.kind === "private" ? "group_archive" : "channel_archive";
  if (told) await workspace.tell({ type, channel: channel.id, user: "U000000000", event_ts: platform.ids.ts() });
}

/** Gives a channel another name; its id stays, which is why names are not to be stored. */
export async function rename(platform: Platform, workspace: Workspace, channel: Channel, name: string): Promise<void> {
  platform.world.rename(channel, name);
  await workspace.tell({
    type: "channel_rename",
    channel: { id: channel.id, name, created: 1_700_000_000 },
    event_ts: platform.ids.ts(),
  });
}

/** Removes the app from a channel. */
export async function removeApp(platform: Platform, workspace: Workspace, channel: Channel): Promise<void> {
  const { botUserId } = workspace.installation;
  channel.members.delete(botUserId);
  const [prefix, type] = channel.kind === "private" ? ["G", "group_left"] : ["C", "channel_left"];
  const ts = platform.ids.ts();
  await workspace.tell({
    type: "member_left_channel",
    user: botUserId,
    channel: channel.id,
    channel_type: prefix,
    team: workspace.id,
    event_ts: ts,
  });
  await workspace.tell({ type, channel: channel.id, actor_id: "U000000000", event_ts: ts });
}

/** Revokes the app's tokens, then tells it with the events it gets for that. */
export async function revoke(platform: Platform, workspace: Workspace): Promise<void> {
  const by = workspace.installation;
  const told = workspace.tell({
    type: "tokens_revoked",
    tokens: { oauth: [], bot: [by.botUserId] },
    event_ts: platform.ids.ts(),
  });
  by.state = "revoked";
  await told;
}

/** Uninstalls the app: Slack sends `tokens_revoked` and `app_uninstalled`, in no promised order. */
export async function uninstall(platform: Platform, workspace: Workspace): Promise<void> {
  const by = workspace.installation;
  const told = Promise.all([
    workspace.tell({ type: "tokens_revoked", tokens: { oauth: [], bot: [by.botUserId] }, event_ts: platform.ids.ts() }),
    workspace.tell({ type: "app_uninstalled", event_ts: platform.ids.ts() }),
  ]);
  by.state = "uninstalled";
  await told;
}
