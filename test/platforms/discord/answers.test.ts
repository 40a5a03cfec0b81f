import { expect, it } from "vitest";
import { talksInDiscord } from "./talks.ts";

it("answers who-led privately, with its sources and a button to share it", async () => {
  const { discord } = await talksInDiscord();
  const ann = discord.user("ann");
  const shown = await ann.slash("talks who-led", { side: "us" }).reply();
  expect(shown.ephemeral).toBe(true);
  expect(shown.text).toContain("Sonata Coulter");
  expect(shown.text).toMatch(/-# .*TASS .*note \d/u);
  expect(shown.buttons.map((b) => b.label)).toContain("Share");
});

it("shares for everyone, naming who asked, and tells the host which facts everyone now sees", async () => {
  const { discord, shown: remembered } = await talksInDiscord();
  const ann = discord.user("ann");
  const alone = await ann.slash("talks who-led").reply();
  expect(remembered).toEqual([]);
  const shared = await ann.click(alone, "Share").reply();
  expect(shared.ephemeral).toBe(false);
  expect(shared.text).toContain(`Asked by <@${ann.id}>`);
  expect(shared.buttons.map((b) => b.label)).not.toContain("Share");
  await expect
    .poll(() => remembered)
    .toMatchObject([{ platform: "discord", posting: { message: shared.id, channel: shared.channel } }]);
  expect(remembered[0]?.facts.map((f) => f.id)).toContain("apr-led-us");
  const note = () => discord.messages(shared.channel).find((m) => m.ephemeral && m.text.startsWith("Shared."));
  await expect.poll(() => note()?.text).toContain("Everybody in this channel can read it.");
});

it("follows the buttons of an answer to its neighbours", async () => {
  const { discord } = await talksInDiscord();
  const ann = discord.user("ann");
  const when = await ann.slash("talks when").reply();
  const next = when.buttons.find((b) => !["Share", "History"].includes(b.label));
  const shown = await ann.click(when, next?.label ?? "").reply();
  expect(shown.ephemeral).toBe(true);
  expect(shown.text).not.toBe(when.text);
});

it("posts at once where public is asked for, but keeps a refusal private", async () => {
  const { discord } = await talksInDiscord();
  const ann = discord.user("ann");
  expect((await ann.slash("talks where", { public: true }).reply()).ephemeral).toBe(false);
  expect((await ann.slash("talks who", { name: "nobody known", public: true }).reply()).ephemeral).toBe(true);
});

it("completes with what is asked most, first", async () => {
  const { discord } = await talksInDiscord();
  const ann = discord.user("ann");
  const before = (await ann.autocomplete("talks fact", "id", "")).map((c) => c.value);
  const wanted = String(before.at(-1));
  await ann.slash("talks fact", { id: wanted }).reply();
  expect((await ann.autocomplete("talks fact", "id", ""))[0]?.value).toBe(wanted);
});
