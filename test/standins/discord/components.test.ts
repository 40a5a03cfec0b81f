import type { Client } from "discord.js";
import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ContainerBuilder,
  MessageFlags,
  Routes,
  SectionBuilder,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
} from "discord.js";
import { describe, expect, test } from "vitest";
import type { Discord } from "./discord.ts";
import { startBot, startDiscord } from "./bot.ts";

const PEACE = { allowed_mentions: { parse: [] } };
const V2 = { flags: 32_768, ...PEACE };
const text = (content: string): object => ({ type: 10, content });
const button = (customId: string, label = "Share"): object => ({ type: 2, style: 2, custom_id: customId, label });
const row = (...components: object[]): object => ({ type: 1, components });
const container = (...components: object[]): object => ({ type: 17, components });

/** Posts a body as it is, past every builder; gives the refusal's code, or 0. */
async function posted(discord: Discord, bot: Client<true>, body: object): Promise<number> {
  const channel = discord.user("ann").place.channel.id;
  try {
    await bot.rest.post(Routes.channelMessages(channel), { body });
    return 0;
  } catch (error) {
    return typeof error === "object" && error !== null && "code" in error ? Number(error.code) : -1;
  }
}

test("a container with a section, a select and buttons is shown, pressed and chosen from", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord, async (interaction) => {
    if (interaction.isButton())
      await interaction.update({ components: [new TextDisplayBuilder({ content: "pressed" })] });
    if (interaction.isStringSelectMenu()) await interaction.reply(`chosen ${interaction.values.join()}`);
    if (!interaction.isChatInputCommand()) return;
    const share = new ButtonBuilder({ customId: "share", label: "Share", style: ButtonStyle.Primary });
    const side = new StringSelectMenuBuilder({
      customId: "side",
      placeholder: "Side",
      options: [{ label: "US", value: "us" }],
    });
    const section = new SectionBuilder().addTextDisplayComponents(new TextDisplayBuilder({ content: "Who led" }));
    const all = new ContainerBuilder()
      .addTextDisplayComponents(new TextDisplayBuilder({ content: "# Istanbul" }))
      .addSectionComponents(section.setButtonAccessory(share))
      .addActionRowComponents(new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(side));
    await interaction.reply({ components: [all], flags: MessageFlags.IsComponentsV2 });
  });
  await bot.application.commands.set([{ name: "talks", description: "What is known" }]);
  const ann = discord.user("ann");
  const reply = await ann.slash("talks").reply();
  expect(reply.text).toBe("# Istanbul\nWho led");
  expect(reply.buttons).toMatchObject([{ label: "Share", customId: "share", disabled: false }]);
  expect((await ann.select(reply, "Side", ["US"]).reply()).text).toBe("chosen us");
  const updated = await ann.click(reply, "Share").reply();
  expect(updated).toMatchObject({ id: reply.id, text: "pressed", edited: true });
  expect(() => ann.click(updated, "Share")).toThrow("The message has no Share");
  expect(discord.violations).toEqual([]);
});

describe("a body beyond a limit is refused with 50035 and noted", () => {
  const beyond: readonly [string, object, string][] = [
    ["2,001 characters of content", { content: "x".repeat(2001), ...PEACE }, "content BASE_TYPE_BAD_LENGTH"],
    [
      "6,001 characters of embeds",
      { embeds: [0, 1].map(() => ({ description: "x".repeat(3001) })), ...PEACE },
      "MAX_EMBED",
    ],
    ["content beside the second version", { content: "x", components: [text("y")], ...V2 }, "LEGACY_FIELDS"],
    ["a text display without the flag", { components: [text("y")], ...PEACE }, "UNION_TYPE_CHOICES"],
    [
      "41 components, nested ones counted",
      { components: [container(...Array.from({ length: 40 }, () => text("y")))], ...V2 },
      "there are 41",
    ],
    [
      "4,001 characters over all displays",
      { components: [text("x".repeat(4000)), text("y")], ...V2 },
      "DISPLAYABLE_TEXT",
    ],
    ["an empty text display", { components: [text("")], ...V2 }, "content BASE_TYPE_BAD_LENGTH"],
    ["the same custom id twice", { components: [row(button("a"), button("a"))], ...V2 }, "CUSTOM_ID_DUPLICATED"],
    [
      "a custom id of 101 characters",
      { components: [row(button("a".repeat(101)))], ...V2 },
      "custom_id BASE_TYPE_BAD_LENGTH",
    ],
    [
      "a label of 81 characters",
      { components: [row(button("a", "x".repeat(81)))], ...V2 },
      "label BASE_TYPE_BAD_LENGTH",
    ],
    [
      "six buttons in a row",
      { components: [row(..."abcdef".split("").map((one) => button(one)))], ...V2 },
      "components BASE_TYPE_BAD_LENGTH",
    ],
    ["a container within a container", { components: [container(container(text("y")))], ...V2 }, "UNION_TYPE_CHOICES"],
    [
      "a section without an accessory",
      { components: [{ type: 9, components: [text("y")] }], ...V2 },
      "accessory BASE_TYPE_REQUIRED",
    ],
    [
      "a link button with an id",
      { components: [row({ type: 2, style: 5, label: "x", url: "https://a.example", custom_id: "a" })], ...V2 },
      "CUSTOM_ID_URL",
    ],
    [
      "a link that is no address",
      { components: [row({ type: 2, style: 5, label: "x", url: "javascript:1" })], ...V2 },
      "INVALID_SCHEME",
    ],
    [
      "26 options",
      {
        components: [
          row({
            type: 3,
            custom_id: "s",
            options: Array.from({ length: 26 }, (_, n) => ({ label: "x", value: `${n}` })),
          }),
        ],
        ...V2,
      },
      "options BASE_TYPE_BAD_LENGTH",
    ],
    [
      "a file that was not sent",
      { components: [{ type: 13, file: { url: "attachment://a.csv" } }], ...V2 },
      "ATTACHMENT_NOT_FOUND",
    ],
    [
      "an allowance parsed and listed",
      { content: "x", allowed_mentions: { parse: ["users"], users: ["1"] } },
      "EXCLUSIVE",
    ],
  ];
  test.for(beyond)("%s", async ([, body, noted]) => {
    const discord = await startDiscord();
    const bot = await startBot(discord);
    expect(await posted(discord, bot, body)).toBe(50035);
    expect(discord.violations.join("\n")).toContain(noted);
    expect(discord.messages("general")).toEqual([]);
  });
});

test("the very limits are taken", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord);
  const full = [container(text("x".repeat(3900)), ...Array.from({ length: 38 }, () => text("yy")))];
  expect(await posted(discord, bot, { content: "😀".repeat(2000), ...PEACE })).toBe(0);
  expect(await posted(discord, bot, { components: full, ...V2 })).toBe(0);
  expect(discord.violations).toEqual([]);
});

test("4,000 characters of three bytes each are within the documented limit, and Discord fails on them", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord, undefined, { rest: { retries: 0 } });
  const channel = discord.user("ann").place.channel.id;
  const body = { components: [text("字".repeat(4000))], ...V2 };
  await expect(bot.rest.post(Routes.channelMessages(channel), { body })).rejects.toMatchObject({ status: 500 });
  expect(discord.violations).toHaveLength(1);
});

test("the second version cannot be taken from a message, and an edit cannot make it ephemeral", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord);
  expect(await posted(discord, bot, { components: [text("y")], ...V2 })).toBe(0);
  const [message] = discord.messages("general");
  const route = Routes.channelMessage(message?.channel ?? "", message?.id ?? "");
  await expect(bot.rest.patch(route, { body: { content: "x", ...PEACE } })).rejects.toMatchObject({ code: 50035 });
  await bot.rest.patch(route, { body: { components: [text("z")], flags: 64, ...PEACE } });
  expect(discord.messages("general")).toMatchObject([{ text: "z", ephemeral: false }]);
  expect(discord.violations.at(-1)).toContain("flags 64 cannot be set here");
});

test("a button for somebody else's eyes, one that is greyed out and one that is gone cannot be pressed, but forged", async () => {
  const discord = await startDiscord();
  const seen: string[] = [];
  const bot = await startBot(discord, async (interaction) => {
    if (interaction.isButton()) {
      seen.push(interaction.customId);
      await interaction.reply("heard");
    }
    if (!interaction.isChatInputCommand()) return;
    const off = new ButtonBuilder({ customId: "off", label: "Off", style: ButtonStyle.Primary, disabled: true });
    const components = [new ActionRowBuilder<ButtonBuilder>().addComponents(off)];
    await interaction.reply({ content: "private", components, flags: MessageFlags.Ephemeral });
  });
  await bot.application.commands.set([{ name: "talks", description: "What is known" }]);
  const [ann, ben] = [discord.user("ann"), discord.user("ben")];
  const reply = await ann.slash("talks").reply();
  expect(() => ben.click(reply, "Off", { forced: true })).toThrow("Only ann can see that message");
  expect(() => ann.click(reply, "Off")).toThrow("Off is disabled");
  await ann.click(reply, "Off", { forced: true }).reply();
  await ann.click(reply, "edited by hand", { forced: true }).reply();
  expect(seen).toEqual(["off", "edited by hand"]);
});
