import type { Client } from "discord.js";
import { Events, GatewayIntentBits } from "discord.js";
import { expect, test } from "vitest";
import type { Discord } from "./discord.ts";
import { client, startBot, startDiscord } from "./bot.ts";

/** A bot that answers `/talks`, as soon as it hears of it. */
async function answering(discord: Discord): Promise<Client<true>> {
  const bot = await startBot(discord, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply("heard");
  });
  await bot.application.commands.set([{ name: "talks", description: "x" }]);
  return bot;
}

const until = (bot: Client, event: "shardResume" | "shardReady" | "shardReconnecting"): Promise<void> =>
  new Promise((resolve) => {
    bot.once(event, () => resolve());
  });

test("after its sockets are cut a bot resumes, and hears what it missed", async () => {
  const discord = await startDiscord();
  const bot = await answering(discord);
  const resumed = until(bot, Events.ShardResume);
  discord.gateway.drop();
  const asked = discord.user("ann").slash("talks");
  await resumed;
  expect((await asked.reply()).text).toBe("heard");
  expect(discord.gateway).toMatchObject({ identifies: 1, resumed: 1 });
  expect(discord.violations).toEqual([]);
});

test("asked to reconnect, or closed with a code, a bot resumes too", async () => {
  const discord = await startDiscord();
  const bot = await answering(discord);
  for (const disturb of [(): void => discord.gateway.askToReconnect(), (): void => discord.gateway.close(4000)]) {
    const resumed = until(bot, Events.ShardResume);
    disturb();
    await resumed;
  }
  expect(discord.gateway).toMatchObject({ identifies: 1, resumed: 2 });
  expect((await discord.user("ann").slash("talks").reply()).text).toBe("heard");
});

test("an invalid session is begun anew", async () => {
  const discord = await startDiscord();
  const bot = await answering(discord);
  const ready = until(bot, Events.ShardReady);
  discord.gateway.invalidate(false);
  await ready;
  expect(discord.gateway).toMatchObject({ identifies: 2, resumed: 0 });
  expect((await discord.user("ann").slash("talks").reply()).text).toBe("heard");
  expect(discord.violations).toEqual([]);
});

test("unanswered heartbeats make a bot leave its dead socket and resume", async () => {
  const discord = await startDiscord({ heartbeatInterval: 200 });
  const bot = await answering(discord);
  const reconnecting = until(bot, Events.ShardReconnecting);
  discord.gateway.deaf = true;
  await reconnecting;
  const resumed = until(bot, Events.ShardResume);
  discord.gateway.deaf = false;
  await resumed;
  expect(discord.gateway.resumed).toBeGreaterThan(0);
});

test("while nobody is connected the application does not respond, and that is nobody's fault", async () => {
  const discord = await startDiscord();
  const bot = await answering(discord);
  await bot.destroy();
  await expect(discord.user("ann").slash("talks").reply()).rejects.toThrow("the application did not respond");
  expect(discord.violations).toEqual([]);
});

test("a wrong token, an intent that was not granted and too few shards are refused", async () => {
  const discord = await startDiscord({ shards: 2, privilegedIntents: ["GuildMembers"] });
  await expect(client(discord).login("wrong")).rejects.toThrow("An invalid token was provided");
  const closes: number[] = [];
  const shy = client(discord, { intents: [GatewayIntentBits.MessageContent], shards: [0], shardCount: 2 });
  const small = client(discord, { shards: [0], shardCount: 1 });
  for (const one of [shy, small]) {
    const closed = new Promise<number>((resolve) => {
      one.once(Events.ShardDisconnect, ({ code }) => resolve(code));
    });
    one.on(Events.Error, () => undefined);
    one.on(Events.ShardError, () => undefined);
    one.login(discord.token).catch(() => undefined);
    closes.push(await closed);
  }
  expect(closes).toEqual([4014, 4011]);
  expect(discord.violations).toEqual([]);
});

test("the bot hears that it was removed, added again, and of channels that come and go", async () => {
  const discord = await startDiscord({ guilds: [{ name: "first" }] });
  const bot = await answering(discord);
  const heard: string[] = [];
  bot.on(Events.GuildDelete, (guild) => heard.push(`removed from ${guild.name}`));
  bot.on(Events.GuildCreate, (guild) => heard.push(`added to ${guild.name}`));
  bot.on(Events.GuildUnavailable, (guild) => heard.push(`${guild.name} is down`));
  bot.on(Events.ChannelCreate, (channel) => heard.push(`channel ${channel.name}`));
  bot.on(Events.ChannelDelete, () => heard.push("channel deleted"));
  const { administration } = discord;
  administration.addChannel("first", "news");
  administration.deleteChannel("news");
  administration.guildOutage("first");
  administration.removeGuild("first");
  administration.addGuild({ name: "third" });
  await expect
    .poll(() => heard)
    .toEqual(["channel news", "channel deleted", "first is down", "removed from first", "added to third"]);
});

test("messages are told with their content only to a bot that was granted to read it", async () => {
  const discord = await startDiscord({ privilegedIntents: ["MessageContent"] });
  const intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages];
  const heard: string[][] = [];
  for (const more of [[], [GatewayIntentBits.MessageContent]]) {
    const texts: string[] = [];
    heard.push(texts);
    const bot = await startBot(discord, undefined, { intents: [...intents, ...more] });
    bot.on(Events.MessageCreate, (message) => texts.push(message.content));
  }
  discord.user("ann").say("They met.");
  await expect.poll(() => heard).toEqual([[""], ["They met."]]);
});
