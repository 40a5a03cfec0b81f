import { expect, it } from "vitest";
import { testEvent } from "#core/outbox/events.ts";
import { sealingWith } from "#src/app/sealing.ts";
import { WebhookSecrets } from "#src/app/webhook-secrets.ts";
import { WEBHOOK_WAITS } from "#core/outbox/webhook.ts";
import { HERE, T0, until } from "#test/scheduler/orders.ts";
import { hooked, type Hooked } from "./hooked.ts";
import { receiver } from "./receiver.ts";

const [ONE, TWO] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const [FIRST, SECOND, CHANGED] = [sealingWith(ONE), sealingWith(TWO), sealingWith(TWO, ONE)];

const kept = async ({ store }: Hooked) => (await store.webhooks.list(HERE))[0]?.secret ?? "";

/** When a webhook was tried last, and whether it is switched off. */
async function attempt({ store }: Hooked) {
  const [webhook] = await store.webhooks.list(HERE);
  return { tried: webhook?.last?.at.toString(), off: webhook?.off };
}

async function sealedAgain({ store }: Hooked, keys?: ConstructorParameters<typeof WebhookSecrets>[0]) {
  const lines: string[] = [];
  await new WebhookSecrets(keys).sealAll(store.webhooks, (line) => lines.push(line));
  return lines;
}

it("keeps a secret sealed and signs with it, in a test and for what changes", async () => {
  const h = await hooked(true, new WebhookSecrets(FIRST));
  const there = await receiver();
  const secret = await h.add("Archive", there.address);
  expect(secret).toMatch(/^whsec_/u);
  expect(await kept(h)).not.toContain(secret.slice(6));
  h.scheduler.start();
  await h.fact("the old harbour");
  await until(() => there.arrived.length > 0);
  expect(there.events(secret).map(({ type }) => type)).toContain("fact.added");
});

it("seals what was kept in clear, and once more when the key is changed: both are read until then", async () => {
  const h = await hooked();
  const there = await receiver();
  const secret = await h.add("Archive", there.address);
  expect(await kept(h)).toBe(secret);
  expect(await sealedAgain(h)).toEqual([]);
  expect(await sealedAgain(h, FIRST)).toEqual(["The secrets of 1 webhook were sealed with TALKS_ENCRYPTION_KEY."]);
  const before = await kept(h);
  expect(before).not.toContain("whsec_");
  expect(await sealedAgain(h, FIRST)).toEqual([]);
  expect(await kept(h)).toBe(before);
  expect(await sealedAgain(h, CHANGED)).toHaveLength(1);
  expect(await kept(h)).not.toBe(before);
  expect(await sealedAgain(h, SECOND)).toEqual([]);
  const [webhook] = await h.store.webhooks.list(HERE);
  if (webhook === undefined) throw new Error("there is no webhook");
  const asked: string[] = [];
  const opened = new WebhookSecrets(SECOND).opening(async (told) => {
    asked.push(told.secret);
    return { kind: "taken" };
  });
  expect(await opened(webhook, testEvent(T0), "id")).toEqual({ kind: "taken" });
  expect(asked).toEqual([secret]);
});

it("says what was sealed with a key that is not set, leaves it, and calls nobody with it", async () => {
  const h = await hooked(true, new WebhookSecrets(FIRST));
  const there = await receiver();
  await h.add("Archive", there.address);
  const before = await kept(h);
  const told =
    "The secrets of 1 webhook were sealed with another TALKS_ENCRYPTION_KEY; nothing is sent there until that one is set.";
  expect(await sealedAgain(h)).toEqual([told]);
  expect(await sealedAgain(h, SECOND)).toEqual([told]);
  expect(await kept(h)).toBe(before);
  const [webhook] = await h.store.webhooks.list(HERE);
  if (webhook === undefined) throw new Error("there is no webhook");
  const never = new WebhookSecrets(SECOND).opening(() => Promise.reject(new Error("it was called")));
  expect(await never(webhook, testEvent(T0), "id")).toEqual({ kind: "sealed" });
});

it("tells the owner once of a secret that no key opens, switches nothing off, and sends all when it is back", async () => {
  const h = await hooked(true, new WebhookSecrets(FIRST));
  const there = await receiver();
  const secret = await h.add("Archive", there.address);
  const [webhook] = await h.store.webhooks.list(HERE);
  if (webhook === undefined) throw new Error("there is no webhook");
  // Somebody starts Talks with another key, and later with the right one.
  const lost = SECOND.seal(secret, `webhook ${webhook.id}`);
  expect(await h.store.webhooks.rewriteSecrets(() => lost)).toBe(1);
  await h.fact("the old harbour");
  h.scheduler.start();
  await until(() => h.standin.messages.length > 0);
  for (let i = 0; i < WEBHOOK_WAITS.length + 1; i += 1) {
    const { tried } = await attempt(h);
    h.pass(3_700_000);
    await until(async () => (await attempt(h)).tried !== tried);
  }
  expect(h.standin.messages.map(({ plain }) => plain)).toEqual([
    expect.stringContaining("its secret was sealed with another TALKS_ENCRYPTION_KEY"),
  ]);
  expect((await h.say("desk webhook")).text).toContain("without success: its secret was sealed with another");
  expect((await h.say("desk webhook test Archive")).text).toContain("The test was not sent to");
  expect([there.arrived, (await attempt(h)).off]).toEqual([[], undefined]);
  await h.store.webhooks.rewriteSecrets(() => FIRST.seal(secret, `webhook ${webhook.id}`));
  h.pass(3_700_000);
  await until(() => there.arrived.length > 0);
  expect(there.events(secret).map(({ type }) => type)).toEqual(["fact.added"]);
});
