import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect, createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { PlatformProblem } from "#core/chat/platform.ts";
import { Discord as Platform } from "#platforms/discord/discord.ts";
import { childEnv } from "#test/child-env.ts";
import { ROOT } from "#test/desk.ts";
import { hosted } from "#test/hosted.ts";
import type { Discord } from "#test/standins/discord/discord.ts";
import { startDiscord } from "#test/standins/discord/bot.ts";
import { testFolder } from "#test/folder.ts";
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
  const { host } = await hosted();
  const talks = new Platform({ token: "MTIz.wrong.token", apiUrl: discord.apiUrl }, host);
  const problem = await talks.start().catch((error: unknown) => error);
  await talks.stop();
  expect(problem).toBeInstanceOf(PlatformProblem);
  expect(String(problem)).toContain("Copy a new one from the Developer Portal (Bot, Reset Token) to DISCORD_TOKEN");
  expect(String(problem)).not.toContain("wrong");
});

it("goes on trying where there is no network, and says so", async () => {
  const { host, lines } = await hosted();
  const talks = new Platform({ token: "MTIz.some.token", apiUrl: "http://127.0.0.1:9/api" }, host);
  await talks.start();
  await talks.stop();
  expect(lines.join("\n")).toMatch(/cannot be reached .*Check the network and DISCORD_API_URL; Talks tries again/u);
});

/** A way to Discord that is not there until it is opened. */
async function relay(discord: Discord) {
  const target = Number(new URL(discord.apiUrl).port);
  const server = createServer((socket) => {
    const onward = connect(target, "127.0.0.1");
    socket.pipe(onward).pipe(socket);
    for (const end of [socket, onward]) end.on("error", () => end.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return { apiUrl: `http://127.0.0.1:${port}/api`, open: () => server.listen(port, "127.0.0.1"), server };
}

it.concurrent("connects by itself once the network is there, answers, and leaves no socket behind", async ({
  expect,
  onTestFinished,
}) => {
  const discord = await startDiscord({}, onTestFinished);
  const { host, lines } = await hosted();
  const { apiUrl, open, server } = await relay(discord);
  const talks = new Platform({ token: discord.token, apiUrl }, host);
  await talks.start();
  expect(lines.join("\n")).toContain("Talks tries again");
  open();
  await expect.poll(() => lines.join("\n")).toContain("connected as Talks");
  const asked = discord.user("ann").slash("talks where");
  expect((await asked.reply()).text).toContain("Istanbul");
  expect(discord.gateway.connections.size).toBe(1);
  await talks.stop();
  await expect.poll(() => discord.gateway.connections.size).toBe(0);
  server.close();
});

it.concurrent("ends when it is told to, also where the first login found no network", async ({
  expect,
  onTestFinished,
}) => {
  const discord = await startDiscord({}, onTestFinished);
  const { apiUrl, open, server } = await relay(discord);
  const home = testFolder();
  const child = spawn(join(ROOT, "node_modules", ".bin", "node"), [join(ROOT, "src", "app", "start.js")], {
    cwd: tmpdir(),
    env: {
      ...childEnv,
      TMPDIR: home,
      TALKS_HOME: home,
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: apiUrl,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (s: string) => (said += s));
  const ended = once(child, "close");
  try {
    await expect.poll(() => said).toContain("Talks tries again");
    open();
    await expect.poll(() => said).toContain("connected as Talks");
    child.kill("SIGTERM");
    expect(await ended).toEqual([0, null]);
    expect(discord.gateway.connections.size).toBe(0);
  } finally {
    child.kill("SIGKILL");
    server.close();
  }
});

it.concurrent("connects anew once where several shards are lost, and answers each question once", async ({
  expect,
  onTestFinished,
}) => {
  const { discord, lines, talks } = await talksInDiscord({ disturbed: true, shards: 2 }, onTestFinished);
  const connects = () => lines.filter((l) => l.includes("connected as Talks")).length;
  await expect.poll(connects).toBe(1);
  expect(discord.gateway.connections.size).toBe(2);
  discord.gateway.close(4010);
  await expect.poll(connects).toBe(2);
  expect(discord.gateway.connections.size).toBe(2);
  expect(discord.gateway.identifies).toBe(4);
  const shown = await discord.user("ann").slash("talks where").reply();
  expect(shown.text).toContain("Istanbul");
  await talks.stop();
  await expect.poll(() => discord.gateway.connections.size).toBe(0);
});

it.concurrent("stays stopped where it is stopped between two tries, or while it logs in", async ({
  expect,
  onTestFinished,
}) => {
  const discord = await startDiscord({}, onTestFinished);
  const { host, lines } = await hosted();
  const { apiUrl, open, server } = await relay(discord);
  const waiting = new Platform({ token: discord.token, apiUrl }, host);
  await waiting.start();
  const begun = new Platform({ token: discord.token, apiUrl: discord.apiUrl }, host);
  const starting = begun.start();
  open();
  await Promise.all([waiting.stop(), begun.stop(), starting]);
  await sleep(3000);
  expect(discord.gateway.connections.size).toBe(0);
  expect(lines.join("\n")).not.toContain("connected as Talks");
  server.close();
});

it.concurrent("starts and ends also where the gateway takes no socket, and opens none after", async ({
  expect,
  onTestFinished,
}) => {
  const discord = await startDiscord({}, onTestFinished);
  const { host, lines } = await hosted();
  discord.gateway.down = true;
  const talks = new Platform({ token: discord.token, apiUrl: discord.apiUrl }, host);
  await talks.start();
  expect(lines).toEqual(["Discord: it does not answer yet. Check the network; Talks keeps trying."]);
  await talks.stop();
  discord.gateway.down = false;
  await sleep(3000);
  expect(discord.gateway.connections.size).toBe(0);
});

it.concurrent("tries again to register where Discord would not, and takes the owners' word once it did", async ({
  expect,
  onTestFinished,
}) => {
  const discord = await startDiscord({}, onTestFinished);
  const { host, lines } = await hosted();
  const config = { token: discord.token, apiUrl: discord.apiUrl };
  const first = new Platform(config, host);
  await first.start();
  await expect.poll(() => lines.join("\n")).toContain("commands registered");
  await first.stop();
  const mod = discord.user("mod", { roles: ["press"] });
  const role = [...(mod.place.member?.roles ?? [])][0] ?? "";
  discord.administration.allowCommand("first server", "facts", [{ id: role, type: 1, permission: true }]);
  discord.faults.next({ method: "GET", path: /\/commands/u, status: 403, code: 20_012, message: "Not now", times: 2 });
  const talks = new Platform(config, host);
  await talks.start();
  await expect.poll(() => lines.at(-2)).toContain("The commands are not registered yet");
  const audit = async () => (await mod.slash("facts audit").reply()).text;
  expect(await audit()).toContain("is for moderators");
  await expect.poll(audit, { interval: 200 }).toContain("Audit");
  expect(lines.at(-1)).toBe("Discord: commands as registered before.");
  await talks.stop();
});

it("registers once: a second start finds everything as it was", async () => {
  const discord = await startDiscord();
  const { host, lines } = await hosted();
  for (const expected of ["commands registered", "commands as registered before"]) {
    const talks = new Platform({ token: discord.token, apiUrl: discord.apiUrl }, host);
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
  const talks = new Platform({ token: discord.token, apiUrl: discord.apiUrl, guildId: guild }, named.host);
  await talks.start();
  expect((await discord.user("ann").slash("talks where").reply()).text).toContain("Istanbul");
  await talks.stop();
  const wrong = await hosted();
  const other = new Platform(
    { token: discord.token, apiUrl: discord.apiUrl, guildId: "123456789012345678" },
    wrong.host,
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
