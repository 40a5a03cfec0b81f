import { afterEach, beforeEach, expect, it } from "vitest";
import { planApprove, planDecline, planSuggest } from "#core/changes/suggestion.ts";
import type { Tongue } from "#core/messages/tongue.ts";
import { authorOf } from "#core/desk/desk.ts";
import type { RawCall } from "#core/request/call.ts";
import { Scheduler } from "#src/scheduler/scheduler.ts";
import { openStore, type OpenStore } from "#stores/open.ts";
import { library } from "#test/desk.ts";
import { who } from "#test/servers.ts";
import { depsOver } from "./deps.ts";
import { HERE, until } from "./orders.ts";
import { standinPlatform } from "#test/standins/scheduler/platform.ts";
import { startStandin, type Standin } from "#test/standins/scheduler/server.ts";

const cid = authorOf(who("Cid", "contributor", HERE.platform));
const ann = authorOf(who("Ann", "moderator", HERE.platform));
const SAID = { slot: "outcome", result: "a hotline was agreed on", source: "TASS", paragraph: "6", talks: "second" };

// By how much the database's clock is ahead.
let skew = 0;
let store: OpenStore;
let standin: Standin;
let deps: Awaited<ReturnType<typeof depsOver>>;
let schedulers: readonly Scheduler[];
beforeEach(async () => {
  skew = 0;
  store = await openStore({ home: ":memory:" }, () => skew);
  standin = await startStandin();
  deps = await depsOver(store, { shipped: library });
  const other = await depsOver(store, { shipped: library });
  schedulers = [deps, other].map((one) => new Scheduler(one, [standinPlatform(standin.url)]));
});
afterEach(async () => {
  for (const scheduler of schedulers) await scheduler.stop();
  await standin.close();
  await store.close();
});

const desk = () => deps.desks.open(HERE);
const start = () => schedulers.forEach((scheduler) => scheduler.start());
const told = (channel: string) => standin.messages.filter((m) => m.channel === channel).map((m) => m.plain);

async function suggest(values: RawCall["values"] = SAID, tongue?: Tongue): Promise<string> {
  const now = Temporal.Now.instant();
  const done = await (
    await desk()
  ).change(cid, (at) => planSuggest(values, cid, now, at, { workspace: HERE.id, tongue }));
  if (done.kind !== "done") throw new Error(done.refusal.message);
  return done.result;
}

async function decide(id: string, reason?: string): Promise<void> {
  const here = await desk();
  const done =
    reason === undefined
      ? await here.change(ann, (at) => planApprove(id, "moderator", at))
      : await here.change(ann, (at) => planDecline(id, reason, at));
  if (done.kind !== "done") throw new Error(done.refusal.message);
}

/** Both have looked at every desk since now. */
async function looked(): Promise<void> {
  const turns = deps.turns() + 3;
  await until(() => deps.turns() > turns);
}

it("tells a suggester once what became of it and why, however many processes there are", async () => {
  const [approved, declined] = [await suggest(), await suggest({ ...SAID, result: "nothing was agreed on" })];
  start();
  await decide(approved);
  await decide(declined, "TASS does not say so");
  await until(() => told(cid.id).length === 2);
  await looked();
  expect(told(cid.id).toSorted()).toEqual([
    "Your suggestion was approved. A hotline was agreed on. Second round, Istanbul, April 2025 [TASS, note 6]",
    "Your suggestion was declined. Nothing was agreed on. Second round, Istanbul, April 2025 [TASS, note 6]",
  ]);
});

it("tells what was decided while no process ran, and not what was decided long ago", async () => {
  const id = await suggest();
  await decide(id);
  skew = 3 * 24 * 3_600_000;
  start();
  await looked();
  expect(told(cid.id)).toEqual([]);
});

it("posts a suggestion to the inbox, and says there what was decided", async () => {
  await store.digests.setInbox(HERE, { channel: "mods", owner: ann.id });
  start();
  const id = await suggest();
  await until(() => told("mods").length === 1);
  expect(told("mods")).toEqual([
    "A suggestion waits: A hotline was agreed on. Second round, Istanbul, April 2025 [TASS, note 6]",
  ]);
  await decide(id, "not in TASS");
  await until(() => told("mods")[0]?.startsWith("Declined") === true);
  await looked();
  expect(told("mods")).toHaveLength(1);
});

it("tells the suggester in their language, and the inbox in that of its channel", async () => {
  await store.digests.setInbox(HERE, { channel: "mods", owner: ann.id, tongue: "ru" });
  start();
  const id = await suggest(SAID, "tr");
  await until(() => told("mods").length === 1);
  expect(told("mods")[0]).toMatch(/^Ждёт предложение: Итоги?: /u);
  await decide(id, "not in TASS");
  await until(() => told(cid.id).length === 1 && told("mods")[0]?.startsWith("Отклонено") === true);
  expect(told(cid.id)[0]).toMatch(/^Öneriniz reddedildi\. Sonuç: /u);
});

it("posts no suggestion that was decided before it could be posted", async () => {
  await store.digests.setInbox(HERE, { channel: "mods", owner: ann.id });
  await decide(await suggest());
  start();
  await until(() => told(cid.id).length === 1);
  await looked();
  expect(told("mods")).toEqual([]);
});

it("says that there are more questions without an answer than it lists", async () => {
  await store.digests.setInbox(HERE, { channel: "mods", owner: ann.id });
  const here = await desk();
  const number = await store.desk(HERE, Temporal.Now.instant());
  for (const song of "abcdefghijkl")
    await store.missed(number, song, `who sang ${song}`, Temporal.Now.instant().add({ seconds: 5 }));
  start();
  await here.snapshot();
  skew = 3_601_000;
  await until(() => told("mods").length === 1);
  expect(told("mods")).toEqual(["More than 10 questions had no answer."]);
});

it("posts questions without an answer once an hour, and not those that the desk answers by now", async () => {
  await store.digests.setInbox(HERE, { channel: "mods", owner: ann.id });
  const here = await desk();
  const number = await store.desk(HERE, Temporal.Now.instant());
  await store.missed(number, "who sang", "who sang", Temporal.Now.instant().add({ seconds: 5 }));
  start();
  await here.snapshot();
  skew = 3_601_000;
  await until(() => told("mods").length === 1);
  expect(told("mods")).toEqual(["1 question had no answer."]);
  await looked();
  expect(told("mods")).toHaveLength(1);
});

it("tells the person who named it where nothing can be posted any more", async () => {
  await store.digests.setInbox(HERE, { channel: "mods", owner: ann.id });
  standin.fault = ({ deed, channel }) => (deed === "post" && channel === "mods" ? "denied" : undefined);
  start();
  await suggest();
  await until(() => told(ann.id).length === 1);
  expect(told(ann.id)[0]).toContain("does not get suggestions any more: Invite it: /invite @Talks");
  expect((await store.digests.inbox(HERE))?.trouble).toBe("Invite it: /invite @Talks");
});
