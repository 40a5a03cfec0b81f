import { once } from "node:events";
import { createServer, type AddressInfo } from "node:net";
import { expect, it } from "vitest";
import { StoreUnavailable } from "#core/desk/store.ts";
import { PlatformProblem } from "#core/chat/platform.ts";
import { Slack as Platform } from "#platforms/slack/slack.ts";
import { hosted } from "#test/hosted.ts";
import { Gate, slowStore } from "#test/slow-store.ts";
import { MODES, shown, talksInSlack } from "./talks.ts";
import { Slack } from "#test/standins/slack/slack.ts";

it.each(MODES)("acknowledges over %s before the store has answered", async (mode) => {
  const gate = new Gate().shut();
  const { slack } = await talksInSlack(mode, { store: slowStore({ revisions: gate.pass }) });
  const gesture = slack.user("ann").slash("/talks", "who-led");
  expect((await gesture.acknowledged).outcome).toBe("acknowledged");
  gate.open();
  expect(shown(await gesture.reply())).toContain("Coulter");
});

it("says that the store cannot be reached, and that nothing was changed", async () => {
  const store = slowStore({ revisions: () => Promise.reject(new StoreUnavailable("gone")) });
  const { slack } = await talksInSlack("socket", { store });
  expect(shown(await slack.user("ann").slash("/talks", "where").reply())).toContain("Nothing was changed");
});

it("answers 500 at once, each with its own", async () => {
  // How fast so many are answered is for `npm run bench`; here it is that each is.
  const { slack } = await talksInSlack("socket", { acknowledgeWithin: 150_000 });
  const lines = ["who-led", "where", "when", "how-long", "properties"];
  const people = Array.from({ length: 100 }, (_, i) => slack.user(`user ${i}`));
  const asked = Array.from({ length: 500 }, (_, i) => people[i % 100]?.slash("/talks", lines[i % 5]));
  const answers = await Promise.all(asked.map(async (one) => shown((await one?.reply({ timeout: 150_000 })) ?? {})));
  const first = answers.slice(0, 5);
  expect(new Set(first).size).toBe(5);
  for (const [i, one] of answers.entries()) expect(one).toBe(first[i % 5]);
});

it("answers again after its connections were dropped", async () => {
  const { slack } = await talksInSlack("socket", { disturbed: true });
  slack.dropSockets();
  const again = async (): Promise<string> =>
    slack
      .user("ann")
      .slash("/talks", "where")
      .reply()
      .then(shown, () => "");
  await expect.poll(again, { interval: 500 }).toContain("Istanbul");
});

const opened = (slack: Slack): number => slack.requests.filter((r) => r.method === "apps.connections.open").length;

it.each([
  ["no answer", { hangUp: true }],
  ["a failure of Slack's", { status: 503 }],
  ["a token that is refused", { error: "invalid_auth" }],
  ["a rate limit", { retryAfter: 1 }],
])("comes back where its first attempts to connect again meet %s", async (_, fault) => {
  const { slack, lines } = await talksInSlack("socket", { disturbed: true });
  slack.faults.next("apps.connections.open", { ...fault, times: 1 });
  slack.dropSockets();
  await expect.poll(() => opened(slack)).toBe(3);
  await slack.connected();
  expect(shown(await slack.user("ann").slash("/talks", "where").reply())).toContain("Istanbul");
  expect(lines.join("\n")).not.toMatch(/xapp|xoxb/u);
});

it("connects anew, without a word, when Slack recycles its connection", async () => {
  const { slack } = await talksInSlack("socket");
  slack.disconnect("refresh_requested");
  await expect.poll(() => opened(slack)).toBe(2);
  await slack.connected();
  expect(shown(await slack.user("ann").slash("/talks", "where").reply())).toContain("Istanbul");
});

it("answers where its own address to answer at fails", async () => {
  const { slack } = await talksInSlack("socket", { disturbed: true });
  slack.faults.next("response_url", { error: "expired_url", status: 404, times: 2 });
  expect(shown(await slack.user("ann").slash("/talks", "where").reply())).toContain("Istanbul");
});

it("waits a rate limit out", async () => {
  const { slack } = await talksInSlack("socket", { disturbed: true });
  slack.faults.next("chat.postMessage", { retryAfter: 1 });
  expect(shown(await slack.user("ann").mention("general", "where was it").reply())).toContain("Istanbul");
});

it("opens a form by a button where its trigger is over", async () => {
  const gate = new Gate().shut();
  const { slack } = await talksInSlack("socket", { store: slowStore({ revisions: gate.pass }), disturbed: true });
  const ada = slack.user("ada", { role: "admin" });
  const asked = ada.slash("/talks", "facts add slot:duration");
  await gate.met;
  // A trigger lives three seconds.
  slack.clock.advance(3001);
  gate.open();
  const waiting = await asked.reply();
  expect(JSON.stringify(await ada.click(waiting, "Fill in").view())).toContain("Add a fact");
});

it("takes old, foreign and edited buttons for what they are", async () => {
  const { slack } = await talksInSlack("socket", { disturbed: true });
  const ann = slack.user("ann");
  const answer = await ann.slash("/talks", "where").reply();
  const buttons = JSON.stringify(answer.blocks);
  for (const value of ["x", "0|c|talks where|a=%E0%A4%A", "0|p|nosuchtoken|3", "0|k|nosuch|0", "0|f|nosuch|0"]) {
    const edited = JSON.parse(
      buttons.replace(/"value":"[^"]*s\|[^"]*"/u, `"value":${JSON.stringify(value)}`),
    ) as typeof answer.blocks;
    Object.assign(answer, { blocks: edited });
    expect(shown(await ann.click(answer, "Share").reply())).toContain("too old");
    Object.assign(answer, { blocks: JSON.parse(buttons) as typeof answer.blocks });
  }
});

it("says which token was refused, without showing it", async () => {
  const slack = await Slack.start();
  const { host } = await hosted();
  const wrong = { mode: "socket", apiUrl: slack.apiUrl, botToken: "xoxb-wrong", appToken: slack.appToken } as const;
  const problem = await new Platform(wrong, host).start().catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(PlatformProblem);
  expect(String(problem)).toContain("SLACK_BOT_TOKEN was refused (invalid_auth)");
  expect(String(problem)).not.toContain("xoxb-wrong");
  await slack.stop();
});

it("goes on trying where there is no network, and says so", async () => {
  const { host, lines } = await hosted();
  const talks = new Platform(
    { mode: "socket", apiUrl: "http://127.0.0.1:9/api/", botToken: "xoxb-a", appToken: "xapp-b" },
    host,
  );
  await talks.start();
  await talks.stop();
  expect(lines.join("\n")).toMatch(/cannot be reached .*Check the network and SLACK_API_URL; Talks tries again/u);
});

it("finishes what is in flight when it is stopped", async () => {
  const gate = new Gate().shut();
  const { slack, talks } = await talksInSlack("http", {
    store: slowStore({ revisions: gate.pass }),
    disturbed: true,
  });
  const asked = slack.user("ann").slash("/talks", "where");
  await gate.met;
  const stopped = talks.stop();
  gate.open();
  await stopped;
  expect(shown(await asked.reply())).toContain("Istanbul");
});

it("says which app token was refused, and which port is taken", async () => {
  const slack = await Slack.start();
  const { host } = await hosted();
  const { apiUrl, botToken } = slack;
  const wrong = new Platform({ mode: "socket", apiUrl, botToken, appToken: "xapp-wrong" }, host);
  await expect(wrong.start()).rejects.toThrow("SLACK_APP_TOKEN was refused (invalid_auth)");
  const powerless = new Platform({ mode: "socket", apiUrl, botToken, appToken: slack.issueAppToken([]) }, host);
  await expect(powerless.start()).rejects.toThrow("SLACK_APP_TOKEN lacks connections:write");
  const server = createServer().listen(0);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const taken = new Platform({ mode: "http", apiUrl, botToken, signingSecret: "a".repeat(32), port }, host);
  await expect(taken.start()).rejects.toThrow(/the port cannot be used .*Set another PORT/u);
  for (const platform of [wrong, powerless, taken]) await platform.stop();
  server.close();
  await slack.stop();
});

it("answers a form that was sent when it is stopped", async () => {
  const gate = new Gate();
  const { slack, talks } = await talksInSlack("socket", {
    store: slowStore({ revisions: gate.pass }),
    disturbed: true,
  });
  const ada = slack.user("ada", { role: "admin" });
  const form = await ada.slash("/talks", "facts add slot:duration").view();
  gate.shut();
  const sent = ada.submit(form, { stated: "4 hours", source: "new: The Gazette", paragraph: "3" });
  await gate.met;
  const stopped = talks.stop();
  gate.open();
  await stopped;
  expect((await sent.outcome()).end).toBe("closed");
  await expect.poll(() => ada.sees("general").map(shown).join("\n")).toContain("4 hours");
});
