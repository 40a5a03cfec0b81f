import type { ChatInputCommandInteraction, Interaction, ModalSubmitInteraction } from "discord.js";
import { Routes } from "discord.js";
import { describe, expect, test } from "vitest";
import type { Actor } from "./acting/actor.ts";
import type { Discord } from "./discord.ts";
import { nextFailure, startBot, startDiscord } from "./bot.ts";

const label = (name: string, component: object): object => ({ type: 18, label: name, component });
const input = (customId: string, more: object = {}): object => ({ type: 4, custom_id: customId, style: 1, ...more });
const options = (count: number): object[] =>
  Array.from({ length: count }, (_, n) => ({ label: `option ${n}`, value: `${n}` }));

const FORM = {
  custom_id: "add",
  title: "Add a fact",
  components: [
    label("Who", input("who", { max_length: 20 })),
    label("Slot", {
      type: 3,
      custom_id: "slot",
      options: [
        { label: "Led", value: "led" },
        { label: "Venue", value: "venue" },
      ],
    }),
    label("Standing", {
      type: 21,
      custom_id: "standing",
      options: [
        { label: "Accepted", value: "a", default: true },
        { label: "Disputed", value: "d" },
      ],
    }),
    label("Notify", { type: 23, custom_id: "notify" }),
    label("Moderator", { type: 5, custom_id: "by", required: false }),
  ],
};

async function opens(interaction: ChatInputCommandInteraction, data: object): Promise<void> {
  const route = Routes.interactionCallback(interaction.id, interaction.token);
  await interaction.client.rest.post(route, { body: { type: 9, data }, auth: false });
}

async function withForm(data: object, submit: (form: ModalSubmitInteraction) => Promise<unknown>): Promise<Discord> {
  const discord = await startDiscord();
  const bot = await startBot(discord, async (interaction: Interaction) => {
    if (interaction.isChatInputCommand()) await opens(interaction, data);
    if (interaction.isModalSubmit()) await submit(interaction);
  });
  await bot.application.commands.set([{ name: "facts", description: "Facts" }]);
  return discord;
}

function ask(discord: Discord): {
  readonly ann: Actor;
  readonly form: ReturnType<ReturnType<Actor["slash"]>["modal"]>;
} {
  const ann = discord.user("ann");
  return { ann, form: ann.slash("facts").modal() };
}

test("a form opens, is filled field by field, and comes back with every kind of value", async () => {
  const discord = await withForm(FORM, async (form) => {
    const { fields } = form;
    const who = fields.getTextInputValue("who");
    const [slot] = fields.getStringSelectValues("slot");
    const by = fields.getSelectedUsers("by")?.map((one) => one.username);
    const raw = form.components.flatMap((one) => ("component" in one ? [one.component] : []));
    await form.reply(`${who} ${slot} ${by?.join()} ${JSON.stringify(raw.slice(2, 4).map((one) => Object(one).value))}`);
  });
  discord.user("ben");
  const { ann, form } = ask(discord);
  const open = await form;
  expect(open).toMatchObject({ customId: "add", title: "Add a fact" });
  const sent = ann.submitModal(open, { Who: "Darchiev", slot: "Venue", Notify: true, Moderator: "ben" });
  expect((await sent.reply()).text).toBe('Darchiev venue ben ["a",true]');
  expect(discord.violations).toEqual([]);
});

test("the client lets through only what the form takes", async () => {
  const discord = await withForm(FORM, (form) => form.reply("taken"));
  const { ann, form } = ask(discord);
  const open = await form;
  expect(() => ann.submitModal(open, { slot: "led" })).toThrow("Who must be filled");
  expect(() => ann.submitModal(open, { Who: "x".repeat(21), slot: "led" })).toThrow("takes 0 to 20 characters");
  expect(() => ann.submitModal(open, { Who: "x" })).toThrow("Slot takes 1 to 1 values");
  expect(() => ann.submitModal(open, { Who: "x", slot: "date" })).toThrow("no option");
  expect(() => ann.submitModal(open, { Where: "x" })).toThrow("it has Who, Slot, Standing");
});

test("a form cannot be answered with a form", async () => {
  const discord = await withForm(FORM, (form) =>
    form.client.rest.post(Routes.interactionCallback(form.id, form.token), {
      body: { type: 9, data: FORM },
      auth: false,
    }),
  );
  const { ann, form } = ask(discord);
  ann.submitModal(await form, { Who: "x", slot: "led" });
  expect(await nextFailure()).toBe(50035);
});

test("a form opened from a button can update the button's message", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord, async (interaction) => {
    const row = { type: 1, components: [{ type: 2, style: 1, custom_id: "edit", label: "Edit" }] };
    if (interaction.isChatInputCommand()) await interaction.reply({ content: "before", components: [row] });
    if (interaction.isButton()) {
      const route = Routes.interactionCallback(interaction.id, interaction.token);
      await bot.rest.post(route, {
        body: { type: 9, data: { ...FORM, components: [label("Who", input("who"))] } },
        auth: false,
      });
    }
    if (interaction.isModalSubmit() && interaction.isFromMessage())
      await interaction.update(`after ${interaction.fields.getTextInputValue("who")}`);
  });
  await bot.application.commands.set([{ name: "facts", description: "Facts" }]);
  const ann = discord.user("ann");
  const reply = await ann.slash("facts").reply();
  const open = await ann.click(reply, "Edit").modal();
  expect(await ann.submitModal(open, { Who: "me" }).reply()).toMatchObject({ id: reply.id, text: "after me" });
  expect(discord.violations).toEqual([]);
});

describe("a form beyond a limit is refused with 50035", () => {
  const one = [label("Who", input("who"))];
  const beyond: readonly [string, object, string][] = [
    [
      "six components",
      { ...FORM, components: "abcdef".split("").map((id) => label(id, input(id))) },
      "data.components BASE_TYPE_BAD_LENGTH",
    ],
    ["a title of 46 characters", { ...FORM, title: "x".repeat(46), components: one }, "data.title"],
    ["no custom id", { title: "x", components: one }, "data.custom_id"],
    [
      "a label of 46 characters",
      { ...FORM, components: [label("x".repeat(46), input("who"))] },
      "label BASE_TYPE_BAD_LENGTH",
    ],
    [
      "a value beyond its own limit",
      { ...FORM, components: [label("Who", input("who", { value: "xxx", max_length: 2 }))] },
      "value BASE_TYPE_BAD_LENGTH",
    ],
    [
      "the same field twice",
      { ...FORM, components: [label("a", input("who")), label("b", input("who"))] },
      "DUPLICATED",
    ],
    [
      "a button",
      { ...FORM, components: [{ type: 1, components: [{ type: 2, style: 1, custom_id: "b", label: "b" }] }] },
      "BASE_TYPE_CHOICES",
    ],
    [
      "a radio group of one",
      { ...FORM, components: [label("a", { type: 21, custom_id: "r", options: options(1) })] },
      "options BASE_TYPE_BAD_LENGTH",
    ],
    [
      "eleven checkboxes",
      { ...FORM, components: [label("a", { type: 22, custom_id: "c", options: options(11) })] },
      "options BASE_TYPE_BAD_LENGTH",
    ],
    [
      "a disabled select",
      { ...FORM, components: [label("a", { type: 3, custom_id: "s", disabled: true, options: options(2) })] },
      "DISABLED_IN_MODAL",
    ],
  ];
  test.for(beyond)("%s", async ([, data, noted]) => {
    const discord = await withForm(data, () => Promise.resolve());
    discord.user("ann").slash("facts");
    expect(await nextFailure()).toBe(50035);
    expect(discord.violations.join("\n")).toContain(noted);
  });
});
