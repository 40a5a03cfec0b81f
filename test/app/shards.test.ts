import { expect, inject, it, onTestFinished } from "vitest";
import { freshDatabase } from "#test/postgres/database.ts";
import type { Actor } from "#test/standins/discord/acting/actor.ts";
import { Discord } from "#test/standins/discord/discord.ts";
import { startProgram, type Program } from "./program.ts";

const server = inject("postgres");
const SHARDS = 3;
const SERVERS = 9;
const ascending = (a: number, b: number): number => a - b;

interface Shared {
  readonly discord: Discord;
  /** A moderator of each server; the servers are of every shard. */
  readonly moderators: readonly Actor[];
  readonly start: () => Program;
}

async function shared(): Promise<Shared> {
  const guilds = Array.from({ length: SERVERS }, (_, i) => ({
    name: `server ${i}`,
    id: String((9000n + BigInt(i)) << 22n),
  }));
  // Slow answers are another test's; here what nobody hears counts, which is missed at once.
  const discord = await Discord.start({ shards: SHARDS, guilds, identifyAtOnce: 16, acknowledgeWithin: 15_000 });
  const database = await freshDatabase(server);
  onTestFinished(async () => {
    await discord.stop();
    await database.drop();
  });
  const start = (): Program =>
    startProgram({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl, DATABASE_URL: database.url });
  const moderators = guilds.map(({ id }, i) => discord.user(`ada ${i}`, { guild: id, permissions: ["ManageGuild"] }));
  return { discord, moderators, start };
}

/** How many shards a process last said that it hears. */
function heard({ said }: Program): number {
  const lines = [...said().matchAll(/this process hears (none|[\d, ]+) of 3 shards/gu)];
  const [, parts = "none"] = lines.at(-1) ?? [];
  return parts === "none" ? 0 : parts.split(", ").length;
}

/** Waits until so many sessions of the gateway are there, together of every shard. */
async function spread({ gateway }: Discord, sessions = SHARDS): Promise<void> {
  const connected = (): readonly number[] =>
    [...gateway.connections].flatMap(({ session }) => (session === undefined ? [] : [session.shard[0]]));
  await expect.poll(() => connected().toSorted(ascending), { timeout: 60_000 }).toEqual([0, 1, 2].slice(0, sessions));
}

const answered = (moderators: readonly Actor[], spelling: string): Promise<readonly string[]> =>
  Promise.all(
    moderators.map(async (ada) => {
      const asked = ada.slash("facts alias", { action: "add", name: "Darchiev", spelling });
      return (await asked.reply()).text;
    }),
  );

it.skipIf(server === "")(
  "shares the shards of the gateway evenly, and takes over those of a process that was killed",
  async () => {
    const { discord, moderators, start } = await shared();
    const processes = [start(), start(), start()];
    await expect.poll(() => processes.map(heard), { timeout: 60_000 }).toEqual([1, 1, 1]);
    await spread(discord);
    // What was done twice would say that the spelling is known already.
    for (const text of await answered(moderators, "First Spelling")) expect(text).not.toMatch(/already|known/u);
    const [first, ...others] = processes;
    first?.child.kill("SIGKILL");
    await first?.ended;
    await expect.poll(() => others.map(heard).toSorted(ascending), { timeout: 60_000 }).toEqual([1, 2]);
    await spread(discord);
    for (const text of await answered(moderators, "Second Spelling")) expect(text).not.toMatch(/already|known/u);
    expect(others.map(({ said }) => said()).join("\n")).not.toMatch(/could not be sent|incident/u);
    expect(discord.violations.filter((violation) => !violation.includes(": 40060 "))).toEqual([]);
  },
);

it.skipIf(server === "")("loses and doubles nothing while one process after the other is replaced", async () => {
  const { discord, moderators, start } = await shared();
  const old = [start(), start()];
  await expect.poll(() => old.map(heard).toSorted(ascending), { timeout: 60_000 }).toEqual([1, 2]);
  await spread(discord);
  const told: string[] = [];
  const lost: unknown[] = [];
  const rolled = new AbortController();
  const asking = (async () => {
    for (let i = 0; !rolled.signal.aborted; i += 1)
      await answered(moderators, `Spelling ${i}`).then(
        (texts) => told.push(...texts),
        (error: unknown) => lost.push(error),
      );
  })();
  for (const before of old) {
    const next = start();
    await expect.poll(next.said, { timeout: 60_000 }).toContain("Discord: connected as Talks");
    before.child.kill("SIGTERM");
    expect(await before.ended).toBe(0);
  }
  await spread(discord);
  rolled.abort();
  await asking;
  expect(lost).toEqual([]);
  expect(told.length).toBeGreaterThan(SERVERS);
  expect(told.filter((text) => /already|known/u.test(text))).toEqual([]);
  expect(discord.violations.filter((violation) => !violation.includes(": 40060 "))).toEqual([]);
});

it.skipIf(server === "")("posts to every server by whichever process, also of another one's shard", async () => {
  const { discord, moderators, start } = await shared();
  const processes = [start(), start()];
  await expect.poll(() => processes.map(heard).toSorted(ascending), { timeout: 60_000 }).toEqual([1, 2]);
  await spread(discord);
  const posts = (ada: Actor): number =>
    discord.messages(ada.place.channel.id).filter((message) => !message.ephemeral).length;
  for (const ada of moderators) {
    const channel = ada.place.channel.id;
    const made = await ada.slash("digest subscribe", { channel, every: "daily", timezone: "UTC" }).reply();
    const id = /`(d\w+)`/u.exec(made.text)?.[1] ?? "";
    await ada.slash("facts retract", { id: "apr-venue", reason: "the source withdrew it" }).reply();
    expect((await ada.slash("digest post-now", { id }).reply()).text).toContain("On its way");
  }
  await expect.poll(() => moderators.map(posts), { timeout: 60_000 }).toEqual(moderators.map(() => 1));
  expect(discord.violations.filter((violation) => !violation.includes(": 40060 "))).toEqual([]);
});
