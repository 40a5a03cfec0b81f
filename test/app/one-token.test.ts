import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { testFolder } from "#test/folder.ts";
import { Discord } from "#test/standins/discord/discord.ts";
import { Slack } from "#test/standins/slack/slack.ts";
import { startProgram } from "./program.ts";

it("refuses a second process with the same token, whatever its folder, until the first one is gone", async () => {
  const discord = await Discord.start();
  const TMPDIR = testFolder();
  const env = { TMPDIR, DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
  const first = startProgram(env);
  await expect.poll(first.said).toContain("Discord: connected as Talks");
  const second = startProgram(env);
  expect(await second.ended).toBe(2);
  expect(second.said()).toBe(
    "Another Talks on this computer runs with this DISCORD_TOKEN. Stop it, or give both the same PostgreSQL (DATABASE_URL).\n",
  );
  expect((await discord.user("ann").slash("talks where").reply()).text).toContain("Istanbul");
  first.child.kill("SIGKILL");
  await first.ended;
  const third = startProgram(env);
  await expect.poll(third.said).toContain("Discord: connected as Talks");
  await discord.stop();
});

it("refuses the same token of Slack too, and starts with another one", async () => {
  const slack = await Slack.start();
  const TMPDIR = testFolder();
  const env = { TMPDIR, ...slack.environment("socket") };
  const first = startProgram(env);
  await slack.connected();
  const second = startProgram(env);
  expect(await second.ended).toBe(2);
  expect(second.said()).toContain("runs with this SLACK_BOT_TOKEN");
  const other = startProgram({ ...env, SLACK_BOT_TOKEN: "xoxb-another" });
  await expect.poll(other.said).toContain("SLACK_BOT_TOKEN was refused");
  first.child.kill("SIGTERM");
  expect(await first.ended).toBe(0);
  await slack.stop();
});

it("starts where the temporary folder cannot be written", async () => {
  const discord = await Discord.start();
  const file = join(testFolder(), "file");
  writeFileSync(file, "");
  // Also root may not make a folder below a file.
  const env = { TMPDIR: join(file, "none"), DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
  const talks = startProgram(env);
  await expect.poll(talks.said).toContain("Discord: connected as Talks");
  await discord.stop();
});
