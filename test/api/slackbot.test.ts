import { createHmac } from "node:crypto";
import { expect, it } from "vitest";
import { OF_2025 } from "./client.ts";
import { bearer, serving, SLACK_SECRET, type Serving } from "./serving.ts";

const ASK = { name: "ask", arguments: { question: "where did they meet in april" } };
const WHO = { team_id: "T0001", user_id: "U0001", enterprise_id: null };

interface Signed {
  readonly secret?: string;
  readonly at?: number;
  readonly body?: string;
}

/** Posts a message as Slackbot's client does. */
function post({ address }: Serving, message: object, signed: Signed = {}): Promise<Response> {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, ...message });
  const stamp = String(signed.at ?? Math.floor(Temporal.Now.instant().epochMilliseconds / 1000));
  const hmac = createHmac("sha256", signed.secret ?? SLACK_SECRET).update(`v0:${stamp}:${signed.body ?? body}`);
  const headers = {
    ...OF_2025,
    "x-slack-request-timestamp": stamp,
    "x-slack-signature": `v0=${hmac.digest("hex")}`,
  };
  return fetch(`${address}/mcp`, { method: "POST", headers, body });
}

const call = (slack?: object) => ({
  method: "tools/call",
  params: { ...ASK, ...(slack === undefined ? {} : { _meta: { slack } }) },
});

it("answers somebody from the desk of their own workspace", async () => {
  const s = await serving();
  const mine = { platform: "slack", id: "T0001" };
  await s.adminOf(mine, "desk library off");
  expect(await (await post(s, call(WHO))).text()).toContain('"answered":false');
  expect(await (await post(s, call({ ...WHO, team_id: "T0002" }))).text()).toContain('"answered":true');
});

it("tells before somebody asks which tools there are, and nothing of a desk", async () => {
  const s = await serving();
  const listed = await (await post(s, { method: "tools/list" })).text();
  expect(listed).toContain('"check_quote"');
  expect((await post(s, call())).status).toBe(401);
  expect((await post(s, { method: "resources/read", params: { uri: "talks://fact/apr-city" } })).status).toBe(401);
});

it.each([
  ["another secret", { secret: "f".repeat(32) }, 401],
  ["a time long ago", { at: 1_700_000_000 }, 401],
  ["a time to come", { at: Math.floor(Temporal.Now.instant().epochMilliseconds / 1000) + 400 }, 401],
  ["another body", { body: "{}" }, 401],
] as const)("refuses what is signed with %s", async (_, signed, status) => {
  const s = await serving();
  expect((await post(s, call(WHO), signed)).status).toBe(status);
});

it.each([
  [{ ...WHO, team_id: "../T0001" }],
  [{ ...WHO, team_id: "" }],
  [{ ...WHO, user_id: "U0001 admin" }],
  [{ user_id: "U0001" }],
  ["T0001"],
])("refuses the identity %j", async (slack) => {
  const s = await serving();
  expect((await post(s, call(slack as object))).status).toBe(400);
});

it("takes no identity that a token's program claims, and no list of messages in several names", async () => {
  const s = await serving();
  await s.admin("W1", "desk library off");
  const headers = { ...OF_2025, ...bearer(await s.token("W1")) };
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, ...call({ ...WHO, team_id: "T0002" }) });
  const answered = await fetch(`${s.address}/mcp`, { method: "POST", headers, body });
  expect(await answered.text()).toContain('"answered":false');
  const stamp = String(Math.floor(Temporal.Now.instant().epochMilliseconds / 1000));
  const many = JSON.stringify([{ jsonrpc: "2.0", id: 1, ...call(WHO) }]);
  const hmac = createHmac("sha256", SLACK_SECRET).update(`v0:${stamp}:${many}`).digest("hex");
  const signed = { ...OF_2025, "x-slack-request-timestamp": stamp, "x-slack-signature": `v0=${hmac}` };
  expect((await fetch(`${s.address}/mcp`, { method: "POST", headers: signed, body: many })).status).toBe(400);
});

it("reads no more than a request may have, and asks no more than a person may", async () => {
  const s = await serving();
  const long = { method: "tools/call", params: { name: "ask", arguments: { question: "a".repeat(200_000) } } };
  expect((await post(s, long)).status).toBe(413);
  const statuses = await Promise.all(Array.from({ length: 125 }, async () => (await post(s, call(WHO))).status));
  expect(statuses.filter((status) => status === 429)).toHaveLength(5);
  expect((await post(s, call({ ...WHO, user_id: "U0002" }))).status).toBe(200);
});

it("asks for a token where Talks knows no secret of Slack's", async () => {
  const s = await serving({ slack: false });
  expect((await post(s, call(WHO))).status).toBe(401);
});
