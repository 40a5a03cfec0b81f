import type { App } from "@slack/bolt";
import { describe, expect, test } from "vitest";
import { call, connected } from "./running.ts";

describe("what happens to the app in a workspace", () => {
  test("a channel is archived, renamed, and the app is removed from another", async () => {
    const told: string[] = [];
    const listen = (app: App): void => app.event(/.*/u, async ({ event }) => void told.push(event.type));
    const slack = await connected("socket", listen);
    slack.user("ann");
    const old = slack.channel("old");
    await slack.rename(old, "older");
    await slack.archive(old);
    const left = slack.channel("left");
    await slack.removeApp(left);
    await expect.poll(() => told).toEqual(["channel_rename", "channel_archive", "member_left_channel", "channel_left"]);
    expect((await call(slack, "chat.postMessage", { channel: old.id, text: "x" }))["error"]).toBe("is_archived");
    expect((await call(slack, "chat.postMessage", { channel: left.id, text: "x" }))["error"]).toBe("not_in_channel");
    expect(slack.violations).toEqual([]);
  });

  test("an organisation-wide installation serves each of its workspaces", async () => {
    const heard: unknown[] = [];
    const slack = await connected("socket", (app) =>
      app.command("/talks", async ({ ack, body, context }) => {
        heard.push(body.team_id, body.enterprise_id, context.isEnterpriseInstall);
        await ack();
      }),
    );
    const first = slack.workspace("First", "E1");
    const wide = first.install(["commands", "chat:write"], true);
    const second = slack.workspace("Second", "E1");
    await second.user("zoe").slash("/talks", "help").acknowledged;
    expect(heard).toEqual([second.id, "E1", true]);
    const post = await call(
      slack,
      "chat.postMessage",
      { channel: second.channel("general").id, text: "x" },
      wide.botToken,
    );
    expect(post["ok"]).toBe(true);
  });
});

describe("a person at a view", () => {
  const plain = (text: string): { type: "plain_text"; text: string } => ({ type: "plain_text", text });
  const menu = {
    type: "static_select" as const,
    action_id: "slot",
    options: ["led", "venue"].map((one) => ({ text: plain(one), value: one })),
  };

  function opens(app: App): void {
    app.shortcut("browse", async ({ ack, shortcut, client }) => {
      await ack();
      const blocks = [{ type: "section" as const, block_id: "which", text: plain("Which slot?"), accessory: menu }];
      const view = {
        type: "modal" as const,
        callback_id: "browse",
        notify_on_close: true,
        title: plain("Browse"),
        blocks,
      };
      await client.views.open({ trigger_id: shortcut.trigger_id, view });
    });
  }

  test("picks in a menu, which updates the view; closing it is told", async () => {
    const closed: boolean[] = [];
    const slack = await connected("http", (app) => {
      opens(app);
      app.action("slot", async ({ ack, body, client }) => {
        await ack();
        if (body.type !== "block_actions" || body.view === undefined) return;
        const chosen = body.view.state.values["which"]?.["slot"]?.selected_option?.value ?? "";
        const blocks = [{ type: "section" as const, text: plain(`Chosen: ${chosen}`) }];
        await client.views.update({
          view_id: body.view.id,
          hash: body.view.hash,
          view: { type: "modal", notify_on_close: true, callback_id: "browse", title: plain("Browse"), blocks },
        });
      });
      app.view({ callback_id: "browse", type: "view_closed" }, async ({ ack, body }) => {
        closed.push("is_cleared" in body);
        await ack();
      });
    });
    const ann = slack.user("ann");
    const view = await ann.shortcut("browse").view();
    await ann.choose(view, "slot", "venue").view();
    expect(JSON.stringify(view.given["blocks"])).toContain("Chosen: venue");
    await ann.close(view);
    expect([view.open, closed]).toEqual([false, [true]]);
    expect(() => ann.click(view, "slot")).toThrow("This view is not on the screen");
    expect(slack.violations).toEqual([]);
  });

  test("is offered at most a hundred suggestions, each within its limits", async () => {
    let count = 100;
    const slack = await connected("socket", (app) => {
      app.command("/talks", async ({ ack }) =>
        ack({
          text: "Pick",
          blocks: [
            { type: "actions", elements: [{ type: "external_select", action_id: "find", placeholder: plain("Find") }] },
          ],
        }),
      );
      app.options("find", async ({ ack }) =>
        ack({
          options: Array.from({ length: count }, (_, index) => ({ text: plain(`o${index}`), value: `${index}` })),
        }),
      );
    });
    const ann = slack.user("ann");
    const message = await ann.slash("/talks", "x").reply();
    expect(await ann.suggest(message, "Find", "o")).toHaveLength(100);
    expect(slack.violations).toEqual([]);
    count = 101;
    await ann.suggest(message, "Find", "o");
    expect(slack.violations).toEqual([
      "block_suggestion: no more than 100 items allowed, there are 101 [json-pointer:/options]",
    ]);
  });
});

describe("five hundred commands at once", () => {
  test.each(["socket", "http"] as const)("over %s all get their own answer", async (mode) => {
    const answering = (app: App): void =>
      app.command("/talks", async ({ ack, respond, command }) => {
        await ack();
        await respond({ text: `about ${command.text}` });
      });
    // The deadline and the patience are for one at a time.
    const slack = await connected(mode, answering, { acknowledgeWithin: 150_000 });
    const ann = slack.user("ann");
    const asked = Array.from({ length: 500 }, (_, index) => String(index));
    const replies = await Promise.all(asked.map(async (text) => ann.slash("/talks", text).reply({ timeout: 150_000 })));
    expect(replies.map(({ text }) => text)).toEqual(asked.map((text) => `about ${text}`));
    expect(slack.violations).toEqual([]);
  });
});
