import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openStore } from "#stores/open.ts";
import { testFolder } from "#test/folder.ts";
import { expect, it, onTestFinished } from "vitest";
import { StoreUnavailable } from "#core/desk/store.ts";
import { Gate, slowStore } from "#test/slow-store.ts";
import { talksInDiscord } from "./talks.ts";

/** Talks over a store that answers nothing of a desk before its gate opens. */
async function stuck(options: { readonly disturbed?: boolean } = {}) {
  const gate = new Gate().shut();
  const running = await talksInDiscord({ store: slowStore({ revisions: gate.pass }), ...options });
  return { ...running, ann: running.discord.user("ann"), gate };
}

it("acknowledges everything in time while another program holds the SQLite file, and does it after", async () => {
  const home = testFolder();
  const store = await openStore({ home });
  onTestFinished(() => store.close());
  const { discord } = await talksInDiscord({ store });
  const [ada, ann] = [discord.user("ada", { permissions: ["ManageGuild"] }), discord.user("ann")];
  await ann.slash("talks where").reply();
  const other = new DatabaseSync(join(home, "talks.sqlite"));
  other.exec("begin immediate");
  const change = ada.slash("facts retract", { id: "apr-city", reason: "withdrawn" });
  const asked = [ann.slash("talks who-led"), ann.slash("talks when", { public: true }), change];
  for (const one of asked) await one.acknowledged();
  expect((await asked[0]?.reply())?.text).toContain("Coulter");
  expect(change.now()?.loading).toBe(true);
  other.close();
  expect((await change.reply()).text).toContain("Retracted");
  expect((await asked[1]?.reply())?.text).toContain("10 April");
});

it("acknowledges before the store has answered, and then fills the answer in", async () => {
  const { ann, gate } = await stuck();
  const asked = ann.slash("talks who-led");
  await asked.acknowledged();
  expect(asked.now()?.loading).toBe(true);
  gate.open();
  expect((await asked.reply()).text).toContain("Sonata Coulter");
});

it("keeps a refusal that comes late private, also where everyone was promised an answer", async () => {
  const { ann, gate } = await stuck();
  const asked = ann.slash("talks who", { name: "nobody known", public: true });
  await asked.acknowledged();
  gate.open();
  const [refused] = await asked.followUps();
  expect(refused?.ephemeral).toBe(true);
  expect(refused?.text).toContain("nobody known");
  await expect.poll(() => asked.now()?.deleted ?? true).toBe(true);
});

it("opens a form that comes late by its button, at once", async () => {
  const { discord, gate } = await stuck();
  const ada = discord.user("ada", { permissions: ["ManageGuild"] });
  const asked = ada.slash("facts add", { slot: "duration" });
  await asked.acknowledged();
  gate.open();
  const opening = ada.click(await asked.reply(), "Fill in");
  expect((await opening.modal()).title).toMatch(/^Add a fact/u);
});

it("offers the library's values while the store is slow, and reads what was typed all the same", async () => {
  const { ann, gate } = await stuck();
  const offered = await ann.autocomplete("talks fact", "id", "led");
  expect(offered.map((c) => c.value)).toContain("apr-led-us");
  gate.open();
});

it("says that the store cannot be reached, and that nothing was changed", async () => {
  const revisions = (): Promise<void> => Promise.reject(new StoreUnavailable("gone"));
  const store = slowStore({ revisions });
  const { discord } = await talksInDiscord({ store });
  const shown = await discord.user("ann").slash("talks who-led").reply();
  expect(shown.text).toContain("cannot be reached at the moment. Nothing was changed");
  expect(shown.ephemeral).toBe(true);
});

it("says beside the page that is read, for the asker alone, that it was not turned", async () => {
  let away = false;
  const gate = new Gate().shut();
  const revisions = async (): Promise<void> => {
    if (!away) return;
    await gate.pass();
    throw new StoreUnavailable("gone");
  };
  const { discord } = await talksInDiscord({ store: slowStore({ revisions }) });
  const ann = discord.user("ann");
  const long = await ann.slash("talks sources", { outlet: "ln24SA" }).reply();
  away = true;
  const turning = ann.click(long, "Next ▶");
  await turning.acknowledged();
  gate.open();
  const [refused] = await turning.followUps();
  expect(refused?.ephemeral).toBe(true);
  expect(refused?.text).toContain("cannot be reached at the moment");
  expect(turning.now()?.text).toBe(long.text);
});

it("says a late refusal once, also where Discord took it and failed to say so", async () => {
  const { discord, talks, ann, gate } = await stuck({ disturbed: true });
  const asked = ann.slash("talks who", { name: "nobody known", public: true });
  discord.faults.next({ method: "POST", path: /^\/webhooks/u, status: 500, at: "after" });
  await asked.acknowledged();
  gate.open();
  await asked.followUps();
  await talks.stop();
  expect(await asked.followUps()).toHaveLength(1);
});

it("says a late refusal although what it takes the place of was deleted meanwhile", async () => {
  const { discord, ann, gate } = await stuck({ disturbed: true });
  const asked = ann.slash("talks who", { name: "nobody known", public: true });
  await asked.acknowledged();
  discord.administration.deleteMessage(asked.now()?.id ?? "");
  gate.open();
  const [refused] = await asked.followUps();
  expect(refused?.text).toContain("nobody known");
});

it("fills in a late answer although Discord failed to say that it took the acknowledgement", async () => {
  const { discord, ann, gate } = await stuck({ disturbed: true });
  discord.faults.next({ path: /callback/u, status: 500, at: "after" });
  const asked = ann.slash("talks where");
  await asked.acknowledged();
  gate.open();
  expect((await asked.reply()).text).toContain("Istanbul");
});

it("remembers what everyone sees although Discord failed to say that it took it", async () => {
  const { discord, shown } = await talksInDiscord({ disturbed: true });
  discord.faults.next({ path: /callback/u, status: 500, at: "after" });
  const told = await discord.user("ann").slash("talks where", { public: true }).reply();
  await expect.poll(() => shown.map(({ posting }) => posting.message)).toEqual([told.id]);
});
