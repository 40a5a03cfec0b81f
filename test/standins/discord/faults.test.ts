import type { Client } from "discord.js";
import { Routes } from "discord.js";
import { expect, test } from "vitest";
import type { Discord } from "./discord.ts";
import { nextFailure, startBot, startDiscord } from "./bot.ts";

const POST = { method: "POST", path: /^\/channels\/\d+\/messages$/u };

function post(discord: Discord, bot: Client<true>, more: object = {}): Promise<unknown> {
  const body = { content: "digest", allowed_mentions: { parse: [] }, ...more };
  return bot.rest.post(Routes.channelMessages(discord.user("ann").place.channel.id), { body });
}

const times = (discord: Discord): readonly number[] =>
  discord.requests.filter((one) => POST.path.test(one.path)).map((one) => one.at);

test("told to wait, the client waits as long as Retry-After says", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord);
  discord.faults.next({ ...POST, rateLimit: { retryAfter: 0.5 } });
  await post(discord, bot);
  const [refused, taken] = times(discord);
  expect((taken ?? 0) - (refused ?? 0)).toBeGreaterThanOrEqual(500);
  expect(discord.requests.at(-2)).toMatchObject({ status: 429 });
  expect(discord.violations).toEqual([]);
});

test("a global limit holds back every other route", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord);
  discord.faults.next({ ...POST, rateLimit: { retryAfter: 0.5, global: true } });
  const posted = post(discord, bot);
  await expect.poll(() => discord.requests.at(-1)?.status).toBe(429);
  await bot.rest.get(Routes.user());
  await posted;
  const refused = discord.requests.find((one) => one.status === 429)?.at ?? 0;
  const me = discord.requests.find((one) => one.path === "/users/@me")?.at ?? 0;
  expect(me - refused).toBeGreaterThanOrEqual(500);
  expect(discord.violations).toEqual([]);
});

test("a client that comes back too early is noted", async () => {
  const discord = await startDiscord();
  const channel = discord.user("ann").place.channel.id;
  discord.faults.next({ ...POST, rateLimit: { retryAfter: 5 } });
  const impatient = (): Promise<Response> =>
    fetch(`${discord.apiUrl}/v10/channels/${channel}/messages`, {
      method: "POST",
      headers: { Authorization: `Bot ${discord.token}`, "Content-Type": "application/json" },
      body: JSON.stringify({ content: "x", allowed_mentions: { parse: [] } }),
    });
  expect((await impatient()).headers.get("Retry-After")).toBe("5");
  discord.clock.advance(1000);
  await impatient();
  expect(discord.violations).toEqual([expect.stringContaining("before Retry-After was over")]);
});

test("a message beyond the rate of its channel waits, since the headers tell the client beforehand", async () => {
  const discord = await startDiscord({ rateLimits: { messages: { requests: 2, per: 800 } } });
  const bot = await startBot(discord);
  await Promise.all([0, 1, 2].map(() => post(discord, bot)));
  const [first, , third] = times(discord);
  expect((third ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(750);
  expect(discord.requests.map((one) => one.status)).not.toContain(429);
});

test("a failure before the deed leaves nothing, one after it a message: the client's repeat doubles it but for a nonce", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord);
  discord.faults.next({ ...POST, status: 502 });
  await post(discord, bot);
  expect(discord.messages("general")).toHaveLength(1);
  discord.faults.next({ ...POST, status: 500, at: "after" });
  await post(discord, bot);
  expect(discord.messages("general")).toHaveLength(3);
  discord.faults.next({ ...POST, status: 500, at: "after" });
  await post(discord, bot, { nonce: "digest-1", enforce_nonce: true });
  expect(discord.messages("general")).toHaveLength(4);
});

test("an answer that is lost after the deed looks like a broken connection", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord, undefined, { rest: { retries: 0 } });
  discord.faults.next({ ...POST, destroy: "after" });
  await expect(post(discord, bot)).rejects.toThrow("other side closed");
  expect(discord.messages("general")).toHaveLength(1);
  discord.faults.next({ ...POST, destroy: "before" });
  await expect(post(discord, bot)).rejects.toThrow("other side closed");
  expect(discord.messages("general")).toHaveLength(1);
  expect(discord.requests.filter((one) => one.status === 0)).toHaveLength(2);
});

test("an acknowledgement whose answer is lost was taken: repeating it is 40060", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply("heard");
  });
  await bot.application.commands.set([{ name: "talks", description: "x" }]);
  discord.faults.next({ path: /callback$/u, status: 503, at: "after" });
  expect((await discord.user("ann").slash("talks").reply()).text).toBe("heard");
  expect(await nextFailure()).toBe(40060);
});

test("a slow answer comes, and a chosen error is told with its code", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord);
  discord.faults.next({ ...POST, slowAnswer: 200 });
  await post(discord, bot);
  discord.faults.next({ ...POST, status: 403, code: 50001, message: "Missing Access" });
  await expect(post(discord, bot)).rejects.toMatchObject({ code: 50001, status: 403 });
  expect(discord.faults.pending).toBe(0);
});

test("a route the stand-in does not know is refused and noted", async () => {
  const discord = await startDiscord();
  const bot = await startBot(discord);
  await expect(bot.rest.get("/stickers/1")).rejects.toMatchObject({ status: 404 });
  expect(discord.violations).toEqual([expect.stringContaining("GET /stickers/1: no such route")]);
});
