import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { StoreUnavailable, type Store } from "#core/store.ts";
import { memoryStore } from "#stores/memory.ts";
import { talksInDiscord } from "./talks.ts";

/** A store whose reading of revisions takes so long, or fails. */
function withRevisions(read: () => Promise<void>): Store {
  const store = memoryStore();
  return {
    ...store,
    async revisions(desk, after) {
      if (desk !== 1) await read();
      return store.revisions(desk, after);
    },
  };
}

it("answers over a store that takes five seconds, acknowledged long before three", async () => {
  const { discord } = await talksInDiscord({ store: withRevisions(() => sleep(5000)) });
  const asked = discord.user("ann").slash("talks who-led");
  expect(await asked.acknowledged()).toBeLessThan(2500);
  expect(asked.now()?.loading).toBe(true);
  expect((await asked.reply()).text).toContain("Sonata Coulter");
});

it("keeps a refusal that comes late private, also where everyone was promised an answer", async () => {
  const { discord } = await talksInDiscord({ store: withRevisions(() => sleep(1500)) });
  const asked = discord.user("ann").slash("talks who", { name: "nobody known", public: true });
  const [refused] = await asked.followUps();
  expect(refused?.ephemeral).toBe(true);
  expect(refused?.text).toContain("nobody known");
  expect(asked.now()?.deleted ?? true).toBe(true);
});

it("opens a form that comes late by its button, at once", async () => {
  const { discord } = await talksInDiscord({ store: withRevisions(() => sleep(1500)) });
  const ada = discord.user("ada", { permissions: ["ManageGuild"] });
  const waiting = await ada.slash("facts add", { slot: "duration" }).reply();
  const opening = ada.click(waiting, "Fill in");
  expect((await opening.modal()).title).toMatch(/^Add a fact/u);
});

it("offers the library's values while the store is slow, and reads what was typed all the same", async () => {
  const { discord } = await talksInDiscord({ store: withRevisions(() => sleep(5000)) });
  const offered = await discord.user("ann").autocomplete("talks fact", "id", "led");
  expect(offered.map((c) => c.value)).toContain("apr-led-us");
});

it("says that the store cannot be reached, and that nothing was changed", async () => {
  const store = withRevisions(async () => {
    throw new StoreUnavailable("gone");
  });
  const { discord } = await talksInDiscord({ store });
  const shown = await discord.user("ann").slash("talks who-led").reply();
  expect(shown.text).toContain("cannot be reached just now; nothing was changed");
  expect(shown.ephemeral).toBe(true);
});
