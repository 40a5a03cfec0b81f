import { expect, it } from "vitest";
import { newSecret, type Webhook } from "#core/outbox/webhook.ts";
import type { WebhookEvent } from "#core/outbox/webhook-event.ts";
import { callWebhook } from "#src/webhooks/call-webhook.ts";
import { receiver } from "./receiver.ts";

const SECRET = newSecret((length) => "s".repeat(length));
const EVENT: WebhookEvent = {
  type: "fact.corrected",
  timestamp: "2026-11-23T12:00:00.000Z",
  data: { facts: [{ id: "f1", revision: 7 }] },
};

function to(address: string): Webhook {
  const since = Temporal.Instant.from("2026-11-23T00:00:00Z");
  return { id: "h1", platform: "test", workspace: "W1", name: "Archive", address, secret: SECRET, owner: "u1", since };
}

it("sends an event that the other side's own library finds signed", async () => {
  const there = await receiver();
  expect(await callWebhook(true)(to(there.address), EVENT, "id1")).toEqual({ kind: "taken" });
  expect(there.events(SECRET)).toEqual([EVENT]);
  expect(there.arrived[0]?.headers).toMatchObject({ "webhook-id": "id1", "content-type": "application/json" });
  expect(() => there.events(newSecret((length) => "t".repeat(length)))).toThrow();
});

it.each([
  [200, { kind: "taken" }],
  [204, { kind: "taken" }],
  [400, { kind: "failed", why: "its address answered: 400" }],
  [410, { kind: "gone" }],
  [429, { kind: "failed", why: "its address answered: 429" }],
  [500, { kind: "failed", why: "its address answered: 500" }],
])("takes the answer %i for what it is", async (status, notified) => {
  const there = await receiver();
  there.answer = (response) => void response.writeHead(status).end("x".repeat(100_000));
  expect(await callWebhook(true)(to(there.address), EVENT, "id1")).toEqual(notified);
});

it.each([301, 302, 307, 308])("follows no redirect by %i", async (status) => {
  const [there, elsewhere] = [await receiver(), await receiver()];
  there.answer = (response) => void response.writeHead(status, { location: elsewhere.address }).end();
  const notified = await callWebhook(true)(to(there.address), EVENT, "id1");
  expect(notified).toEqual({ kind: "failed", why: `its address leads elsewhere, which is not followed: ${status}` });
  expect(elsewhere.arrived).toEqual([]);
});

it("waits no longer than its patience, for an answer or for one that never ends", async () => {
  const there = await receiver();
  there.answer = () => {};
  const notified = await callWebhook(true, 100)(to(there.address), EVENT, "id1");
  expect(notified).toEqual({ kind: "failed", why: "its address did not answer in time" });
  there.answer = (response) => void response.writeHead(200).write("and so on");
  expect(await callWebhook(true)(to(there.address), EVENT, "id2")).toEqual({ kind: "taken" });
});

it.each(["https://127.0.0.1:1/", "https://localhost:1/", "https://[::1]:1/"])(
  "calls nobody at %s, where only public addresses are allowed",
  async (address) => {
    expect(await callWebhook(false)(to(address), EVENT, "id1")).toMatchObject({
      kind: "failed",
      why: expect.stringContaining("private network"),
    });
  },
);

it("opens no connection to this computer unless a test allows it", async () => {
  const there = await receiver();
  const port = new URL(there.address).port;
  for (const address of [there.address, `https://127.0.0.1:${port}/`, `https://localhost:${port}/`, "ftp://x", "?"])
    expect((await callWebhook(false)(to(address), EVENT, "id1")).kind).toBe("failed");
  expect(there.arrived).toEqual([]);
});

it("connects to the address that it looked up, under the name that was given", async () => {
  const there = await receiver();
  const named = there.address.replace("127.0.0.1", "localhost");
  expect(await callWebhook(true)(to(named), EVENT, "id1")).toEqual({ kind: "taken" });
  expect(there.arrived[0]?.headers.host).toBe(new URL(named).host);
});

it("says that an address cannot be called", async () => {
  const notified = await callWebhook(true)(to("http://127.0.0.1:1/"), EVENT, "id1");
  expect(notified).toEqual({ kind: "failed", why: "its address cannot be called: ECONNREFUSED" });
});
