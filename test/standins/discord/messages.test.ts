import {
  ApplicationIntegrationType,
  AttachmentBuilder,
  DiscordAPIError,
  InteractionContextType,
  MessageFlags,
  Routes,
} from "discord.js";
import type { Client, TextChannel } from "discord.js";
import { expect, test } from "vitest";
import type { Discord } from "./discord.ts";
import { nextFailure, startBot, startDiscord } from "./bot.ts";

async function channelOf(bot: Client<true>, discord: Discord, name = "general"): Promise<TextChannel> {
  const guild = bot.guilds.cache.first();
  const channel = guild?.channels.cache.find((one) => one.name === name);
  if (channel === undefined) throw new Error(`no ${name} in ${discord.apiUrl}`);
  return (await channel.fetch()) as TextChannel;
}

const codeOf = (error: unknown): unknown => (error instanceof DiscordAPIError ? error.code : error);

test("an enforced nonce gives the first message back for some minutes, an unenforced one does not", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord);
  const channel = await channelOf(bot, discord);
  const first = await channel.send({ content: "digest", nonce: "1", enforceNonce: true });
  expect((await channel.send({ content: "again", nonce: "1", enforceNonce: true })).id).toBe(first.id);
  await channel.send({ content: "unenforced", nonce: "1" });
  discord.clock.advance(6 * 60_000);
  await channel.send({ content: "tomorrow's", nonce: "1", enforceNonce: true });
  expect(discord.messages("general").map((one) => one.text)).toEqual(["digest", "unenforced", "tomorrow's"]);
  await expect(channel.send({ content: "x", nonce: "x".repeat(26), enforceNonce: true })).rejects.toMatchObject({
    code: 50035,
  });
});

test("the history is read newest first, by pages, and without what is private", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord, async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({ content: "private", flags: MessageFlags.Ephemeral });
  });
  await bot.application.commands.set([{ name: "talks", description: "x" }]);
  const channel = await channelOf(bot, discord);
  for (const content of ["one", "two", "three"]) await channel.send(content);
  const hidden = await discord.user("ann").slash("talks").reply();
  const newest = await channel.messages.fetch({ limit: 2 });
  expect(newest.map((one) => one.content)).toEqual(["three", "two"]);
  const before = newest.lastKey() ?? "";
  expect((await channel.messages.fetch({ before })).map((one) => one.content)).toEqual(["one"]);
  expect(codeOf(await channel.messages.fetch(hidden.id).catch((error: unknown) => error))).toBe(10008);
});

test("who would be notified is computed, and a message without allowed_mentions is noted", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord);
  const channel = await channelOf(bot, discord);
  const content = "@everyone @here <@11> <@!12> <@&13> <#14>";
  await channel.send({ content, allowedMentions: { parse: [] } });
  expect(discord.pings).toEqual([]);
  await channel.send({ content, allowedMentions: { parse: ["roles"], users: ["11"] } });
  expect(discord.pings.at(-1)?.who).toEqual(["user:11", "role:13"]);
  const components = [{ type: 17, components: [{ type: 10, content }] }];
  await bot.rest.post(Routes.channelMessages(channel.id), { body: { components, flags: 32_768 } });
  expect(discord.pings.at(-1)?.who).toEqual(["everyone", "here", "user:11", "user:12", "role:13"]);
  expect(discord.violations).toEqual([expect.stringContaining("a message without allowed_mentions")]);
});

test("a channel that is gone, closed or silenced says so with its own code", async () => {
  const guild = { name: "first", channels: ["general", "hidden", "silent", "gone", { name: "thread", thread: true }] };
  const discord = await startDiscord({ guilds: [guild] });
  const bot = await startBot(discord);
  const { administration } = discord;
  administration.denyBot("hidden", ["ViewChannel"]);
  administration.denyBot("silent", ["SendMessages"]);
  administration.archive("thread", true);
  const ids = new Map([...discord.platform.world.channels.values()].map((one) => [one.name, one.id]));
  administration.deleteChannel("gone");
  const posted = async (name: string): Promise<unknown> => {
    const body = { content: "x", allowed_mentions: { parse: [] } };
    return codeOf(
      await bot.rest.post(Routes.channelMessages(ids.get(name) ?? "1"), { body }).catch((error: unknown) => error),
    );
  };
  expect(await posted("hidden")).toBe(50001);
  expect(await posted("silent")).toBe(50013);
  expect(await posted("gone")).toBe(10003);
  expect(await posted("thread")).toBe(50083);
  administration.removeGuild("first");
  expect(await posted("general")).toBe(50001);
  await expect(bot.rest.get(Routes.guild(discord.platform.world.guild("first").id))).rejects.toMatchObject({
    code: 10004,
  });
  expect(discord.violations).toEqual([]);
});

test("messages are edited and deleted by their author; one that was deleted is unknown", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord);
  const channel = await channelOf(bot, discord);
  const sent = await channel.send("before");
  expect((await sent.edit("after")).content).toBe("after");
  const said = discord.user("ann").say("mine");
  const foreign = await channel.messages.fetch(said.id);
  expect(codeOf(await foreign.edit("yours").catch((error: unknown) => error))).toBe(50005);
  expect(codeOf(await foreign.delete().catch((error: unknown) => error))).toBe(50013);
  discord.administration.deleteMessage(sent.id);
  expect(codeOf(await sent.edit("ghost").catch((error: unknown) => error))).toBe(10008);
  expect(discord.messages("general").map((one) => one.text)).toEqual(["mine"]);
});

test("direct messages reach who takes them, and 50007 who does not", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord);
  const ann = discord.user("ann");
  const user = await bot.users.fetch(ann.id);
  await user.send("paused");
  expect(discord.messages("ann").map((one) => one.text)).toEqual(["paused"]);
  ann.place.user.acceptsDms = false;
  expect(codeOf(await user.send("again").catch((error: unknown) => error))).toBe(50007);
});

test("a file is uploaded with its message, and can be downloaded", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord);
  const channel = await channelOf(bot, discord);
  const files = [new AttachmentBuilder(Buffer.from("a;b"), { name: "facts.csv" })];
  const sent = await channel.send({ content: "export", files });
  const url = sent.attachments.first()?.url ?? "";
  expect(await (await fetch(url)).text()).toBe("a;b");
  expect(discord.messages("general")[0]?.files[0]).toMatchObject({ name: "facts.csv", content: Buffer.from("a;b") });
  expect(discord.violations).toEqual([]);
});

test("follow-ups come after the answer; straight after a deferral the first one fills it", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await interaction.followUp("fills");
    await interaction.followUp({ content: "private", flags: MessageFlags.Ephemeral });
    await interaction.deleteReply();
  });
  await bot.application.commands.set([{ name: "talks", description: "x" }]);
  const asked = discord.user("ann").slash("talks");
  expect((await asked.reply()).text).toBe("fills");
  expect(await asked.followUps()).toMatchObject([{ text: "private", ephemeral: true }]);
  await expect.poll(() => asked.now()?.deleted).toBe(true);
  expect(discord.violations).toEqual([]);
});

test("where a person has brought the app themselves, five follow-ups are all", async () => {
  const discord = await startDiscord({ rateLimits: { webhook: { requests: 50, per: 1000 } } });
  const bot = await startBot(discord, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.reply("first");
    for (let count = 0; count < 6; count += 1) await interaction.followUp(`number ${count}`);
  });
  const integrationTypes = [ApplicationIntegrationType.UserInstall];
  const contexts = [InteractionContextType.PrivateChannel];
  await bot.application.commands.set([{ name: "talks", description: "x", integrationTypes, contexts }]);
  const asked = discord.user("cem", { in: "group", installed: true }).slash("talks");
  expect(await nextFailure()).toBe(40094);
  expect(await asked.followUps(5)).toHaveLength(5);
});

test("a file beyond 10 MiB is refused and noted", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord);
  const channel = await channelOf(bot, discord);
  const files = [new AttachmentBuilder(Buffer.alloc(10 * 1024 * 1024 + 1), { name: "large.bin" })];
  expect(codeOf(await channel.send({ files }).catch((error: unknown) => error))).toBe(40005);
  expect(discord.violations).toEqual([expect.stringContaining("40005 Request entity too large")]);
});
