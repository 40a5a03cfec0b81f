import type { App } from "@slack/bolt";
import { describe, expect, test } from "vitest";
import type { Mode } from "./bolt-app.ts";
import { connected } from "./running.ts";

const button = (text: string, id: string): object => ({
  type: "button",
  text: { type: "plain_text", text },
  action_id: id,
  value: "v1",
});
const quiet = { unfurl_links: false, unfurl_media: false };

function answersMentions(app: App): void {
  app.event("app_mention", async ({ event, say }) => {
    await say({ text: "The deputy minister", thread_ts: event.thread_ts ?? event.ts, ...quiet });
  });
}

describe.each<Mode>(["socket", "http"])("over %s", (mode) => {
  test("a mention in a channel is answered in its thread", async () => {
    const slack = await connected(mode, answersMentions);
    const ann = slack.user("ann");
    const reply = await ann.mention("general", "who led the russian side?").reply();
    const [question] = slack.messages("general");
    expect([question?.text, reply.threadTs]).toEqual([
      `<@${slack.home.installation.botUserId}> who led the russian side?`,
      question?.ts,
    ]);
    const again = await ann.mention("general", "and theirs?", { thread: String(question?.ts) }).reply();
    expect(again.threadTs).toBe(question?.ts);
    expect(slack.violations).toEqual([]);
  });

  test("an event delivered twice arrives twice, with one event_id", async () => {
    const ids: string[] = [];
    const slack = await connected(mode, (app) =>
      app.event("app_mention", async ({ body }) => void ids.push(body.event_id)),
    );
    slack.deliverTwice();
    await slack.user("ann").mention("general", "hello").acknowledged;
    await expect.poll(() => ids.length).toBe(2);
    expect(ids[0]).toBe(ids[1]);
  });

  test("a direct message needs no mention, and the answer comes back to the app as its own", async () => {
    const heard: (string | undefined)[] = [];
    const slack = await connected(mode, (app) =>
      app.message(async ({ message, say }) => {
        heard.push("text" in message ? message.text : "");
        await say("In a direct message");
      }),
    );
    const ann = slack.user("ann");
    expect((await ann.dm("who led?").reply()).text).toBe("In a direct message");
    await expect.poll(() => slack.deliveries.length).toBe(2);
    expect(heard).toEqual(["who led?"]);
    expect(slack.violations).toEqual([]);
  });

  test("a button press updates the private message it stands on", async () => {
    const slack = await connected(mode, (app) => {
      app.command("/talks", async ({ ack, respond }) => {
        await ack();
        await respond({ text: "One", blocks: [{ type: "actions", elements: [button("Next", "next")] }] as never });
      });
      app.action("next", async ({ ack, respond, payload }) => {
        await ack();
        await respond({ text: `Two ${"value" in payload ? payload.value : ""}`, replace_original: true });
      });
    });
    const ann = slack.user("ann");
    const message = await ann.slash("/talks", "list").reply();
    const after = await ann.click(message, "Next").reply();
    expect([after, after.text, ann.sees("general").length]).toEqual([message, "Two v1", 1]);
    expect(() => slack.user("bob").click(message, "Next")).toThrow("bob does not see this message");
    expect([slack.violations, slack.warnings]).toEqual([[], []]);
  });

  test("a message shortcut carries the message and opens a view", async () => {
    const slack = await connected(mode, (app) =>
      app.shortcut("save_fact", async ({ ack, shortcut, client }) => {
        await ack();
        const text = "message" in shortcut ? (shortcut.message.text ?? "") : "";
        const blocks = [{ type: "section" as const, text: { type: "plain_text" as const, text } }];
        await client.views.open({
          trigger_id: shortcut.trigger_id,
          view: { type: "modal", title: { type: "plain_text", text: "Save as fact" }, blocks },
        });
      }),
    );
    const ann = slack.user("ann");
    const view = await ann.messageShortcut("save_fact", ann.say("They met in Istanbul")).view();
    expect(JSON.stringify(view.given["blocks"])).toContain("They met in Istanbul");
    expect(slack.violations).toEqual([]);
  });

  test("the Home tab is published when it is opened", async () => {
    const slack = await connected(mode, (app) =>
      app.event("app_home_opened", async ({ event, client }) => {
        const blocks = [{ type: "actions" as const, elements: [button("Search", "search")] }] as never;
        await client.views.publish({ user_id: event.user, view: { type: "home", blocks } });
      }),
    );
    const home = await slack.user("ann").openHome().view();
    expect([home.given["type"], home.open]).toEqual(["home", true]);
    expect(slack.violations).toEqual([]);
  });
});

describe("who may do what", () => {
  test("a guest, a deactivated person, a stranger", async () => {
    const slack = await connected("socket", answersMentions);
    const other = slack.workspace("Partner");
    const eve = other.user("eve");
    const shared = slack.channel("joint", { sharedWith: [other] });
    shared.members.add(eve.id);
    expect((await eve.mention(shared, "who led?").reply()).text).toBe("The deputy minister");
    const { payload } = slack.deliveries.at(-1) ?? {};
    expect(payload).toMatchObject({
      team_id: slack.home.id,
      is_ext_shared_channel: true,
      event: { user_team: other.id },
    });
    expect(() => eve.slash("/talks", "who-led", { channel: shared })).toThrow(
      "The app is not installed in this workspace",
    );
    const guest = slack.user("gus", { role: "single-channel guest", channels: ["joint"] });
    expect(() => guest.slash("/talks", "x")).toThrow("gus is not in #general");
    const gone = slack.user("dan", { deactivated: true });
    expect(() => gone.slash("/talks", "x")).toThrow("dan is deactivated and cannot sign in");
  });

  test("without the scope for an event, the app is not told", async () => {
    const slack = await connected("socket", answersMentions, { scopes: ["chat:write", "commands"] });
    await expect(slack.user("ann").mention("general", "who led?").reply()).rejects.toThrow(
      "Not delivered: the app lacks app_mentions:read",
    );
  });
});
