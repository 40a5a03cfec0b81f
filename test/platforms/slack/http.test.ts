import { request } from "node:http";
import { connect } from "node:net";
import { expect, it } from "vitest";
import { shown, talksInSlack, type Running } from "./talks.ts";

function addressOf({ address }: Running) {
  if (address === undefined) throw new Error("not over HTTP");
  return address;
}

it("says that it runs, and has nothing elsewhere", async () => {
  const { talks } = await talksInSlack("http");
  const origin = `http://127.0.0.1:${talks.port ?? 0}`;
  expect((await fetch(`${origin}/healthz`)).status).toBe(200);
  expect((await fetch(`${origin}/healthz`, { method: "POST" })).status).toBe(405);
  expect((await fetch(`${origin}/`)).status).toBe(404);
});

it.each([
  ["no signature", { headers: { "x-slack-signature": "" } }],
  ["a wrong signature", { headers: { "x-slack-signature": `v0=${"0".repeat(64)}` } }],
  ["another version", { headers: { "x-slack-signature": `v1=${"0".repeat(64)}` } }],
  ["no timestamp", { headers: { "x-slack-request-timestamp": "" } }],
  ["an old timestamp", { seconds: Math.floor(Date.now() / 1000) - 301 }],
  ["a timestamp of tomorrow", { seconds: Math.floor(Date.now() / 1000) + 86_400 }],
])("refuses a request with %s", async (_, forgery) => {
  const running = await talksInSlack("http");
  const body = "command=/talks&text=where&team_id=T1&user_id=U1";
  const answered = await addressOf(running).forge({
    ...forgery,
    body,
    contentType: "application/x-www-form-urlencoded",
  });
  expect(answered.status).toBe(401);
});

it.each([
  ["malformed JSON", "{", "application/json"],
  ["an empty body", "", "application/json"],
  ["a payload that is none", "payload=%7B", "application/x-www-form-urlencoded"],
  ["nothing in JSON", "null", "application/json"],
  ["a list", "[]", "application/json"],
  ["a payload of nothing", "payload=null", "application/x-www-form-urlencoded"],
])("refuses %s though it is signed, and goes on", async (_, body, contentType) => {
  const running = await talksInSlack("http");
  const answered = await addressOf(running).forge({ body, contentType });
  expect(answered.status).toBeGreaterThanOrEqual(400);
  expect(answered.status).toBeLessThan(500);
  expect(shown(await running.slack.user("ann").slash("/talks", "where").reply())).toContain("Istanbul");
  expect(running.lines.join("\n")).not.toMatch(/xox|xapp/u);
});

it("does nothing a second time for a recorded request", async () => {
  const running = await talksInSlack("http");
  const { slack } = running;
  const ann = slack.user("ann");
  await ann.slash("/talks", "where --public").reply();
  const before = slack.messages("general").length;
  const address = addressOf(running);
  expect((await address.raw(address.last())).status).toBe(200);
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(slack.messages("general")).toHaveLength(before);
});

it("passes Slack's checks of the address", async () => {
  const running = await talksInSlack("http");
  expect(await addressOf(running).verify()).toBe(true);
  expect(await addressOf(running).sslCheck()).toBe(200);
});

it.each([
  ["GET", "/slack/events", 404],
  ["PUT", "/slack/events", 404],
  ["POST", "/slack/elsewhere", 404],
  ["GET", "/slack/install", 404],
])("refuses %s %s and serves on", async (method, path, status) => {
  const running = await talksInSlack("http");
  const origin = `http://127.0.0.1:${running.talks.port ?? 0}`;
  expect((await fetch(`${origin}${path}`, { method })).status).toBe(status);
  expect(shown(await running.slack.user("ann").slash("/talks", "where").reply())).toContain("Istanbul");
});

it("refuses what is signed but is no request, and says nothing of it in the log", async () => {
  const running = await talksInSlack("http");
  const address = addressOf(running);
  expect((await address.forge({ body: "{not json" })).status).toBe(400);
  expect((await address.forge({ body: JSON.stringify({ type: "x", filler: "y".repeat(1_100_000) }) })).status).toBe(
    413,
  );
  expect(running.lines.join("\n")).not.toMatch(/not json|xox|v0=/u);
});

// The next two wait for what the server allows a sender, and wait at once.
it.concurrent("closes a body that is too long before it is read, and answers others meanwhile", async ({
  expect,
  onTestFinished,
}) => {
  const running = await talksInSlack("http", {}, onTestFinished);
  const port = running.talks.port ?? 0;
  const status = await new Promise((resolve, reject) => {
    const sent = request(
      { port, host: "127.0.0.1", method: "POST", path: "/slack/events", headers: { "content-length": 5_000_000 } },
      (r) => resolve(r.statusCode),
    );
    sent.on("error", reject);
    sent.write("x");
  });
  expect(status).toBe(413);
  expect(shown(await running.slack.user("ann").slash("/talks", "where").reply())).toContain("Istanbul");
});

it.concurrent("ends a request that comes a byte at a time, and answers others meanwhile", async ({
  expect,
  onTestFinished,
}) => {
  const running = await talksInSlack("http", {}, onTestFinished);
  const port = running.talks.port ?? 0;
  const slow = connect(port, "127.0.0.1");
  const closed = new Promise<string>((resolve) => {
    let heard = "";
    slow.on("data", (data: Buffer) => (heard += data.toString()));
    slow.on("error", () => {});
    slow.on("close", () => resolve(heard));
  });
  slow.write("POST /slack/events HTTP/1.1\r\nHost: talks\r\nContent-Length: 1000\r\n\r\n");
  const drip = setInterval(() => slow.write("x"), 250);
  expect(shown(await running.slack.user("ann").slash("/talks", "where").reply())).toContain("Istanbul");
  expect(await closed).toMatch(/408/u);
  clearInterval(drip);
});
