import { WebClient } from "@slack/web-api";
import { describe, expect, test } from "vitest";
import { silent } from "./bolt-app.ts";
import { alone, call } from "./running.ts";

const quiet = { unfurl_links: false, unfurl_media: false };

describe("tokens and scopes", () => {
  test("every wrong token is refused with its own code", async () => {
    const slack = await alone();
    const partner = slack.workspace("Partner");
    const ours = slack.botToken;
    const theirs = partner.install(["chat:write"]).botToken;
    const error = async (token: string, method = "auth.test"): Promise<unknown> =>
      (await call(slack, method, {}, token))["error"];
    expect(await error("")).toBe("not_authed");
    expect(await error("xoxb-invented")).toBe("invalid_auth");
    expect(await error(slack.appToken)).toBe("not_allowed_token_type");
    expect(await error(slack.botToken, "apps.connections.open")).toBe("not_allowed_token_type");
    expect(await error(theirs)).toBeUndefined();
    await slack.uninstall(partner);
    expect(await error(theirs)).toBe("account_inactive");
    await slack.revokeTokens();
    expect(await error(ours)).toBe("token_revoked");
  });

  test("a missing scope is named beside those there are", async () => {
    const slack = await alone({ scopes: ["chat:write", "commands"] });
    const ann = slack.user("ann");
    expect(await call(slack, "users.info", { user: ann.id })).toMatchObject({
      error: "missing_scope",
      needed: "users:read",
      provided: "chat:write,commands",
    });
    expect(slack.violations).toHaveLength(1);
  });
});

describe("posting", () => {
  test("where the app may not post, Slack says why, and nothing appears", async () => {
    const slack = await alone();
    slack.user("ann");
    const post = async (channel: string): Promise<unknown> =>
      (await call(slack, "chat.postMessage", { channel, text: "x" }))["error"];
    expect(await post(slack.channel("elsewhere", { app: false }).id)).toBe("not_in_channel");
    expect(await post(slack.channel("old", { archived: true }).id)).toBe("is_archived");
    expect(await post(slack.channel("secret", { kind: "private" }).id)).toBe("channel_not_found");
    expect(await post("C404")).toBe("channel_not_found");
    expect(slack.violations).toEqual([]);
  });

  test("metadata is kept, and found again in the history", async () => {
    const slack = await alone();
    const channel = slack.channel("general").id;
    const metadata = { event_type: "talks_digest", event_payload: { key: "d1/2026-01-01" } };
    const posted: string[] = [];
    for (let number = 1; number <= 5; number += 1) {
      const { ts } = await call(slack, "chat.postMessage", {
        channel,
        text: `digest ${number}`,
        ...(number === 3 ? { metadata } : {}),
      });
      posted.push(String(ts));
    }
    const client = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, logger: silent });
    const read = await client.conversations.history({
      channel,
      include_all_metadata: true,
      oldest: posted[1] ?? "",
      inclusive: true,
      limit: 2,
    });
    expect([read.messages?.map(({ text }) => text), read.has_more]).toEqual([["digest 5", "digest 4"], true]);
    const rest = await client.conversations.history({
      channel,
      include_all_metadata: true,
      oldest: posted[1] ?? "",
      inclusive: true,
      limit: 2,
      cursor: read.response_metadata?.next_cursor ?? "",
    });
    expect([rest.messages?.map(({ text }) => text), rest.has_more, rest.messages?.[0]?.metadata]).toEqual([
      ["digest 3", "digest 2"],
      false,
      metadata,
    ]);
    const blind = await client.conversations.history({ channel });
    expect(blind.messages?.some((message) => message.metadata !== undefined)).toBe(false);
    expect(slack.violations).toEqual([]);
  });

  test("what would notify or unfurl is seen, whatever the app thinks it escaped", async () => {
    const slack = await alone();
    const channel = slack.channel("general").id;
    const escaped = "&lt;!channel&gt; &lt;@U1&gt; @channel #general";
    await call(slack, "chat.postMessage", {
      channel,
      text: escaped,
      blocks: [{ type: "section", text: { type: "mrkdwn", text: escaped, verbatim: true } }],
    });
    await call(slack, "chat.postMessage", {
      channel,
      text: "<!here> <@U1> <!subteam^S1> <#C1> <https://example.org|source>",
      ...quiet,
    });
    await call(slack, "chat.postMessage", { channel, text: "see https://example.org/a" });
    const [none, all, bare] = slack.messages("general");
    expect([none?.pings, none?.links]).toEqual([[], []]);
    expect([all?.pings, all?.links]).toEqual([
      ["here", "user:U1", "group:S1"],
      ["channel:C1", "https://example.org"],
    ]);
    expect(bare?.links).toEqual(["https://example.org/a"]);
    expect(slack.violations).toEqual([
      "chat.postMessage: a message with a link and without unfurl_links and unfurl_media false",
    ]);
  });

  test("only the app's own messages can be changed or deleted", async () => {
    const slack = await alone();
    const hers = slack.user("ann").say("mine");
    const channel = slack.channel("general").id;
    const { ts } = await call(slack, "chat.postMessage", { channel, text: "was A" });
    expect((await call(slack, "chat.update", { channel, ts, text: "now B" }))["ok"]).toBe(true);
    expect((await call(slack, "chat.update", { channel, ts: hers.ts, text: "no" }))["error"]).toBe(
      "cant_update_message",
    );
    expect((await call(slack, "chat.delete", { channel, ts: "1.000001" }))["error"]).toBe("message_not_found");
    expect(slack.messages("general").map(({ text }) => text)).toEqual(["mine", "now B"]);
  });
});

describe("faults on demand", () => {
  test.each([
    ["before", 0],
    ["after", 1],
  ] as const)("a 503 or a hang-up %s the deed leaves %i messages", async (when, left) => {
    const slack = await alone();
    const client = new WebClient(slack.botToken, {
      slackApiUrl: slack.apiUrl,
      logger: silent,
      retryConfig: { retries: 0 },
    });
    const channel = slack.channel("general").id;
    for (const fault of [
      { when, status: 503 },
      { when, hangUp: true },
    ]) {
      slack.faults.next("chat.postMessage", fault);
      await expect(client.apiCall("chat.postMessage", { channel, text: "x" })).rejects.toThrow(/503|fetch failed/u);
    }
    expect(slack.messages("general")).toHaveLength(left * 2);
    expect((await client.apiCall("chat.postMessage", { channel, text: "x" })).ok).toBe(true);
  });

  test("Bolt's client, left to its defaults, posts twice when the answer is lost", async () => {
    const slack = await alone();
    const client = new WebClient(slack.botToken, {
      slackApiUrl: slack.apiUrl,
      logger: silent,
      retryConfig: { retries: 2, minTimeout: 1 },
    });
    slack.faults.next("chat.postMessage", { when: "after", hangUp: true });
    await client.apiCall("chat.postMessage", { channel: slack.channel("general").id, text: "x" });
    expect(slack.messages("general")).toHaveLength(2);
  });

  test("rate limits: a burst, then 429 with Retry-After, then room again", async () => {
    const slack = await alone({ rateLimits: true });
    const channel = slack.channel("general").id;
    const post = async (): Promise<Record<string, unknown>> => call(slack, "chat.postMessage", { channel, text: "x" });
    const statuses: unknown[] = [];
    for (let number = 0; number < 4; number += 1) statuses.push((await post())["status"]);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect(await post()).toMatchObject({ error: "ratelimited", retryAfter: "1" });
    slack.clock.advance(1000);
    expect((await post())["status"]).toBe(200);
    expect(slack.violations).toEqual([]);
  });
});
