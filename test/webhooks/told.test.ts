import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { WEBHOOK_EVENTS } from "#core/outbox/webhook-event.ts";
import { WEBHOOK_WAITS } from "#core/outbox/webhook.ts";
import { ROOT } from "#test/desk.ts";
import { HERE, until } from "#test/scheduler/orders.ts";
import { hooked } from "./hooked.ts";
import { receiver } from "./receiver.ts";

it("tells a program what is added, corrected, disputed and retracted, by ids and revisions alone", async () => {
  const h = await hooked();
  const there = await receiver();
  const secret = await h.add("Archive", there.address);
  h.scheduler.start();
  const types = () => there.events(secret).map(({ type }) => type);
  const id = await h.fact("the old harbour");
  await until(() => types().includes("fact.added"));
  await h.say("facts retract apr-city reason:wrong");
  await until(() => types().includes("fact.retracted"));
  await h.say("facts restore apr-city");
  await until(() => types().includes("fact.corrected"));
  const [added] = there.events(secret);
  expect(added).toMatchObject({ type: "fact.added", data: { facts: [{ id, revision: expect.any(Number) }] } });
  for (const { body, headers } of there.arrived) {
    expect(Object.keys(JSON.parse(body) as object)).toEqual(["type", "timestamp", "data"]);
    expect(body).not.toMatch(/harbour|Gazette|Ada|Ann/u);
    expect(headers["webhook-id"]).toMatch(/^[a-z0-9]{22}$/u);
  }
});

it("tells nothing of what happened before, of another workspace, or after it was removed", async () => {
  const h = await hooked();
  const there = await receiver();
  const old = await h.fact("the old harbour");
  const secret = await h.add("Archive", there.address);
  h.scheduler.start();
  const id = await h.fact("the new harbour");
  const told = () => there.events(secret).flatMap(({ data }) => data.facts?.map((f) => f.id) ?? []);
  await until(() => told().includes(id));
  expect(told()).not.toContain(old);
  await h.say("desk webhook remove Archive");
  const before = there.arrived.length;
  await h.fact("the third harbour");
  await until(async () => (await h.store.outbox.changedDesks()).length === 0);
  expect(there.arrived).toHaveLength(before);
});

it("tries again with longer waits under one id, then switches it off and tells its owner, who resumes it", async () => {
  const h = await hooked();
  const there = await receiver();
  there.answer = (response) => void response.writeHead(503).end();
  const secret = await h.add("Archive", there.address);
  await h.fact("the old harbour");
  h.scheduler.start();
  const tried = async () => (await h.store.webhooks.list(HERE))[0]?.last?.at.toString();
  let before: string | undefined;
  for (const wait of WEBHOOK_WAITS) {
    await until(async () => (await tried()) !== before);
    before = await tried();
    expect((await h.say("desk webhook")).text).not.toContain("switched off");
    h.pass(wait + 1000);
  }
  await until(() => h.standin.messages.length > 0);
  expect(there.arrived).toHaveLength(WEBHOOK_WAITS.length + 1);
  expect(new Set(there.arrived.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  expect(h.standin.messages[0]).toMatchObject({
    channel: "u1",
    plain: expect.stringContaining("“Archive” is switched off"),
  });
  expect((await h.say("desk webhook")).text).toContain("switched off: its address answered: 503");
  there.answer = (response) => void response.writeHead(200).end();
  await h.fact("the second harbour");
  await h.say("desk webhook resume Archive");
  const id = await h.fact("the third harbour");
  await until(() => there.arrived.length > WEBHOOK_WAITS.length + 1);
  expect(
    there
      .events(secret)
      .at(-1)
      ?.data.facts?.map((f) => f.id),
  ).toContain(id);
});

it("stops at once where the other side answers that it wants no more", async () => {
  const h = await hooked();
  const there = await receiver();
  there.answer = (response) => void response.writeHead(410).end();
  await h.add("Archive", there.address);
  await h.fact("the old harbour");
  h.scheduler.start();
  await until(() => h.standin.messages.length > 0);
  expect(there.arrived).toHaveLength(1);
  expect((await h.say("desk webhook")).text).toContain("switched off: its address answered 410");
});

it("calls no private address where nobody allowed it", async () => {
  const h = await hooked(false);
  const there = await receiver();
  const address = there.address.replace("http:", "https:");
  await h.add("Archive", address);
  await h.fact("the old harbour");
  h.scheduler.start();
  await until(async () => (await h.say("desk webhook")).text.includes("without success"));
  expect((await h.say("desk webhook")).text).toContain("leads into a private network");
  expect(there.arrived).toEqual([]);
});

it("is described with every event that there is, and with its waits", async () => {
  const page = await readFile(join(ROOT, "docs", "programs.md"), "utf8");
  const rows = [...page.matchAll(/^\| `((?:fact|digest|webhook)\.[a-z]+)`/gmu)].map(([, type]) => type);
  expect(rows).toEqual([...WEBHOOK_EVENTS]);
  expect(WEBHOOK_WAITS.map((ms) => ms / 60_000)).toEqual([0.5, 2, 10, 60, 240, 720, 1440]);
  expect(page).toContain("30 seconds, 2 and 10 minutes, then 1, 4, 12 and 24 hours");
  const shown = /```json\n(\{\n {2}"type"[^`]+)```/u.exec(page)?.[1] ?? "";
  expect(Object.keys(JSON.parse(shown) as object)).toEqual(["type", "timestamp", "data"]);
});
