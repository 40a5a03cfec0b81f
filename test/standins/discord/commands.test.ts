import type { Client } from "discord.js";
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  Routes,
} from "discord.js";
import { describe, expect, test } from "vitest";
import { nextFailure, startBot, startDiscord } from "./bot.ts";

const ABOUT = { name: "talks", description: "What is known" };
const SIDE = { type: ApplicationCommandOptionType.String as const, name: "side", description: "A text" };
const option = (name: string, more: object = {}): object => ({ type: 3, name, description: "A text", ...more });

async function registered(bot: Client<true>, body: object): Promise<number> {
  try {
    await bot.rest.put(Routes.applicationCommands(bot.application.id), { body: [body] });
    return 0;
  } catch (error) {
    return typeof error === "object" && error !== null && "code" in error ? Number(error.code) : -1;
  }
}

describe("a command beyond a limit is refused with 50035", () => {
  const many = (count: number): object[] => Array.from({ length: count }, (_, n) => option(`o${n}`));
  const large = Array.from({ length: 25 }, (_, n) => ({
    type: 1,
    name: `sub${n}`,
    description: "x".repeat(100),
    options: [
      option("a", { description: "x".repeat(100) }),
      option("b", { description: "x".repeat(100), description_localizations: { ru: "ж".repeat(50) } }),
      option("c", { description: "x".repeat(100) }),
    ],
  }));
  const beyond: readonly [string, object, string][] = [
    ["capitals in a name", { ...ABOUT, name: "Talks" }, "INVALID_NAME"],
    ["a space in a name", { ...ABOUT, name: "who led" }, "INVALID_NAME"],
    ["a name of 33 characters", { ...ABOUT, name: "x".repeat(33) }, "INVALID_NAME"],
    ["no description", { name: "talks" }, "description BASE_TYPE_REQUIRED"],
    ["a description of 101 characters", { ...ABOUT, description: "x".repeat(101) }, "description BASE_TYPE_BAD_LENGTH"],
    ["26 options", { ...ABOUT, options: many(26) }, "options BASE_TYPE_BAD_LENGTH"],
    [
      "26 choices",
      {
        ...ABOUT,
        options: [option("a", { choices: Array.from({ length: 26 }, (_, n) => ({ name: `${n}`, value: `${n}` })) })],
      },
      "choices BASE_TYPE_BAD_LENGTH",
    ],
    [
      "a choice's value of 101 characters",
      { ...ABOUT, options: [option("a", { choices: [{ name: "x", value: "x".repeat(101) }] })] },
      "value BASE_TYPE_BAD_LENGTH",
    ],
    [
      "choices and autocomplete",
      { ...ABOUT, options: [option("a", { autocomplete: true, choices: [{ name: "x", value: "x" }] })] },
      "AUTOCOMPLETE_CHOICES",
    ],
    [
      "a required option after another",
      { ...ABOUT, options: [option("a"), option("b", { required: true })] },
      "REQUIRED_INVALID",
    ],
    ["two options of one name", { ...ABOUT, options: [option("a"), option("a")] }, "NAME_DUPLICATED"],
    [
      "an option beside a sub-command",
      { ...ABOUT, options: [option("a"), { type: 1, name: "b", description: "b" }] },
      "TYPE_INVALID",
    ],
    ["an unknown locale", { ...ABOUT, description_localizations: { en: "x" } }, "ENUM_TYPE_COERCE"],
    ["a localized name in capitals", { ...ABOUT, name_localizations: { ru: "Кто" } }, "INVALID_NAME"],
    ["over 8,000 characters", { ...ABOUT, options: large }, "TOO_LARGE"],
    ["a context that does not exist", { ...ABOUT, contexts: [3] }, "BASE_TYPE_CHOICES"],
    [
      "a described message command",
      { type: 3, name: "Save as fact", description: "x" },
      "description BASE_TYPE_BAD_LENGTH",
    ],
  ];
  test.for(beyond)("%s", async ([, body, noted]) => {
    const discord = await startDiscord();
    const bot = await startBot(discord);
    expect(await registered(bot, body)).toBe(50035);
    expect(discord.violations.join("\n")).toContain(noted);
  });
});

test("registering again keeps ids by name, drops the rest, and answers without what was left at its default", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord);
  const talks = {
    ...ABOUT,
    description_localizations: { tr: "Ne biliniyor" },
    options: [{ ...SIDE, required: false }],
  };
  const first = await bot.application.commands.set([talks, { ...ABOUT, name: "facts" }]);
  const second = await bot.application.commands.set([talks]);
  expect(second.map((one) => one.name)).toEqual(["talks"]);
  expect(second.firstKey()).toBe(first.find((one) => one.name === "talks")?.id);
  const [plain] = (await bot.rest.get(Routes.applicationCommands(bot.application.id))) as [object];
  expect(plain).not.toHaveProperty("description_localizations");
  expect(plain).toMatchObject({ options: [{ type: 3, name: "side", description: "A text" }] });
  expect(plain).not.toHaveProperty("options.0.required");
  const localized = await bot.application.commands.fetch({ withLocalizations: true });
  expect(localized.first()?.descriptionLocalizations).toEqual({ tr: "Ne biliniyor" });
});

test("a command for one server is offered there only, and a server without the bot takes none", async () => {
  const discord = await startDiscord({
    guilds: [{ name: "first" }, { name: "second" }, { name: "stranger", joined: false }],
  });
  const bot = await startBot(discord, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply(String(interaction.commandGuildId));
  });
  const id = discord.platform.world.guild("first").id;
  await bot.application.commands.set([ABOUT], id);
  expect((await discord.user("ann").slash("talks").reply()).text).toBe(id);
  expect(() => discord.user("ann", { guild: "second" }).slash("talks")).toThrow("Nothing is registered as /talks");
  const stranger = discord.platform.world.guild("stranger").id;
  await expect(bot.application.commands.set([ABOUT], stranger)).rejects.toMatchObject({ code: 50001 });
});

test("a command of moderators is offered to those with the permission, to whom the owner allows it, or by force", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord, async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply(String(interaction.memberPermissions?.has(PermissionFlagsBits.ManageMessages)));
  });
  await bot.application.commands.set([{ ...ABOUT, defaultMemberPermissions: PermissionFlagsBits.ManageMessages }]);
  const ann = discord.user("ann", { permissions: ["ManageMessages"] });
  const ben = discord.user("ben", { roles: ["desk"] });
  expect((await ann.slash("talks").reply()).text).toBe("true");
  expect(() => ben.slash("talks")).toThrow("they lack the permission");
  expect((await ben.slash("talks", {}, { forced: true }).reply()).text).toBe("false");
  const [role] = [...(ben.place.member?.roles ?? [])];
  discord.administration.allowCommand("first server", "talks", [{ id: role ?? "", type: 1, permission: true }]);
  expect((await ben.slash("talks").reply()).text).toBe("false");
  const { permissions } = (await bot.rest.get(
    Routes.applicationCommandPermissions(
      bot.application.id,
      ben.place.guild?.id ?? "",
      bot.application.commands.cache.firstKey() ?? "",
    ),
  )) as { permissions: unknown };
  expect(permissions).toEqual([{ id: role, type: 1, permission: true }]);
  ann.become({ permissions: [] });
  expect(() => ann.slash("talks")).toThrow("they lack the permission");
});

test("who acts, and where, is in the interaction: server, direct message, user install elsewhere", async () => {
  const discord = await startDiscord({ guilds: [{ name: "first" }, { name: "stranger", joined: false }] });
  const bot = await startBot(discord, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const { context, authorizingIntegrationOwners: owners, guildId, guild, locale } = interaction;
    await interaction.reply(JSON.stringify({ context, owners, guildId, guild: guild?.name ?? null, locale }));
  });
  await bot.application.commands.set([
    {
      ...ABOUT,
      integrationTypes: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
      contexts: Object.values(InteractionContextType).filter((one) => typeof one === "number"),
    },
  ]);
  const told = async (...[name, options]: Parameters<typeof discord.user>): Promise<unknown> =>
    JSON.parse((await discord.user(name, options).slash("talks").reply()).text) as unknown;
  const { id } = discord.user("cem", { installed: true });
  const stranger = discord.platform.world.guild("stranger").id;
  expect(await told("ann", { locale: "tr" })).toMatchObject({ context: 0, guild: "first", locale: "tr" });
  expect(await told("ann", { in: "dm" })).toMatchObject({ context: 1, owners: { 0: "0" }, guildId: null });
  expect(await told("cem", { in: "group" })).toMatchObject({ context: 2, owners: { 1: id }, guildId: null });
  expect(await told("cem", { guild: "stranger" })).toMatchObject({
    context: 0,
    owners: { 1: id },
    guildId: stranger,
    guild: null,
  });
  expect(() => discord.user("ann", { guild: "stranger" }).slash("talks")).toThrow("is not offered to ann");
  expect(discord.violations).toEqual([]);
});

test("people, roles, channels and files are resolved", async () => {
  const discord = await startDiscord({ guilds: [{ name: "first", roles: ["desk"], channels: ["general", "news"] }] });
  const bot = await startBot(discord, async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const { options } = interaction;
    const file = options.getAttachment("file", true);
    const content = await (await fetch(file.url)).text();
    const names = [options.getUser("who")?.username, options.getRole("role")?.name, options.getChannel("where")?.name];
    await interaction.reply([...names, file.name, content, options.getInteger("count")].join(" "));
  });
  const types = { who: 6, where: 7, role: 8, file: 11, count: 4 };
  const options = Object.entries(types).map(([name, type]) => ({ type, name, description: "x" }));
  await bot.application.commands.set([{ ...ABOUT, options }]);
  discord.user("ben");
  const values = { who: "ben", where: "news", role: "desk", file: { name: "a.csv", content: "1;2" }, count: 3 };
  expect((await discord.user("ann").slash("talks", values).reply()).text).toBe("ben desk news a.csv 1;2 3");
});

test("suggestions come for what is typed so far, at most 25 of them", async () => {
  const discord = await startDiscord();
  let count = 2;
  const bot = await startBot(discord, async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const typed = `${interaction.options.getString("side")}/${interaction.options.getFocused()}`;
    await interaction.respond(Array.from({ length: count }, (_, n) => ({ name: `${typed} ${n}`, value: `${n}` })));
  });
  await bot.application.commands.set([{ ...ABOUT, options: [SIDE, { ...SIDE, name: "who", autocomplete: true }] }]);
  const ann = discord.user("ann");
  expect(await ann.autocomplete("talks", "who", "dar", { side: "ru" })).toEqual([
    { name: "ru/dar 0", value: "0" },
    { name: "ru/dar 1", value: "1" },
  ]);
  expect(() => ann.autocomplete("talks", "side", "")).toThrow("has no autocomplete");
  expect(discord.violations).toEqual([]);
  count = 26;
  ann.autocomplete("talks", "who", "x").catch(() => undefined);
  expect(await nextFailure()).toBe(50035);
  expect(discord.violations).toContainEqual(expect.stringContaining("data.choices BASE_TYPE_BAD_LENGTH"));
});

test("a message command carries the message it is used on", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord, async (interaction) => {
    if (interaction.isMessageContextMenuCommand())
      await interaction.reply(`saved: ${interaction.targetMessage.content}`);
  });
  await bot.application.commands.set([{ type: ApplicationCommandType.Message, name: "Save as fact" }]);
  const said = discord.user("ben").say("They met for six hours.");
  const reply = await discord.user("ann").messageCommand("Save as fact", said).reply();
  expect(reply.text).toBe("saved: They met for six hours.");
  expect(discord.violations).toEqual([]);
});
