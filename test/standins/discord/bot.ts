import type { ClientOptions, Interaction } from "discord.js";
import { Client, Events, GatewayIntentBits } from "discord.js";
import { expect, onTestFinished } from "vitest";
import { Discord } from "./discord.ts";
import type { DiscordOptions } from "./settings.ts";

/** Has something closed after the test, the last first. Tests that run side by side give their own `onTestFinished`. */
export type Finish = (close: () => Promise<void>) => void;

/** A stand-in that is stopped after the test. */
export async function startDiscord(options: DiscordOptions = {}, finish: Finish = onTestFinished): Promise<Discord> {
  finish(async () => expect(failures.splice(0)).toEqual([]));
  const discord = await Discord.start(options);
  finish(() => {
    expect(discord.ownFaults).toEqual([]);
    return discord.stop();
  });
  return discord;
}

/** The real client, not yet logged in; destroyed after the test. */
export function client(discord: Discord, options: Partial<ClientOptions> = {}): Client {
  const made = new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    ...options,
    rest: { api: discord.apiUrl, ...options.rest },
  });
  onTestFinished(() => made.destroy());
  return made;
}

/** Logs the real client in, and lets it answer every interaction with `answer`. */
export async function startBot(
  discord: Discord,
  answer: (interaction: Interaction) => Promise<unknown> = () => Promise.resolve(),
  options: Partial<ClientOptions> = {},
): Promise<Client<true>> {
  const bot = client(discord, options);
  bot.on(Events.InteractionCreate, (interaction) => {
    answer(interaction).catch((error: unknown) => failures.push(error));
  });
  const ready = new Promise<Client<true>>((resolve) => {
    bot.once(Events.ClientReady, resolve);
  });
  await bot.login(discord.token);
  return await ready;
}

/** What the bots' answers failed with, oldest first; a test that expects a failure takes it from here. */
export const failures: unknown[] = [];

/** The Discord error code of the next failure; waits for it a while. */
export async function nextFailure(): Promise<unknown> {
  for (let waited = 0; failures.length === 0 && waited < 5000; waited += 10)
    await new Promise((resolve) => {
      setTimeout(resolve, 10);
    });
  const [failure] = failures.splice(0);
  return typeof failure === "object" && failure !== null && "code" in failure ? failure.code : failure;
}
