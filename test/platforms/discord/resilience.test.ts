import { it } from "vitest";
import { Gate, slowStore } from "#test/slow-store.ts";
import type { Finish } from "#test/standins/discord/bot.ts";
import type { Discord } from "#test/standins/discord/discord.ts";
import { talksInDiscord } from "./talks.ts";

it.concurrent.for<readonly [string, (gateway: Discord["gateway"]) => void]>([
  ["a dropped connection", (gateway) => gateway.drop()],
  ["a request to reconnect", (gateway) => gateway.askToReconnect()],
  ["an invalid session that may be resumed", (gateway) => gateway.invalidate(true)],
])("answers again after %s", async ([, disturb], { expect, onTestFinished }) => {
  const { discord } = await talksInDiscord({ disturbed: true }, onTestFinished);
  disturb(discord.gateway);
  await expect
    .poll(async () => (await discord.user("ann").slash("talks where").reply()).text, {
      interval: 300,
    })
    .toContain("Istanbul");
});

it.concurrent.for(["before", "after"] as const)(
  "answers once where the connection is cut %s its answer was taken",
  async (when, { expect, onTestFinished }) => {
    const { discord, lines } = await talksInDiscord({ disturbed: true }, onTestFinished);
    const ada = discord.user("ada", { permissions: ["ManageGuild"] });
    for (const deed of [
      () => ada.slash("talks where", { public: true }).reply(),
      () => ada.slash("talks where").reply(),
      () => ada.slash("facts retract", { id: "apr-city", reason: "withdrawn" }).reply(),
    ]) {
      discord.faults.next({ path: /callback/u, destroy: when, times: 2 });
      expect((await deed()).text).toContain("Istanbul");
    }
    discord.faults.next({ path: /callback/u, destroy: when });
    expect((await ada.slash("facts add").modal()).title).toBe("Add a fact");
    expect(discord.messages(ada.place.channel.id)).toHaveLength(3);
    expect(lines.join("\n")).not.toMatch(/could not be sent|trying again/u);
  },
);

it.concurrent("says once, in true words, that an answer could not be sent", async ({ expect, onTestFinished }) => {
  const { discord, lines } = await talksInDiscord({ disturbed: true }, onTestFinished);
  discord.faults.next({ path: /callback/u, destroy: "before", times: 9 });
  const asked = discord.user("ann").slash("talks where");
  await expect.poll(() => lines.filter((l) => l.includes("could not be sent"))).toHaveLength(1);
  expect(lines.join("\n")).not.toContain("trying again");
  await expect(asked.reply()).rejects.toThrow("did not respond");
});

it.concurrent("answers again after a session that is lost for good", async ({ expect, onTestFinished }) => {
  const { discord } = await talksInDiscord({ disturbed: true, patience: 2000 }, onTestFinished);
  discord.gateway.invalidate(false);
  await expect
    .poll(
      async () =>
        discord
          .user("ann")
          .slash("talks where")
          .reply()
          .then(
            (r) => r.text,
            () => "",
          ),
      { interval: 500 },
    )
    .toContain("Istanbul");
});

it.concurrent("waits out a rate limit and fills the answer in", async ({ expect, onTestFinished }) => {
  const { discord } = await talksInDiscord({ disturbed: true }, onTestFinished);
  discord.faults.next({ path: /callback/u, rateLimit: { retryAfter: 0.5 } });
  expect((await discord.user("ann").slash("talks where").reply()).text).toContain("Istanbul");
});

it.concurrent.for(["before", "after"] as const)(
  "gives one answer where Discord fails %s it is taken",
  async (at, { expect, onTestFinished }) => {
    const { discord } = await talksInDiscord({ disturbed: true }, onTestFinished);
    discord.faults.next({ path: /callback/u, status: 500, at });
    const shown = await discord.user("ann").slash("talks where").reply();
    expect(shown.text).toContain("Istanbul");
    expect(discord.messages(shown.channel).filter((m) => m.text.includes("Istanbul"))).toHaveLength(1);
  },
);

/** Talks over a store that answers nothing of a desk before its gate opens. */
async function stuck(options: Parameters<typeof talksInDiscord>[0], finish: Finish) {
  const gate = new Gate().shut();
  const running = await talksInDiscord(
    { disturbed: true, store: slowStore({ revisions: gate.pass }), ...options },
    finish,
  );
  return { ...running, gate };
}

it.concurrent("fills a deferred answer in although Discord fails for a while", async ({ expect, onTestFinished }) => {
  const { discord, gate } = await stuck({}, onTestFinished);
  discord.faults.next({ method: "PATCH", path: /webhooks/u, status: 503, times: 5 });
  const asked = discord.user("ann").slash("talks where");
  await asked.acknowledged();
  gate.open();
  expect((await asked.reply()).text).toContain("Istanbul");
});

it.concurrent("lets go of an answer whose token is over, and goes on", async ({ expect, onTestFinished }) => {
  const { discord, lines, gate } = await stuck({}, onTestFinished);
  const asked = discord.user("ann").slash("talks where");
  await asked.acknowledged();
  discord.clock.advance(16 * 60_000);
  gate.open();
  await expect.poll(() => lines.join("\n")).toContain("the time to answer was over");
  expect((await discord.user("ben").slash("talks who-led").reply()).text).toContain("Coulter");
});

it.concurrent("lets go of an answer whose channel was deleted meanwhile, and goes on", async ({
  expect,
  onTestFinished,
}) => {
  const { discord, lines, gate } = await stuck(
    {
      guilds: [{ name: "first server", channels: ["general", "doomed"] }],
    },
    onTestFinished,
  );
  const asked = discord.user("ann", { channel: "doomed" }).slash("talks where", { public: true });
  await asked.acknowledged();
  discord.administration.deleteChannel("doomed");
  gate.open();
  await expect.poll(() => lines.length).toBeGreaterThan(1);
  expect((await discord.user("ann", { channel: "general" }).slash("talks where").reply()).text).toContain("Istanbul");
});

it.concurrent("tells the host of a server that removes the bot, and that takes it back; its desk is kept", async ({
  expect,
  onTestFinished,
}) => {
  const { discord, left, back, host } = await talksInDiscord({}, onTestFinished);
  const { id } = discord.user("ann").place.guild ?? { id: "" };
  await discord.user("ann").slash("talks where").reply();
  const desk = await host.desk({ platform: "discord", id });
  // At each start every server that has the bot is there again: it may have taken it back meanwhile.
  await expect.poll(() => back.flat().filter((k) => k.id === id).length).toBe(1);
  discord.administration.removeGuild("first server");
  await expect.poll(() => left).toEqual([{ platform: "discord", id }]);
  discord.administration.rejoinGuild("first server");
  await expect.poll(() => back.flat().filter((k) => k.id === id).length).toBe(2);
  expect(await host.desk({ platform: "discord", id })).toBe(desk);
});

it.concurrent.for([false, true])("greets many servers together, called over HTTP: %s", async (http, context) => {
  const guilds = Array.from({ length: 450 }, (_, i) => ({
    name: `server ${i}`,
    id: String((9000n + BigInt(i)) << 22n),
  }));
  const { back } = await talksInDiscord({ guilds, http }, context.onTestFinished);
  await context.expect.poll(() => new Set(back.flat().map(({ id }) => id)).size).toBe(guilds.length);
  context.expect(back.map((part) => part.length)).toEqual([200, 200, 50]);
});

it.concurrent("does not take an outage of a server for a removal", async ({ expect, onTestFinished }) => {
  const { discord, left } = await talksInDiscord({}, onTestFinished);
  discord.administration.guildOutage("first server");
  await discord.user("ann", { guild: "second server" }).slash("talks where").reply();
  expect(left).toEqual([]);
});

it.concurrent("finishes what is in flight when it is stopped, and takes nothing new", async ({
  expect,
  onTestFinished,
}) => {
  const { discord, talks, gate } = await stuck({}, onTestFinished);
  const asked = discord.user("ann").slash("talks where");
  await asked.acknowledged();
  const stopped = talks.stop();
  const late = discord.user("ann").slash("talks where");
  gate.open();
  expect((await asked.reply()).text).toContain("Istanbul");
  await stopped;
  await expect(late.reply()).rejects.toThrow("the application did not respond");
});

it.concurrent("takes old, foreign and edited buttons for what they are", async ({ expect, onTestFinished }) => {
  const { discord } = await talksInDiscord({ disturbed: true }, onTestFinished);
  const ann = discord.user("ann");
  const shown = await ann.slash("talks where").reply();
  for (const id of [
    "x",
    "0|c|talks where|a=%E0%A4%A",
    "0|p|nosuchtoken|3",
    "0|k|nosuch|0",
    "0|f|nosuch|0",
    "0|c|talks",
    "9|e|nosuch|0",
  ])
    expect((await ann.click(shown, id, { forced: true }).reply()).text).toContain("too old");
  expect((await ann.click(shown, "0|c|talks gone|", { forced: true }).reply()).text).toContain("There is no command");
});
