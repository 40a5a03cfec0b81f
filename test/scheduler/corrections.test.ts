import { afterEach, beforeEach, expect, it } from "vitest";
import { authorOf } from "#core/desk/desk.ts";
import { sinceNow } from "#core/digest/since.ts";
import { correctionJob } from "#core/outbox/correction.ts";
import { factBlocks, quoted } from "#core/reply/fact-blocks.ts";
import { heading, reply, type Reply } from "#core/reply/reply.ts";
import { Scheduler } from "#src/scheduler/scheduler.ts";
import { openStore, type OpenStore } from "#stores/open.ts";
import { ann } from "#test/moderation.ts";
import { library } from "#test/desk.ts";
import { depsOver } from "./deps.ts";
import { HERE, until } from "./orders.ts";
import { standinPlatform } from "#test/standins/scheduler/platform.ts";
import { startStandin, type Standin } from "#test/standins/scheduler/server.ts";

type TestDeps = Awaited<ReturnType<typeof depsOver>>;

// By how much the database's clock is ahead.
let skew = 0;
let store: OpenStore;
let standin: Standin;
let deps: TestDeps;
let scheduler: Scheduler;
beforeEach(async () => {
  skew = 0;
  store = await openStore({ home: ":memory:" }, () => skew);
  standin = await startStandin();
  deps = await depsOver(store, { shipped: library });
  scheduler = new Scheduler(deps, [standinPlatform(standin.url)]);
});
afterEach(async () => {
  await scheduler.stop();
  await standin.close();
  await store.close();
});

async function desk() {
  return deps.desks.open(HERE);
}

/** Posts a message that quotes a fact, as somebody's public answer, and remembers it as the host does. */
async function show(id: string, whole = true): Promise<{ readonly message: string; readonly said: Reply }> {
  const { view } = await (await desk()).snapshot();
  const fact = view.facts.find((f) => f.id === id);
  if (fact === undefined) throw new Error(`no fact ${id}`);
  const said = reply("An answer", [heading("An answer"), ...factBlocks(fact, view)], [quoted(fact, view)]);
  const platform = standinPlatform(standin.url);
  const posted = await platform.post({ workspace: HERE.id, channel: "c1" }, said, `k${standin.messages.length}`);
  if (posted.kind !== "posted") throw new Error(posted.kind);
  const number = await store.desk(HERE, Temporal.Now.instant());
  await store.outbox.remember(number, HERE.platform, posted.posting, said.facts, whole ? said : undefined);
  return { message: posted.posting.message, said };
}

async function retract(id: string, why: string): Promise<void> {
  const done = await (
    await desk()
  ).change(authorOf(ann), () => ({
    kind: "append",
    changes: [{ subject: `fact/${id}`, kind: "retract", after: JSON.stringify({ retracted: why }) }],
    result: undefined,
  }));
  expect(done.kind).toBe("done");
}

async function restore(id: string): Promise<void> {
  await (
    await desk()
  ).change(authorOf(ann), () => ({
    kind: "append",
    changes: [{ subject: `fact/${id}`, kind: "restore", after: null }],
    result: undefined,
  }));
}

async function anyFact(): Promise<string> {
  const { view } = await (await desk()).snapshot();
  return view.facts.find((f) => f.slot === "duration")?.id ?? "";
}

/** The state of the job that corrects the message which quotes a fact, after the desk's first revision. */
async function firstCorrection(id: string): Promise<string | undefined> {
  const [shown] = await store.outbox.quoted(await store.desk(HERE, Temporal.Now.instant()), [id], 0, 9);
  const { library } = (await deps.deskNow(HERE)).snapshot;
  return shown === undefined ? undefined : (await store.outbox.job(correctionJob(shown, 1, library.version)))?.state;
}

const edits = () => standin.asked.filter((a) => a.deed === "edit");

it("edits a message when a fact that it quotes is retracted, and again when it is restored", async () => {
  const id = await anyFact();
  const { message } = await show(id);
  scheduler.start();
  await retract(id, "the article was withdrawn");
  scheduler.poke();
  await until(() => edits().length === 1);
  expect(standin.messages.find((m) => m.id === message)?.plain).toMatch(
    /^Retracted: was “.*” \(the article was withdrawn\)\.$/u,
  );
  await restore(id);
  scheduler.poke();
  await until(() => edits().length === 2);
  expect(standin.messages.find((m) => m.id === message)?.plain).toMatch(/^Corrected: was retracted, now “/u);
});

it("corrects a message by its own side's changes alone once two linked desks have parted", async () => {
  const other = { platform: HERE.platform, id: "another" };
  const id = await anyFact();
  const { message } = await show(id);
  await store.lead(other, await store.desk(HERE, Temporal.Now.instant()), Temporal.Now.instant());
  expect(await (await desk()).part({ platform: "test", id: "ann", name: "Ann" }, [])).toBe(true);
  scheduler.start();
  const theirs = await deps.desks.open(other);
  await theirs.change(authorOf(ann), () => ({
    kind: "append",
    changes: [{ subject: `fact/${id}`, kind: "retract", after: JSON.stringify({ retracted: "theirs" }) }],
    result: undefined,
  }));
  scheduler.poke();
  await until(async () => (await store.outbox.changedDesks()).length === 0);
  expect(edits()).toEqual([]);
  await retract(id, "ours");
  scheduler.poke();
  await until(() => edits().length === 1);
  expect(standin.messages.find((m) => m.id === message)?.plain).toContain("(ours)");
});

it("corrects each message once a revision, whatever is restarted", async () => {
  const id = await anyFact();
  for (let i = 0; i < 3; i += 1) await show(id, i > 0);
  expect(await store.digests.quoting(HERE, id)).toBe(3);
  scheduler.start();
  await retract(id, "wrong");
  scheduler.poke();
  await until(() => edits().length === 3);
  await scheduler.stop();
  scheduler = new Scheduler(deps, [standinPlatform(standin.url)]);
  scheduler.start();
  await until(async () => (await store.outbox.changedDesks()).length === 0);
  await show(id);
  await until(async () => (await store.outbox.changedDesks()).length === 0);
  expect(standin.messages.map((m) => m.edits)).toEqual([1, 1, 1, 0]);
});

it("corrects a message that was on its way when its fact was retracted", async () => {
  const id = await anyFact();
  const other = await show(id);
  scheduler.start();
  await retract(id, "wrong");
  await until(async () => (await firstCorrection(id)) === "sent");
  // What follows was written before the retraction, and is remembered after the desk was followed through.
  const number = await store.desk(HERE, Temporal.Now.instant());
  const late = { workspace: HERE.id, channel: "c1", message: other.message };
  await store.outbox.remember(number, HERE.platform, late, other.said.facts, other.said);
  scheduler.poke();
  await until(() => edits().length === 2);
});

it("corrects again what was not answered, and replies below what cannot be edited", async () => {
  const id = await anyFact();
  const { message } = await show(id);
  let times = 0;
  standin.fault = ({ deed }) => {
    if (deed !== "edit") return undefined;
    times += 1;
    return times === 1 ? "reset after" : "denied";
  };
  scheduler.start();
  await retract(id, "wrong");
  scheduler.poke();
  await until(() => standin.messages.some((m) => m.thread === message));
  expect(standin.messages.filter((m) => m.thread === message).map((m) => m.plain)).toEqual([
    expect.stringMatching(/^Retracted: was “/u),
  ]);
});

it("lets a message be that is gone", async () => {
  const id = await anyFact();
  await show(id);
  standin.fault = ({ deed }) => (deed === "edit" ? "gone" : undefined);
  scheduler.start();
  await retract(id, "wrong");
  scheduler.poke();
  await until(async () => (await firstCorrection(id)) === "skipped");
  expect(edits()).toHaveLength(1);
});

it("tells a follower in one message of several changes, and not again within the hour", async () => {
  const since = sinceNow((await deps.deskNow(HERE)).snapshot);
  expect(await store.digests.follow(HERE, "u9", "talks/a", since)).toBe(true);
  expect(await store.digests.follow(HERE, "u9", "talks/a", since)).toBe(false);
  skew += 1;
  await store.digests.follow(HERE, "u9", "slots/duration", since);
  const id = await anyFact();
  const pass = async (minutes: number): Promise<void> => {
    skew += minutes * 60_000;
    scheduler.poke();
    const past = deps.turns();
    await until(() => deps.turns() > past + 2);
  };
  scheduler.start();
  await retract(id, "wrong");
  await restore(id);
  await pass(0);
  expect(standin.messages).toEqual([]);
  await pass(2);
  expect(standin.messages.map((m) => [m.channel, m.plain])).toEqual([["u9", "u9: talks/a, slots/duration after 0"]]);
  await retract(id, "wrong after all");
  await pass(30);
  expect(standin.messages).toHaveLength(1);
  await pass(31);
  expect(standin.messages[1]?.plain).toBe("u9: talks/a, slots/duration after 2");
  expect(await store.digests.unfollow(HERE, "u9")).toBe(2);
  await restore(id);
  await pass(120);
  expect(standin.messages).toHaveLength(2);
});

it("keeps what they follow who cannot be written to, and why, and writes again when they ask", async () => {
  const since = sinceNow((await deps.deskNow(HERE)).snapshot);
  await store.digests.follow(HERE, "u9", "talks/a", since);
  standin.fault = ({ deed }) => (deed === "tell" ? "denied" : undefined);
  scheduler.start();
  await retract(await anyFact(), "wrong");
  await until(async () => (await store.outbox.changedDesks()).length === 0);
  skew += 120_000;
  scheduler.poke();
  await until(async () => (await store.digests.trouble(HERE, "u9")) === "Invite it: /invite @Talks");
  expect(await store.digests.follows(HERE, "u9")).toEqual(["talks/a"]);
  standin.fault = () => undefined;
  await store.digests.tellAgain(HERE, "u9");
  scheduler.poke();
  await until(() => standin.messages.some((m) => m.channel === "u9"));
});
