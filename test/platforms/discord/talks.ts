import { expect, onTestFinished } from "vitest";
import { Discord as Platform } from "#platforms/discord/discord.ts";
import { hosted, type Hosted } from "#test/hosted.ts";
import type { Paint } from "#core/chat/paint.ts";
import type { Library } from "#core/desk/library-view.ts";
import type { Store } from "#core/desk/store.ts";
import type { Discord } from "#test/standins/discord/discord.ts";
import type { DiscordOptions } from "#test/standins/discord/settings.ts";
import { startDiscord, type Finish } from "#test/standins/discord/bot.ts";

/** Talks logged in to a stand-in of Discord, both stopped after the test. */
export interface Running extends Hosted {
  readonly discord: Discord;
  readonly talks: Platform;
  /** Stops it and starts another one on the same store, with nothing in its memory. */
  restart(): Promise<void>;
}

/**
 * `http`: Discord calls it, without a gateway. `disturbed`: the test breaks things, so that violations and defects are
 * its own to judge.
 */
export async function talksInDiscord(
  options: DiscordOptions & {
    readonly store?: Store;
    readonly library?: Library;
    readonly guildId?: string;
    readonly disturbed?: boolean;
    readonly http?: boolean;
    readonly paint?: Paint;
  } = {},
  finish: Finish = onTestFinished,
): Promise<Running> {
  const { store, library, guildId, disturbed, http, paint, ...rest } = options;
  const discord = await startDiscord(rest, finish);
  const host = await hosted(store, library, { paint });
  const { publicKey } = discord.endpoint;
  const config = {
    token: discord.token,
    apiUrl: discord.apiUrl,
    ...(guildId === undefined ? {} : { guildId }),
    ...(http === true ? { endpoint: { publicKey, host: "127.0.0.1", port: 0 } } : {}),
  };
  const calls = async ({ port }: Platform): Promise<void> => {
    if (port !== undefined) await discord.endpoint.set(`http://127.0.0.1:${port}/discord/interactions`);
  };
  const talks = new Platform(config, host.host);
  finish(async () => {
    await talks.stop();
    if (disturbed === true) return;
    expect(discord.violations).toEqual([]);
    expect(discord.pings).toEqual([]);
    expect(host.incidents).toEqual([]);
  });
  await talks.start();
  // On a busy machine it is told that it is connecting, and connects later.
  if (disturbed !== true) await expect.poll(() => host.lines.join("\n")).toContain("Invite: ");
  await calls(talks);
  const restart = async (): Promise<void> => {
    await talks.stop();
    const next = new Platform(config, host.host);
    finish(() => next.stop());
    await next.start();
    await calls(next);
  };
  return { ...host, discord, talks, restart };
}
