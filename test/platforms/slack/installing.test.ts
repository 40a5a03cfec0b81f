import { expect, it } from "vitest";
import { PlatformProblem, type Host } from "#core/chat/platform.ts";
import { readConfig } from "#platforms/slack/config.ts";
import { Installations } from "#platforms/slack/installations.ts";
import { sealingWith } from "#src/app/sealing.ts";
import { hosted } from "#test/hosted.ts";
import { memoryStore } from "#test/stores/memory-store.ts";
import { Gate, slowStore } from "#test/slow-store.ts";
import { KEY, shown, talksInSlack } from "./talks.ts";

/** Walks the browser from the install page over Slack's consent back; returns the last status. */
async function walk(origin: string, team: string, again = 1): Promise<readonly number[]> {
  const begin = await fetch(`${origin}/slack/install`, { redirect: "manual" });
  const consent = new URL(begin.headers.get("location") ?? "");
  consent.searchParams.set("team", team);
  const decided = await fetch(consent, { redirect: "manual" });
  const cookie = (begin.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const statuses: number[] = [];
  for (let i = 0; i < again; i += 1)
    statuses.push((await fetch(decided.headers.get("location") ?? "", { headers: { cookie } })).status);
  return statuses;
}

it("installs a second workspace, whose desk is its own, its token sealed in the store", async () => {
  const store = memoryStore();
  const { slack, talks, host } = await talksInSlack("oauth", { store });
  const acme = slack.workspace("Acme");
  const zoe = acme.user("zoe", { role: "admin" });
  expect(await walk(`http://127.0.0.1:${talks.port ?? 0}`, acme.id)).toEqual([200]);
  expect(shown(await zoe.slash("/talks", "who-led").reply())).toContain("Coulter");
  const kept = await host.secrets.get(`slack team ${acme.id}`);
  expect(kept).toBeDefined();
  expect(kept).not.toContain("xoxb");
  expect(Buffer.from(kept ?? "", "base64url").toString("latin1")).not.toContain("xoxb");
});

it("takes a state once", async () => {
  const { slack, talks } = await talksInSlack("oauth", { disturbed: true });
  const acme = slack.workspace("Acme");
  acme.user("zoe");
  const [first, second] = await walk(`http://127.0.0.1:${talks.port ?? 0}`, acme.id, 2);
  expect(first).toBe(200);
  expect(second).toBeGreaterThanOrEqual(400);
});

it("drops the tokens of a workspace that removes the app, keeps its desk, and tells the host", async () => {
  const { slack, talks, host, left } = await talksInSlack("oauth");
  const acme = slack.workspace("Acme");
  acme.user("zoe", { role: "admin" });
  await walk(`http://127.0.0.1:${talks.port ?? 0}`, acme.id);
  const desk = await host.desk({ platform: "slack", id: acme.id });
  await slack.uninstall(acme);
  await expect.poll(() => left).toContainEqual({ platform: "slack", id: acme.id });
  expect(await host.secrets.get(`slack team ${acme.id}`)).toBeUndefined();
  expect(await host.desk({ platform: "slack", id: acme.id })).toBe(desk);
  expect((await talks.mayPost({ workspace: acme.id, channel: "C1" })).ok).toBe(false);
});

it("takes a workspace back that installs the app anew, and is not misled by a late word of its removal", async () => {
  const { slack, talks, back, left } = await talksInSlack("oauth");
  const acme = slack.workspace("Acme");
  const zoe = acme.user("zoe", { role: "admin" });
  const origin = `http://127.0.0.1:${talks.port ?? 0}`;
  await walk(origin, acme.id);
  await slack.uninstall(acme);
  // Slack tells it twice: the tokens are revoked, and the app is removed.
  await expect.poll(() => left).toHaveLength(2);
  left.splice(0);
  back.splice(0);
  await walk(origin, acme.id);
  expect(back).toEqual([[{ platform: "slack", id: acme.id }]]);
  await acme.tell({ type: "app_uninstalled", event_ts: "1.1" });
  expect(shown(await zoe.slash("/talks", "where").reply())).toContain("Istanbul");
  expect(left).toEqual([]);
});

it("acknowledges before the store has given a workspace's token", async () => {
  const gate = new Gate();
  const { slack, talks } = await talksInSlack("oauth", { store: slowStore({ stash: gate.pass }) });
  const acme = slack.workspace("Acme");
  const zoe = acme.user("zoe");
  await walk(`http://127.0.0.1:${talks.port ?? 0}`, acme.id);
  gate.shut();
  const asked = zoe.slash("/talks", "where");
  expect(await asked.acknowledged).toMatchObject({ outcome: "acknowledged" });
  gate.open();
  expect(shown(await asked.reply())).toContain("Istanbul");
});

it("keeps two workspaces apart: what one adds, the other never reads", async () => {
  const { slack, talks } = await talksInSlack("oauth");
  const origin = `http://127.0.0.1:${talks.port ?? 0}`;
  const [acme, bolt] = [slack.workspace("Acme"), slack.workspace("Bolt")];
  const zoe = acme.user("zoe", { role: "admin" });
  const yan = bolt.user("yan", { role: "admin" });
  await walk(origin, acme.id);
  await walk(origin, bolt.id);
  const added = await zoe
    .slash("/talks", 'facts add slot:note remark:"a hotline opens" source:"new: The Gazette" paragraph:3')
    .reply();
  const [id = ""] = /\bf\d+\b/u.exec(shown(added)) ?? [];
  expect(shown(await zoe.slash("/talks", "changes").reply())).toContain("A hotline opens");
  expect(shown(await yan.slash("/talks", "changes").reply())).not.toContain("hotline");
  for (const line of [`fact ${id}`, `facts history ${id}`, `facts retract ${id} why:x`, "ask will a hotline open"])
    expect(shown(await yan.slash("/talks", line).reply())).not.toContain("A hotline");
});

it.each([
  ["a state that is not ours", (back: URL) => back.searchParams.set("state", "forged"), true],
  ["no state", (back: URL) => back.searchParams.delete("state"), true],
  ["another browser", () => undefined, false],
  ["a refusal at Slack", (back: URL) => back.searchParams.set("error", "access_denied"), true],
])("installs nothing that comes back with %s", async (_, change, same) => {
  const { slack, talks, host } = await talksInSlack("oauth", { disturbed: true });
  const acme = slack.workspace("Acme");
  acme.user("zoe");
  const begin = await fetch(`http://127.0.0.1:${talks.port ?? 0}/slack/install`, { redirect: "manual" });
  const consent = new URL(begin.headers.get("location") ?? "");
  consent.searchParams.set("team", acme.id);
  const back = new URL((await fetch(consent, { redirect: "manual" })).headers.get("location") ?? "");
  change(back);
  if (back.searchParams.has("error")) back.searchParams.delete("code");
  const cookie = same ? ((begin.headers.get("set-cookie") ?? "").split(";")[0] ?? "") : "";
  expect((await fetch(back, { headers: { cookie } })).status).toBeGreaterThanOrEqual(400);
  expect(await host.secrets.get(`slack team ${acme.id}`)).toBeUndefined();
});

const under = (host: Host, key: Buffer, old?: Buffer) => new Installations({ ...host, sealing: sealingWith(key, old) });

it("refuses to start with another key than the kept tokens were sealed with, or without one", async () => {
  const { host } = await hosted();
  await under(host, Buffer.from(KEY, "hex")).check();
  await under(host, Buffer.from(KEY, "hex")).check();
  await expect(under(host, Buffer.alloc(32, 1)).check()).rejects.toThrow(PlatformProblem);
  await expect(new Installations(host).check()).rejects.toThrow(PlatformProblem);
});

it("seals the tokens anew when the key is changed, and needs the old key no more", async () => {
  const { host, lines } = await hosted();
  const [first, second] = ["1", "2"].map((digit) => Buffer.from(digit.repeat(64), "hex"));
  if (first === undefined || second === undefined) throw new Error("no keys");
  const installed = { team: { id: "T1" }, bot: { token: "xoxb-1" } } as Parameters<
    Installations["storeInstallation"]
  >[0];
  const before = under(host, first);
  await before.check();
  await before.storeInstallation(installed);
  await expect(under(host, second).check()).rejects.toThrow(PlatformProblem);
  const between = under(host, second, first);
  expect(await between.botToken("T1")).toBe("xoxb-1");
  await between.check();
  expect(lines.join("\n")).toContain("the tokens of 1 workspace");
  const after = under(host, second);
  await after.check();
  expect(await after.botToken("T1")).toBe("xoxb-1");
  await expect(before.check()).rejects.toThrow(PlatformProblem);
});

it("reads with both keys that are named and writes with one: instances change theirs one after another", async () => {
  const { host } = await hosted();
  const [one, two] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const instance = (key: Buffer, old?: Buffer): Installations => under(host, key, old);
  const install = (at: Installations, team: string) =>
    at.storeInstallation({ team: { id: team }, bot: { token: `xoxb-${team}` } } as Parameters<
      Installations["storeInstallation"]
    >[0]);
  const [before, prepared, changed, after] = [instance(one), instance(one, two), instance(two, one), instance(two)];
  await before.check();
  await install(before, "T1");
  await prepared.check();
  await changed.check();
  await install(changed, "T2");
  // The one that still writes with the first key reads what the other wrote, and the other way round.
  expect(await prepared.botToken("T2")).toBe("xoxb-T2");
  await install(prepared, "T3");
  expect(await changed.botToken("T3")).toBe("xoxb-T3");
  await changed.check();
  expect(await Promise.all(["T1", "T2", "T3"].map((team) => after.botToken(team)))).toEqual([
    "xoxb-T1",
    "xoxb-T2",
    "xoxb-T3",
  ]);
  expect(await before.botToken("T1")).toBeUndefined();
});

it("names the key where many workspaces are meant and it is missing", () => {
  expect(() => readConfig(OAUTH)).toThrow(/^TALKS_ENCRYPTION_KEY: is missing/u);
});

const OAUTH = {
  SLACK_CLIENT_ID: "1.2",
  SLACK_CLIENT_SECRET: "c",
  SLACK_STATE_SECRET: "s",
  SLACK_SIGNING_SECRET: "g",
};
