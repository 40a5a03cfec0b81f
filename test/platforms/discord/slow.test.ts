import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { StoreUnavailable } from "#core/desk/store.ts";
import { slowStore } from "./slow-store.ts";
import { talksInDiscord } from "./talks.ts";

it("answers over a store that takes five seconds, acknowledged long before three", async () => {
  const { discord } = await talksInDiscord({ store: slowStore({ revisions: () => sleep(5000) }) });
  const asked = discord.user("ann").slash("talks who-led");
  expect(await asked.acknowledged()).toBeLessThan(2500);
  expect(asked.now()?.loading).toBe(true);
  expect((await asked.reply()).text).toContain("Sonata Coulter");
});

it("keeps a refusal that comes late private, also where everyone was promised an answer", async () => {
  const { discord } = await talksInDiscord({ store: slowStore({ revisions: () => sleep(1500) }) });
  const asked = discord.user("ann").slash("talks who", { name: "nobody known", public: true });
  const [refused] = await asked.followUps();
  expect(refused?.ephemeral).toBe(true);
  expect(refused?.text).toContain("nobody known");
  expect(asked.now()?.deleted ?? true).toBe(true);
});

it("opens a form that comes late by its button, at once", async () => {
  const { discord } = await talksInDiscord({ store: slowStore({ revisions: () => sleep(1500) }) });
  const ada = discord.user("ada", { permissions: ["ManageGuild"] });
  const waiting = await ada.slash("facts add", { slot: "duration" }).reply();
  const opening = ada.click(waiting, "Fill in");
  expect((await opening.modal()).title).toMatch(/^Add a fact/u);
});

it("offers the library's values while the store is slow, and reads what was typed all the same", async () => {
  const { discord } = await talksInDiscord({ store: slowStore({ revisions: () => sleep(5000) }) });
  const offered = await discord.user("ann").autocomplete("talks fact", "id", "led");
  expect(offered.map((c) => c.value)).toContain("apr-led-us");
});

it("says that the store cannot be reached, and that nothing was changed", async () => {
  const revisions = (): Promise<void> => Promise.reject(new StoreUnavailable("gone"));
  const store = slowStore({ revisions });
  const { discord } = await talksInDiscord({ store });
  const shown = await discord.user("ann").slash("talks who-led").reply();
  expect(shown.text).toContain("cannot be reached just now; nothing was changed");
  expect(shown.ephemeral).toBe(true);
});

it("says beside the page that is read, for the asker alone, that it was not turned", async () => {
  let away = false;
  const revisions = async (): Promise<void> => {
    if (!away) return;
    await sleep(1500);
    throw new StoreUnavailable("gone");
  };
  const { discord } = await talksInDiscord({ store: slowStore({ revisions }) });
  const ann = discord.user("ann");
  const long = await ann.slash("talks sources", { outlet: "ln24SA" }).reply();
  away = true;
  const turning = ann.click(long, "Next ▶");
  const [refused] = await turning.followUps();
  expect(refused?.ephemeral).toBe(true);
  expect(refused?.text).toContain("cannot be reached just now");
  expect(turning.now()?.text).toBe(long.text);
});

it("says a late refusal once, also where Discord took it and failed to say so", async () => {
  const store = slowStore({ revisions: () => sleep(1500) });
  const { discord, talks } = await talksInDiscord({ store, disturbed: true });
  const asked = discord.user("ann").slash("talks who", { name: "nobody known", public: true });
  discord.faults.next({ method: "POST", path: /^\/webhooks/u, status: 500, at: "after" });
  await asked.followUps();
  await talks.stop();
  expect(await asked.followUps()).toHaveLength(1);
});

it("says a late refusal although what it takes the place of was deleted meanwhile", async () => {
  const store = slowStore({ revisions: () => sleep(1500) });
  const { discord } = await talksInDiscord({ store, disturbed: true });
  const asked = discord.user("ann").slash("talks who", { name: "nobody known", public: true });
  await asked.acknowledged();
  discord.administration.deleteMessage(asked.now()?.id ?? "");
  const [refused] = await asked.followUps();
  expect(refused?.text).toContain("nobody known");
});

it("fills in a late answer although Discord failed to say that it took the acknowledgement", async () => {
  const store = slowStore({ revisions: () => sleep(1500) });
  const { discord } = await talksInDiscord({ store, disturbed: true, patience: 6000 });
  discord.faults.next({ path: /callback/u, status: 500, at: "after" });
  expect((await discord.user("ann").slash("talks where").reply()).text).toContain("Istanbul");
});

it("remembers what everyone sees although Discord failed to say that it took it", async () => {
  const { discord, shown } = await talksInDiscord({ disturbed: true });
  discord.faults.next({ path: /callback/u, status: 500, at: "after" });
  const told = await discord.user("ann").slash("talks where", { public: true }).reply();
  await expect.poll(() => shown.map(({ posting }) => posting.message)).toEqual([told.id]);
});
