import { request } from "node:http";
import { expect, it } from "vitest";
import { heading, paragraph, reply, text } from "#core/reply/reply.ts";
import { Discord } from "#platforms/discord/discord.ts";
import { startDiscord } from "#test/standins/discord/bot.ts";
import type { Discord as StandIn } from "#test/standins/discord/discord.ts";
import { hosted } from "#test/hosted.ts";
import { talksInDiscord } from "./talks.ts";

const MODERATOR = { permissions: ["ManageGuild"] } as const;
const NEWS = reply("One correction.", [heading("One correction"), paragraph(text("Was A, now B."))]);
const LONG = reply(
  "Long.",
  Array.from({ length: 60 }, (_, i) => paragraph(text(`Line ${i}. ${"word ".repeat(60)}`))),
);

/** Talks as Discord calls it over HTTP; the stand-in checks its endpoint first, as the Developer Portal does. */
const called = (disturbed = false) => talksInDiscord({ http: true, disturbed });

it("answers commands, completions, buttons, forms and message commands without a gateway", async () => {
  const { discord, talks } = await called();
  expect(discord.gateway.connections.size).toBe(0);
  expect(talks.connected).toBe(true);
  const ada = discord.user("ada", MODERATOR);
  const where = await ada.slash("talks where").reply();
  expect(where.text).toContain("Istanbul");
  expect((await ada.click(where, "Share").reply()).ephemeral).toBe(false);
  expect((await ada.autocomplete("talks fact", "id", "venue")).map(({ value }) => value)).toContain("apr-venue");
  const form = await ada.slash("facts add", { slot: "note" }).modal();
  const entered = { remark: "a hotline opens in Ankara", source: "new: The Gazette", paragraph: "1" };
  const kept = await ada.submitModal(form, entered).reply();
  expect((await ada.click(kept, "Send").reply()).text).toContain("otline opens in Ankara");
  const said = discord.user("eve").say("“the atmosphere was constructive”");
  expect((await ada.messageCommand("Check this quote", said).reply()).text).not.toBe("");
  expect((await discord.user("cid").slash("facts audit", {}, { forced: true }).reply()).text).toContain(
    "for moderators",
  );
});

it("posts, edits, finds and tells by REST alone, the further pages in a thread", async () => {
  const { discord, talks } = await called();
  const ann = discord.user("ann");
  const to = { workspace: ann.place.guild?.id ?? "", channel: ann.place.channel.id };
  expect(await talks.mayPost(to)).toEqual({ ok: true, locale: "en-US" });
  const since = Temporal.Now.instant().subtract({ minutes: 1 });
  const posted = await talks.post(to, LONG, "abcdefghijklmnopqrstuv");
  if (posted.kind !== "posted" || posted.posting === undefined) throw new Error(posted.kind);
  const [first] = discord.messages(to.channel);
  expect(discord.messages(first?.id ?? "").length).toBeGreaterThan(0);
  expect(await talks.find(to, "abcdefghijklmnopqrstuv", since)).toHaveLength(1);
  expect((await talks.edit(posted.posting, NEWS)).kind).toBe("posted");
  expect(discord.messages(to.channel)[0]?.text).toContain("Was A, now B.");
  expect((await talks.tell(to.workspace, ann.id, NEWS, "news")).kind).toBe("posted");
  discord.administration.denyBot(ann.place.channel.id, ["SendMessages"]);
  expect((await talks.post(to, NEWS, "another")).kind).toBe("denied");
});

/** A request to Talks as it is written here, and what it is answered with; 0 where the connection is cut. */
async function ask(discord: StandIn, body: string, headers: Record<string, string>, method = "POST"): Promise<number> {
  return new Promise((resolve) => {
    const asked = request(discord.endpoint.url ?? "", { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    asked.on("error", () => resolve(0));
    asked.end(body);
  });
}

it("refuses what Discord did not sign, what is old or from later, and what is no interaction", async () => {
  const { discord } = await called();
  const { endpoint } = discord;
  const body = JSON.stringify({ type: 1 });
  const good = endpoint.signed(body);
  const now = Math.floor(Date.now() / 1000);
  const forged: readonly Record<string, string>[] = [
    {},
    { ...good, "X-Signature-Ed25519": "" },
    { ...good, "X-Signature-Ed25519": "zz".repeat(64) },
    { ...good, "X-Signature-Ed25519": good["X-Signature-Ed25519"].slice(2) },
    { ...good, "X-Signature-Ed25519": endpoint.signed(`${body} `)["X-Signature-Ed25519"] },
    { ...good, "X-Signature-Timestamp": String(now - 1) },
    { ...good, "X-Signature-Timestamp": "soon" },
    { ...endpoint.signed(body, String(now - 301)) },
    { ...endpoint.signed(body, String(now + 302)) },
  ];
  for (const headers of forged) expect(await ask(discord, body, headers)).toBe(401);
  for (const wrong of ["null", "[]", "{", "7", '{"type":"2"}', ""])
    expect(await ask(discord, wrong, { ...endpoint.signed(wrong) })).toBe(400);
  const huge = JSON.stringify({ type: 1, more: "x".repeat(1_100_000) });
  expect([413, 0]).toContain(await ask(discord, huge, { ...endpoint.signed(huge) }));
  expect(await ask(discord, "", {}, "GET")).toBe(405);
  expect(await ask(discord, body, { ...good })).toBe(200);
  expect((await discord.user("ann").slash("talks where").reply()).text).toContain("Istanbul");
});

it("does and answers a request once that is recorded and sent again", async () => {
  const { discord } = await called(true);
  const sent: string[] = [];
  const { endpoint } = discord;
  const deliver = endpoint.deliver.bind(endpoint);
  endpoint.deliver = (interaction) => {
    sent.push(JSON.stringify(interaction));
    return deliver(interaction);
  };
  const ada = discord.user("ada", MODERATOR);
  for (const id of ["apr-led-us", "apr-venue"])
    await ada.slash("facts retract", { id, reason: "the source withdrew it" }).reply();
  sent.splice(0);
  await ada.slash("facts undo").reply();
  const [body = ""] = sent;
  const answers = await Promise.all([1, 2, 3].map(() => ask(discord, body, { ...endpoint.signed(body) })));
  expect(answers).toEqual([202, 202, 202]);
  expect((await ada.slash("facts audit").reply()).text.match(/took back/gu)).toHaveLength(1);
});

it("says at its start what the Developer Portal has to say otherwise", async () => {
  const discord = await startDiscord();
  const { publicKey } = discord.endpoint;
  const base = { token: discord.token, apiUrl: discord.apiUrl };
  const at = { host: "127.0.0.1", port: 0 };
  const { host, lines } = await hosted();
  const unset = new Discord({ ...base, endpoint: { publicKey, ...at } }, host);
  await unset.start();
  expect(lines.at(-1)).toContain("set Interactions Endpoint URL to the public address");
  await unset.stop();
  const other = new Discord({ ...base, endpoint: { publicKey: "ab".repeat(32), ...at } }, host);
  await expect(other.start()).rejects.toThrow("DISCORD_PUBLIC_KEY is another application's");
  await other.stop();
  discord.endpoint.url = "http://127.0.0.1:9/discord/interactions";
  const gateway = new Discord(base, host);
  await gateway.start();
  expect(lines.at(-1)).toContain("no command arrives over the gateway");
  await gateway.stop();
});
