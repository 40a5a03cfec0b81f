import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { RequestAddress } from "./request-address.ts";
import type { Slack } from "./slack.ts";
import { connected } from "./running.ts";

const FORM = "application/x-www-form-urlencoded";

interface Listening {
  readonly slack: Slack;
  readonly address: RequestAddress;
  readonly heard: string[];
}

async function listening(retryAfter: readonly number[] = []): Promise<Listening> {
  const heard: string[] = [];
  const slack = await connected(
    "http",
    (app) => {
      app.command("/talks", async ({ ack, command }) => {
        heard.push(command.text);
        await ack("done");
      });
      app.event("app_mention", async ({ context }) => {
        heard.push(`mention ${context.retryNum ?? 0} ${context.retryReason ?? ""}`);
      });
    },
    { retryAfter },
  );
  const { address } = slack.running;
  if (address === undefined) throw new Error("HTTP mode has an address");
  return { slack, address, heard };
}

const body = "command=%2Ftalks&text=forged&team_id=T1&user_id=U1&channel_id=C1";

describe("what is sent to the request address", () => {
  test("a proper signature is taken, every other is refused and nothing is executed", async () => {
    const { slack, address, heard } = await listening();
    const now = Math.floor(Date.now() / 1000);
    const wrong = `v0=${createHmac("sha256", "wrong").update(`v0:${now}:${body}`).digest("hex")}`;
    const forge = async (headers: Record<string, string>, seconds = now): Promise<number> => {
      const answered = await address.forge({ body, contentType: FORM, seconds, headers });
      return answered.status;
    };
    expect(await forge({ "x-slack-signature": "" })).toBe(401);
    expect(await forge({ "x-slack-signature": wrong })).toBe(401);
    expect(await forge({ "x-slack-signature": "v1=00" })).toBe(401);
    expect(await forge({ "x-slack-request-timestamp": "" })).toBe(401);
    expect(await forge({}, now - 301)).toBe(401);
    expect(heard).toEqual([]);
    expect(await forge({})).toBe(200);
    expect(heard).toEqual(["forged"]);
    expect(slack.violations).toEqual([]);
  });

  test("the last request can be replayed byte for byte, or with one byte changed", async () => {
    const { slack, address, heard } = await listening();
    await slack.user("ann").slash("/talks", "once").reply();
    const request = address.last();
    expect((await address.raw({ ...request, body: request.body.replace("once", "twice") })).status).toBe(401);
    expect((await address.raw(request)).status).toBe(200);
    // Bolt itself runs a replay again: keeping it from a second effect is left to the app.
    expect(heard).toEqual(["once", "once"]);
  });

  test("malformed JSON, ssl_check and url_verification", async () => {
    const { address, heard } = await listening();
    expect((await address.forge({ body: "{not json" })).status).toBe(400);
    expect(await address.sslCheck()).toBe(200);
    expect(await address.verify()).toBe(true);
    expect(heard).toEqual([]);
  });
});

describe("an event that is not acknowledged", () => {
  test("is sent again up to three times, numbered, with the reason", async () => {
    const { slack, address, heard } = await listening([0, 10, 10]);
    const closed = slack.deliverTo(`${address.url}/nowhere`);
    const gesture = slack.user("ann").mention("general", "who led?");
    expect((await gesture.acknowledged).outcome).toBe("http_service_error");
    expect(closed.last().headers["x-slack-retry-num"]).toBe("3");
    expect(closed.last().headers["x-slack-retry-reason"]).toBe("http_error");
    expect(slack.deliveries.length).toBe(4);
    expect(heard).toEqual([]);
  });

  test("reaches the app when it is back, marked as a retry", async () => {
    const { slack, address, heard } = await listening([0, 200, 200]);
    slack.deliverTo("http://127.0.0.1:9/slack/events");
    const gesture = slack.user("ann").mention("general", "who led?");
    await expect.poll(() => slack.deliveries.length).toBe(2);
    slack.deliverTo(address.url);
    expect((await gesture.acknowledged).outcome).toBe("acknowledged");
    expect(heard).toEqual(["mention 2 connection_failed"]);
  });
});
