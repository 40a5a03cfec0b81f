import { expect, inject, it, onTestFinished } from "vitest";
import { freshDatabase } from "#test/postgres/database.ts";
import { Discord } from "#test/standins/discord/discord.ts";
import { startProgram, type Program } from "./program.ts";

const server = inject("postgres");

/** Where a program is called by Discord. */
async function addressOf(talks: Program): Promise<string> {
  await expect.poll(talks.said).toContain("Discord: connected as Talks");
  return /it is called at (\S+)\./u.exec(talks.said())?.[1] ?? "";
}

it.skipIf(server === "")(
  "answers at any of two processes that Discord calls, and does a replay at the other once",
  async () => {
    const discord = await Discord.start();
    const database = await freshDatabase(server);
    onTestFinished(async () => {
      await discord.stop();
      await database.drop();
    });
    const start = (): Program =>
      startProgram({
        DISCORD_TOKEN: discord.token,
        DISCORD_API_URL: discord.apiUrl,
        DISCORD_PUBLIC_KEY: discord.endpoint.publicKey,
        DISCORD_HTTP: "127.0.0.1:0",
        DATABASE_URL: database.url,
      });
    const twins = [start(), start()];
    const addresses = await Promise.all(twins.map(addressOf));
    const { endpoint } = discord;
    for (const address of addresses) await endpoint.set(address);
    const deliver = endpoint.deliver.bind(endpoint);
    let calls = 0;
    // One after the other, as a proxy before them would; each is recorded, and sent again to the other one.
    endpoint.deliver = async (interaction) => {
      const [here, there] = calls % 2 === 0 ? addresses : addresses.toReversed();
      calls += 1;
      endpoint.url = here;
      const taken = await deliver(interaction);
      endpoint.url = there;
      await deliver(interaction);
      return taken;
    };
    const ada = discord.user("ada", { permissions: ["ManageGuild"] });
    for (const id of ["apr-led-us", "apr-venue", "apr-city"])
      await ada.slash("facts retract", { id, reason: "the source withdrew it" }).reply();
    expect((await ada.slash("facts undo").reply()).text).toContain("Istanbul");
    const form = await ada.slash("facts correct", { id: "apr-duration-tass" }).modal();
    const sent = await ada.submitModal(form, { stated: "5 hours" }).reply();
    expect(
      (sent.buttons.some((b) => b.label === "Send") ? await ada.click(sent, "Send").reply() : sent).text,
    ).toContain("5 hours");
    const audit = (await ada.slash("facts audit", {}).reply()).text;
    expect(audit.match(/took back/gu)).toHaveLength(1);
    expect(audit.match(/corrected/gu)).toHaveLength(1);
    const [first, second] = twins;
    first?.child.kill("SIGTERM");
    expect(await first?.ended).toBe(0);
    addresses.shift();
    endpoint.deliver = deliver;
    endpoint.url = addresses[0];
    expect((await ada.slash("talks where").reply()).text).toContain("Istanbul");
    expect(second?.said()).not.toMatch(/could not be sent|incident/u);
    expect(discord.violations.filter((violation) => !violation.includes(": 40060 "))).toEqual([]);
  },
);
