import { MessageFlags, type Interaction } from "discord.js";
import { expect, test } from "vitest";
import { startBot, startDiscord } from "./bot.ts";

// The deadline and the patience are for one at a time.
const FLOOD = { acknowledgeWithin: 150_000, patience: 150_000 };

test("500 people who ask at once are all answered, and the stand-in keeps only the latest", async () => {
  const discord = await startDiscord({ ...FLOOD, keep: { requests: 100, messages: 50, interactions: 600 } });
  const answer = async (interaction: Interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.reply({ content: interaction.user.username, flags: MessageFlags.Ephemeral });
  };
  // A client that waits less sends again on a busy machine.
  const bot = await startBot(discord, answer, { rest: { timeout: 150_000 } });
  await bot.application.commands.set([{ name: "talks", description: "x" }]);
  const people = Array.from({ length: 500 }, (_, n) => discord.user(`person ${n}`));
  const replies = await Promise.all(people.map((person) => person.slash("talks").reply()));
  expect(replies.map((one) => one.text)).toEqual(people.map((_, n) => `person ${n}`));
  expect(discord.violations).toEqual([]);
  expect(discord.requests.length).toBeLessThanOrEqual(200);
  expect(discord.platform.journal.count).toBeGreaterThan(500);
  expect(discord.messages("general")).toHaveLength(50);
});
