import { expect, it } from "vitest";
import { Discord } from "#test/standins/discord/discord.ts";
import { shown } from "#test/platforms/slack/talks.ts";
import { Slack } from "#test/standins/slack/slack.ts";
import { startProgram } from "./program.ts";

it("serves both platforms from one desk's store, and stops cleanly with answers in flight", async () => {
  const [discord, slack] = [await Discord.start(), await Slack.start()];
  const talks = startProgram({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    ...slack.environment("socket"),
  });
  await slack.connected();
  await expect.poll(talks.said).toContain("Discord: connected as Talks");
  const asked = [discord.user("ann").slash("talks who-led"), slack.user("ann").slash("/talks", "who-led")] as const;
  expect((await asked[0].reply()).text).toContain("Coulter");
  expect(shown(await asked[1].reply())).toContain("Coulter");
  const last = discord.user("ann").slash("talks where");
  await last.acknowledged();
  talks.child.kill("SIGTERM");
  expect((await last.reply()).text).toContain("Istanbul");
  expect(await talks.ended).toBe(0);
  expect([...discord.violations, ...slack.violations]).toEqual([]);
  await Promise.all([discord.stop(), slack.stop()]);
});

it("goes on with Slack where Discord refuses its token, and says what to do", async () => {
  const [discord, slack] = [await Discord.start(), await Slack.start()];
  const env = { DISCORD_TOKEN: "MTIz.wrong.token", DISCORD_API_URL: discord.apiUrl, ...slack.environment("socket") };
  const talks = startProgram(env);
  await slack.connected();
  await expect.poll(talks.said).toContain("Discord: the token was refused. Copy a new one");
  expect(shown(await slack.user("ann").slash("/talks", "where").reply())).toContain("Istanbul");
  expect(talks.said()).not.toMatch(/wrong|xoxb|xapp/u);
  talks.child.kill("SIGTERM");
  expect(await talks.ended).toBe(0);
  await Promise.all([discord.stop(), slack.stop()]);
});

it("goes on with Discord where Slack refuses its token; exits 2 where nothing can be served", async () => {
  const [discord, slack] = [await Discord.start(), await Slack.start()];
  const wrong = { ...slack.environment("socket"), SLACK_BOT_TOKEN: "xoxb-wrong" };
  const talks = startProgram({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, ...wrong });
  await expect.poll(talks.said).toContain("Discord: connected as Talks");
  await expect.poll(talks.said).toContain("SLACK_BOT_TOKEN was refused (invalid_auth)");
  expect((await discord.user("ann").slash("talks where").reply()).text).toContain("Istanbul");
  talks.child.kill("SIGTERM");
  expect(await talks.ended).toBe(0);
  const nothing = startProgram({ DISCORD_TOKEN: "MTIz.wrong.token", DISCORD_API_URL: discord.apiUrl, ...wrong });
  expect(await nothing.ended).toBe(2);
  await Promise.all([discord.stop(), slack.stop()]);
});
