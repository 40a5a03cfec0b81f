import type { Client } from "discord.js";
import { Routes } from "discord.js";
import { describe, expect, test } from "vitest";
import type { Discord } from "./discord.ts";
import { startBot, startDiscord } from "./bot.ts";

const HELD = (process.env["DISCORD_OPENAPI"] ?? "") !== "";

async function visit(discord: Discord, bot: Client<true>): Promise<void> {
  const { rest, application } = bot;
  const ann = discord.user("ann", { roles: ["desk"] });
  const [guild, channel] = [ann.place.guild?.id ?? "", ann.place.channel.id];
  const [role] = [...(ann.place.member?.roles ?? [])];
  const own = [Routes.user(), Routes.currentApplication(), Routes.oauth2CurrentApplication(), Routes.userGuilds()];
  const ofGuild = [
    Routes.guild(guild),
    Routes.guildChannels(guild),
    Routes.guildRoles(guild),
    Routes.guildRole(guild, role ?? ""),
  ];
  const people = [Routes.user(ann.id), Routes.guildMember(guild, ann.id), Routes.channel(channel), Routes.gatewayBot()];
  for (const route of [...own, ...ofGuild, ...people]) await rest.get(route);
  const made = (await rest.post(Routes.applicationCommands(application.id), {
    body: {
      name: "talks",
      description: "x",
      default_member_permissions: "8192",
      contexts: [0, 1],
      integration_types: [0, 1],
    },
  })) as { id: string };
  const command = Routes.applicationCommand(application.id, made.id);
  await rest.get(command);
  await rest.patch(command, { body: { description: "What is known" } });
  discord.administration.allowCommand(guild, "talks", [{ id: role ?? "", type: 1, permission: true }]);
  await rest.get(Routes.guildApplicationCommandsPermissions(application.id, guild));
  const said = ann.say("a question");
  const body = { content: "an answer", allowed_mentions: { parse: [] }, message_reference: { message_id: said.id } };
  await rest.post(Routes.channelMessages(channel), { body });
  await rest.get(Routes.channelMessages(channel));
  await rest.delete(command);
}

test("every route the product may need is there, and a visit of all breaks no rule", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord);
  await visit(discord, bot);
  expect(discord.requests.filter(({ status }) => status >= 400)).toEqual([]);
  expect(discord.violations).toEqual([]);
});

describe.skipIf(!HELD)("with Discord's published schema (DISCORD_OPENAPI names its file)", () => {
  test("a body that no documented limit forbids is judged by it too", async () => {
    const discord = await startDiscord();
    const bot = await startBot(discord);
    const channel = discord.user("ann").place.channel.id;
    const body = { content: "x", tts: "loud", allowed_mentions: { parse: [] } };
    await bot.rest.post(Routes.channelMessages(channel), { body });
    expect(discord.violations).toEqual([expect.stringContaining("against Discord's published schema: /tts must be")]);
  });

  test("the stand-in's own answers are as published", async () => {
    const discord = await startDiscord();
    const bot = await startBot(discord);
    await visit(discord, bot);
    expect(discord.ownFaults).toEqual([]);
  });
});

test("after it is stopped nothing of it is left open", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord);
  await bot.destroy();
  await discord.stop();
  await expect.poll(() => process.getActiveResourcesInfo()).not.toContain("TCPServerWrap");
  await expect(fetch(discord.apiUrl)).rejects.toThrow("fetch failed");
});
