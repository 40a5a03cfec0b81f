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

/** One of several that ask for time at once is told that another was first (40060). */
function wrong({ violations }: Discord): readonly string[] {
  return violations.filter((violation) => !violation.includes(": 40060 "));
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
  await expect.poll(() => connected().toSorted(ascending)).toEqual([0, 1, 2].slice(0, sessions));
}

const answered = (moderators: readonly Actor[], spelling: string): Promise<readonly string[]> =>
  Promise.all(
    moderators.map(async (ada) => {
      const asked = ada.slash("facts alias", { action: "add", name: "Darchiev", spelling });
      return (await asked.reply()).text;
    }),
  );

/** Every server's digest is posted, by whichever process, also of another one's shard. */
async function postToAll({ discord, moderators }: Shared): Promise<void> {
  const posts = (ada: Actor): number =>
    discord.messages(ada.place.channel.id).filter((message) => !message.ephemeral).length;
  for (const ada of moderators) {
    const channel = ada.place.channel.id;
    const made = await ada.slash("digest subscribe", { channel, every: "daily", timezone: "UTC" }).reply();
    const id = /`(d\w+)`/u.exec(made.text)?.[1] ?? "";
    await ada.slash("facts retract", { id: "apr-venue", reason: "the source withdrew it" }).reply();
    expect((await ada.slash("digest post-now", { id }).reply()).text).toContain("On its way");
  }
  await expect.poll(() => moderators.map(posts)).toEqual(moderators.map(() => 1));
}

/** Asks on while one process after the other is replaced: nothing is lost, and nothing is done twice. */
async function replaceAll({ discord, moderators, start }: Shared, old: readonly Program[]): Promise<void> {
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
    await expect.poll(next.said).toContain("Discord: connected as Talks");
    before.child.kill("SIGTERM");
    expect(await before.ended).toBe(0);
  }
  await spread(discord);
  rolled.abort();
  await asking;
  expect(lost).toEqual([]);
  expect(told.length).toBeGreaterThan(SERVERS);
  expect(told.filter((text) => /already|known/u.test(text))).toEqual([]);
}

// One life of a few processes, as each costs a start: shared, one killed, posted to, all replaced.
it.skipIf(server === "")(
  "shares the shards evenly, takes over those of a killed process, posts everywhere, and is replaced without a loss",
  async () => {
    const here = await shared();
    const { discord, moderators, start } = here;
    const processes = [start(), start(), start()];
    await expect.poll(() => processes.map(heard)).toEqual([1, 1, 1]);
    await spread(discord);
    // What was done twice would say that the spelling is known already.
    for (const text of await answered(moderators, "First Spelling")) expect(text).not.toMatch(/already|known/u);
    const [first, ...others] = processes;
    first?.child.kill("SIGKILL");
    await first?.ended;
    await expect.poll(() => others.map(heard).toSorted(ascending)).toEqual([1, 2]);
    await spread(discord);
    for (const text of await answered(moderators, "Second Spelling")) expect(text).not.toMatch(/already|known/u);
    await postToAll(here);
    expect(others.map(({ said }) => said()).join("\n")).not.toMatch(/could not be sent|incident/u);
    expect(wrong(discord)).toEqual([]);
    await replaceAll(here, others);
    expect(wrong(discord)).toEqual([]);
  },
);
