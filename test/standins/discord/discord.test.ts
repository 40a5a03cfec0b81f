import type { Client, Interaction } from "discord.js";
import { MessageFlags, Routes } from "discord.js";
import { expect, test } from "vitest";
import { failures, nextFailure, startBot, startDiscord } from "./bot.ts";

const TALKS = {
  name: "talks",
  description: "What is known of the talks",
  options: [
    {
      type: 1,
      name: "who-led",
      description: "Who led a side",
      options: [{ type: 3, name: "side", description: "Which side", choices: [{ name: "US", value: "us" }] }],
    },
  ],
};

async function register(bot: Client<true>): Promise<void> {
  await bot.application.commands.set([TALKS]);
}

test("a bot logs in, learns of its servers and hears a slash command, which it answers", async () => {
  const discord = await startDiscord({ guilds: [{ name: "first" }, { name: "second" }] });
  const bot = await startBot(discord, async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply(`${interaction.options.getSubcommand()} ${interaction.options.getString("side")}`);
  });
  await register(bot);
  expect(bot.guilds.cache.map((one) => one.name)).toEqual(["first", "second"]);
  const reply = await discord.user("ann").slash("talks who-led", { side: "us" }).reply();
  expect(reply).toMatchObject({ text: "who-led us", ephemeral: false, loading: false });
  expect(discord.violations).toEqual([]);
});

test("a deferred answer is thinking until it is edited, and keeps who sees it", async () => {
  const discord = await startDiscord();
  const gate = Promise.withResolvers<void>();
  const bot = await startBot(discord, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await gate.promise;
    await interaction.editReply("found");
  });
  await register(bot);
  const asked = discord.user("ann").slash("talks who-led");
  await asked.acknowledged();
  expect(asked.now()).toMatchObject({ text: "", loading: true, ephemeral: true });
  gate.resolve();
  expect(await asked.reply()).toMatchObject({ text: "found", loading: false, ephemeral: true });
  expect(discord.violations).toEqual([]);
});

test("an acknowledgement after three seconds is refused with 10062, and the person reads that nothing responded", async () => {
  const discord = await startDiscord();
  const gate = Promise.withResolvers<void>();
  const bot = await startBot(discord, async (interaction) => {
    await gate.promise;
    if (interaction.isChatInputCommand()) await interaction.reply("late");
  });
  await register(bot);
  const asked = discord.user("ann").slash("talks who-led");
  discord.clock.advance(3001);
  await expect(asked.reply()).rejects.toThrow("the application did not respond");
  gate.resolve();
  expect(await nextFailure()).toBe(10062);
  expect(discord.violations).toEqual(["/talks who-led by ann: not acknowledged within 3000 milliseconds"]);
});

test("a second acknowledgement is refused with 40060", async () => {
  const discord = await startDiscord();
  const twice = async (interaction: Interaction): Promise<void> => {
    if (interaction.isChatInputCommand()) await interaction.reply("one answer");
  };
  const bot = await startBot(discord, twice);
  await startBot(discord, twice);
  await register(bot);
  const asked = discord.user("ann").slash("talks who-led");
  expect((await asked.reply()).text).toBe("one answer");
  expect(await nextFailure()).toBe(40060);
  expect(discord.violations).toHaveLength(1);
  expect(failures).toEqual([]);
});

test("a token is good for fifteen minutes, and refused with 50027 after", async () => {
  const discord = await startDiscord();
  const gate = Promise.withResolvers<void>();
  const bot = await startBot(discord, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await gate.promise;
    await interaction.editReply("too late");
  });
  await register(bot);
  const asked = discord.user("ann").slash("talks who-led");
  await asked.acknowledged();
  discord.clock.advance(15 * 60_000 + 1);
  gate.resolve();
  expect(await nextFailure()).toBe(50027);
  expect(asked.now()?.loading).toBe(true);
});

test("a person cannot run what is not registered, nor leave out or invent an option", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord);
  await register(bot);
  const ann = discord.user("ann");
  expect(() => ann.slash("facts add")).toThrow("Registered: talks");
  expect(() => ann.slash("talks when")).toThrow("there is who-led");
  expect(() => ann.slash("talks who-led", { where: "x" })).toThrow("it has side");
  expect(() => ann.slash("talks who-led", { side: "tr" })).toThrow("is one of US");
});

test("a deferral takes only the ephemeral flag; refused, it can be put right", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const route = Routes.interactionCallback(interaction.id, interaction.token);
    const body = { type: 5, data: { flags: MessageFlags.IsComponentsV2 } };
    await interaction.client.rest.post(route, { body, auth: false }).catch((error: unknown) => failures.push(error));
    await interaction.reply("plain");
  });
  await register(bot);
  expect((await discord.user("ann").slash("talks who-led").reply()).text).toBe("plain");
  expect(await nextFailure()).toBe(50035);
  expect(discord.violations).toEqual([expect.stringContaining("data.flags MESSAGE_FLAGS_DEFERRED")]);
});

test("the first follow-up cannot make a public deferral private; that it tries is noted", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await interaction.followUp({ content: "secret", flags: MessageFlags.Ephemeral });
  });
  await register(bot);
  const reply = await discord.user("ann").slash("talks who-led").reply();
  expect(reply).toMatchObject({ text: "secret", ephemeral: false });
  expect(discord.violations).toEqual([expect.stringContaining("cannot change who sees it")]);
});

test("what came before an acknowledgement, or with a token nobody has, is an unknown webhook", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const body = { content: "early", allowed_mentions: { parse: [] } };
    const route = Routes.webhookMessage(interaction.applicationId, interaction.token, "@original");
    await bot.rest.patch(route, { body, auth: false }).catch((error: unknown) => failures.push(error));
    await interaction.reply("in time");
  });
  await register(bot);
  expect((await discord.user("ann").slash("talks who-led").reply()).text).toBe("in time");
  expect(await nextFailure()).toBe(10015);
  const foreign = Routes.webhook(bot.application.id, "made-up");
  await expect(bot.rest.post(foreign, { body: { content: "x" }, auth: false })).rejects.toMatchObject({ code: 10015 });
});
