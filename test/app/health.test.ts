import { expect, it, onTestFinished } from "vitest";
import { freshDatabase } from "#test/postgres/database.ts";
import { startServer } from "#test/postgres/server.ts";
import { startDiscord } from "#test/standins/discord/bot.ts";
import { startProgram } from "./program.ts";

async function told(said: () => string): Promise<string> {
  await expect.poll(said).toMatch(/Health: http:\S+\/readyz/u);
  return /Health: (http:\S+)\/readyz/u.exec(said())?.[1] ?? "";
}

async function readiness(address: string): Promise<[number, unknown]> {
  const response = await fetch(`${address}/readyz`);
  return [response.status, await response.json()];
}

it("tells on an address of its own that it lives, is ready, and what it did, also when nothing reads its log", async () => {
  const discord = await startDiscord();
  onTestFinished(() => discord.stop());
  const talks = startProgram({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, TALKS_HEALTH: "0" });
  const address = await told(talks.said);
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/u);
  expect(await (await fetch(`${address}/livez`)).text()).toBe("ok\n");
  expect((await fetch(`${address}/elsewhere`)).status).toBe(404);
  expect((await fetch(`${address}/livez`, { method: "POST" })).status).toBe(405);
  await expect.poll(() => readiness(address)).toEqual([200, { store: "ok", discord: "ok", scheduler: "ok" }]);
  await discord.user("ann").slash("talks where").reply();
  const measured = async (): Promise<string> => (await fetch(`${address}/metrics`)).text();
  // An answer is counted once all of it is done, and by then Discord has it already.
  await expect.poll(measured).toContain('talks_answer_seconds_count{platform="discord",outcome="reply"} 1');
  const metrics = await measured();
  expect(metrics).toMatch(/talks_store_seconds_count\{kind="write"\} \d+/u);
  expect(metrics).toContain("talks_jobs_due 0");
  expect(metrics).toContain('talks_platform_connected{platform="discord"} 1');
  expect(metrics).toMatch(/talks_desks_warm \d/u);

  discord.gateway.down = true;
  discord.gateway.drop();
  await expect
    .poll(() => readiness(address))
    .toEqual([503, { store: "ok", discord: "not connected", scheduler: "ok" }]);
  expect((await fetch(`${address}/livez`)).status).toBe(200);
  discord.gateway.down = false;
  await expect.poll(() => readiness(address)).toEqual([200, { store: "ok", discord: "ok", scheduler: "ok" }]);
  // A line comes by another way than the answer about readiness, and may be later.
  await expect.poll(talks.said).toContain("Discord: connected again");
  expect(talks.said().match(/Discord: the connection was lost/gu)).toHaveLength(1);
  expect(talks.said().match(/Discord: connected again/gu)).toHaveLength(1);

  talks.child.stdout?.destroy();
  talks.child.stderr?.destroy();
  // Each is a line of the log.
  discord.gateway.down = true;
  discord.gateway.drop();
  await expect.poll(async () => (await readiness(address))[0]).toBe(503);
  discord.gateway.down = false;
  await expect.poll(async () => (await readiness(address))[0]).toBe(200);
  await discord.user("ann").slash("talks where").reply();
  talks.child.kill("SIGTERM");
  expect(await talks.ended).toBe(0);
});

it("says once that the store went, and once that it is back, one JSON line an event, without a secret", async (context) => {
  await using server = await startServer(false);
  if (server === undefined) return context.skip();
  const discord = await startDiscord();
  onTestFinished(() => discord.stop());
  const url = new URL((await freshDatabase(server.url("postgres"))).url);
  url.password = "hunter2-hunter2";
  const talks = startProgram({
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    DATABASE_URL: url.href,
    TALKS_HEALTH: "0",
    TALKS_LOG: "json",
  });
  const address = await told(talks.said);
  await expect.poll(() => readiness(address)).toMatchObject([200, { store: "ok" }]);
  const giveBack = await server.takeAway();
  await expect.poll(() => readiness(address)).toMatchObject([503, { store: "cannot be reached" }]);
  const asked = await discord.user("ann").slash("talks where").reply();
  expect(asked.text).toContain("cannot be reached at the moment");
  await giveBack();
  await expect.poll(() => readiness(address)).toMatchObject([200, { store: "ok" }]);
  // A line may come later than the answer that it tells of, and in two parts: the last one is whole at the end.
  await expect.poll(talks.said).toContain("The store is back");
  talks.child.kill("SIGTERM");
  expect(await talks.ended).toBe(0);
  const lines = talks
    .said()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { level: string; time: string; msg: string });
  expect(lines.filter((l) => l.msg.startsWith("The store cannot be used")).map((l) => l.level)).toEqual(["warn"]);
  expect(lines.filter((l) => l.msg.startsWith("The store is back"))).toHaveLength(1);
  expect(lines.every((l) => Number.isFinite(Date.parse(l.time)))).toBe(true);
  expect(talks.said()).not.toMatch(/hunter2|MTIz/u);
});
