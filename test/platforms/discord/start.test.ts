import { once } from "node:events";
import { connect, createServer, type AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { PlatformProblem } from "#core/platform.ts";
import { Discord as Platform } from "#platforms/discord/discord.ts";
import { commandData } from "#platforms/discord/command-data.ts";
import { hosted } from "#test/hosted.ts";
import { startDiscord } from "./standin-bot.ts";
import { talksInDiscord } from "./talks.ts";

it("prints an invite link with the scopes and the fewest permissions", async () => {
  const { lines, discord } = await talksInDiscord();
  const link = /Invite: (\S+)/u.exec(lines.join("\n"))?.[1] ?? "";
  const query = new URL(link).searchParams;
  expect(query.get("client_id")).toBe(discord.platform.applicationId);
  expect(query.get("scope")).toBe("bot applications.commands");
  // View Channels, Send Messages (also in threads), Attach Files, Read Message History, Create Public Threads.
  expect(BigInt(query.get("permissions") ?? "")).toBe(
    (1n << 10n) | (1n << 11n) | (1n << 15n) | (1n << 16n) | (1n << 35n) | (1n << 38n),
  );
});

it("says what to do about a token that Discord refuses, without showing it", async () => {
  const discord = await startDiscord();
  const { house } = await hosted();
  const talks = new Platform({ token: "MTIz.wrong.token", apiUrl: discord.apiUrl }, house);
  const problem = await talks.start().catch((error: unknown) => error);
  await talks.stop();
  expect(problem).toBeInstanceOf(PlatformProblem);
  expect(String(problem)).toContain("Copy a new one from the Developer Portal (Bot, Reset Token) to DISCORD_TOKEN");
  expect(String(problem)).not.toContain("wrong");
});

it("goes on trying where there is no network, and says so", async () => {
  const { house, lines } = await hosted();
  const talks = new Platform({ token: "MTIz.some.token", apiUrl: "http://127.0.0.1:9/api" }, house);
  await talks.start();
  await talks.stop();
  expect(lines.join("\n")).toMatch(/cannot be reached .*Check the network and DISCORD_API_URL; trying again/u);
});

it("connects by itself once the network is there, and answers", async () => {
  const discord = await startDiscord();
  const { house, lines } = await hosted();
  const target = Number(new URL(discord.apiUrl).port);
  const relay = createServer((socket) => {
    const onward = connect(target, "127.0.0.1");
    socket.pipe(onward).pipe(socket);
    for (const end of [socket, onward]) end.on("error", () => end.destroy());
  });
  relay.listen(0, "127.0.0.1");
  await once(relay, "listening");
  const { port } = relay.address() as AddressInfo;
  await new Promise((resolve) => relay.close(resolve));
  const talks = new Platform({ token: discord.token, apiUrl: `http://127.0.0.1:${port}/api` }, house);
  await talks.start();
  expect(lines.join("\n")).toContain("trying again");
  relay.listen(port, "127.0.0.1");
  await expect.poll(() => lines.join("\n"), { timeout: 15_000 }).toContain("connected as Talks");
  const asked = discord.user("ann").slash("talks where");
  expect((await asked.reply()).text).toContain("Istanbul");
  await talks.stop();
  relay.close();
}, 30_000);

it("has at most as many commands in a group as Discord takes", () => {
  for (const data of commandData(commands))
    expect("options" in data ? (data.options?.length ?? 0) : 0).toBeLessThanOrEqual(25);
});

it("registers once: a second start finds everything as it was", async () => {
  const discord = await startDiscord();
  const { house, lines } = await hosted();
  for (const expected of ["commands registered", "commands as registered before"]) {
    const talks = new Platform({ token: discord.token, apiUrl: discord.apiUrl }, house);
    await talks.start();
    await talks.stop();
    expect(lines.at(-1)).toContain(expected);
  }
  const writes = discord.requests.filter((r) => r.method !== "GET" && r.path.includes("/commands"));
  expect(writes).toHaveLength(1);
  expect(discord.violations).toEqual([]);
});

it("registers to the one server that is named, and says what to do where the bot is not in it", async () => {
  const discord = await startDiscord();
  const guild = discord.user("ann").place.guild?.id ?? "";
  const named = await hosted();
  const talks = new Platform({ token: discord.token, apiUrl: discord.apiUrl, guildId: guild }, named.house);
  await talks.start();
  expect((await discord.user("ann").slash("talks where").reply()).text).toContain("Istanbul");
  await talks.stop();
  const wrong = await hosted();
  const other = new Platform(
    { token: discord.token, apiUrl: discord.apiUrl, guildId: "123456789012345678" },
    wrong.house,
  );
  await other.start();
  await other.stop();
  expect(wrong.lines.join("\n")).toContain("is not in the server 123456789012345678 (DISCORD_GUILD_ID)");
});

it("offers moderators' commands to those with Manage Server alone, and only where there are desks", async () => {
  const { discord } = await talksInDiscord();
  const cid = discord.user("cid");
  expect(() => cid.slash("facts audit")).toThrow();
  expect(() => discord.user("cid", { in: "dm", installed: true }).slash("facts audit")).toThrow();
});
