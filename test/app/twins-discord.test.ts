import { expect, inject, it, onTestFinished } from "vitest";
import { freshDatabase } from "#test/postgres/database.ts";
import { Discord } from "#test/standins/discord/discord.ts";
import type { Actor } from "#test/standins/discord/acting/actor.ts";
import { startProgram, type Program } from "./program.ts";

const server = inject("postgres");
const MODERATOR = { permissions: ["ManageGuild"] } as const;

interface Twins {
  readonly discord: Discord;
  readonly ada: Actor;
  readonly twins: readonly Program[];
  readonly start: () => Promise<Program>;
}

/** Two processes with one token over one PostgreSQL: each is told of everything. So it is while a restart rolls. */
async function twinsOnDiscord(): Promise<Twins> {
  const discord = await Discord.start();
  const database = await freshDatabase(server);
  const start = async (): Promise<Program> => {
    const talks = startProgram({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      DATABASE_URL: database.url,
    });
    await expect.poll(talks.said).toContain("Discord: connected as Talks");
    return talks;
  };
  onTestFinished(async () => {
    await discord.stop();
    await database.drop();
  });
  const twins = await Promise.all([start(), start()]);
  return { discord, ada: discord.user("ada", MODERATOR), twins, start };
}

/** Two that are both slow both ask for time: Discord tells one of them that the other was first (40060). */
function wrong({ violations }: Discord): readonly string[] {
  return violations.filter((violation) => !violation.includes(": 40060 "));
}

/** Whichever of the two is first, each thing is done and answered once. */
async function eachOnce({ discord, ada, twins }: Twins): Promise<void> {
  const cid = discord.user("cid");
  for (const id of ["apr-led-us", "apr-venue", "apr-city"])
    await ada.slash("facts retract", { id, reason: "the source withdrew it" }).reply();
  expect((await ada.slash("facts undo").reply()).text).toContain("Istanbul");
  const suggestion = await cid.slash("talks suggest", { slot: "note" }).modal();
  const entered = { remark: "a ferry runs", source: "TASS", paragraph: "1" };
  const kept = await cid.submitModal(suggestion, entered).reply();
  expect((await cid.click(kept, "Send").reply()).text).toContain("Suggested");
  const channel = ada.place.channel.id;
  await ada.slash("digest subscribe", { channel, every: "daily", timezone: "UTC" }).reply();
  const form = await ada.slash("facts correct", { id: "apr-duration-tass" }).modal();
  const sent = await ada.submitModal(form, { stated: "5 hours" }).reply();
  expect((sent.buttons.some((b) => b.label === "Send") ? await ada.click(sent, "Send").reply() : sent).text).toContain(
    "5 hours",
  );

  const audit = (await ada.slash("facts audit", {}).reply()).text;
  expect(audit.match(/took back/gu)).toHaveLength(1);
  expect((await ada.slash("facts review", {}).reply()).text.match(/a ferry runs/giu)).toHaveLength(1);
  expect((await ada.slash("digest list", {}).reply()).text.match(/every day/giu)).toHaveLength(1);
  expect(audit.match(/corrected/gu)).toHaveLength(1);
  expect(twins.map((t) => t.said()).join("\n")).not.toMatch(/could not be sent|incident/u);
  expect(wrong(discord)).toEqual([]);
}

/** An answer is shared once, and one after the other is replaced while it is asked on. */
async function rolled({ discord, ada, twins, start }: Twins): Promise<void> {
  const alone = await ada.slash("talks where").reply();
  await ada.click(alone, "Share").reply();
  const [first, second] = twins;
  const told: string[] = [];
  for (const old of [first, second]) {
    const next = await start();
    old?.child.kill("SIGTERM");
    const asked = Array.from({ length: 6 }, (_, i) =>
      ada
        .slash("facts alias", { action: "add", name: "Darchiev", spelling: `Spelling ${i} ${next.child.pid}` })
        .reply(),
    );
    told.push(...(await Promise.all(asked)).map((m) => m.text));
    expect(await old?.ended).toBe(0);
  }
  // Not one was done twice, which would say that the spelling is known already.
  expect(told.filter((t) => /already|known/u.test(t))).toEqual([]);
  const shared = discord.messages(ada.place.channel.id).filter((m) => !m.ephemeral && m.text.includes("Istanbul"));
  expect(shared).toHaveLength(1);
  expect(wrong(discord)).toEqual([]);
}

// One life of the two, as each costs a start.
it.skipIf(server === "")(
  "does and answers each thing once at two processes, shares once, and answers through a restart that rolls",
  async () => {
    const twins = await twinsOnDiscord();
    await eachOnce(twins);
    await rolled(twins);
  },
);
