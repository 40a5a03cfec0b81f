import type { App } from "@slack/bolt";
import type { ModalView } from "@slack/web-api";
import { describe, expect, test } from "vitest";
import type { Mode } from "./bolt-app.ts";
import { call, connected } from "./running.ts";

function form(blocks: ModalView["blocks"], title = "Add a fact"): ModalView {
  const plain = (text: string): { type: "plain_text"; text: string } => ({ type: "plain_text", text });
  return { type: "modal", callback_id: "fact", title: plain(title), submit: plain("Save"), blocks };
}

const statement = {
  type: "input" as const,
  block_id: "statement",
  label: { type: "plain_text" as const, text: "Statement" },
  element: { type: "plain_text_input" as const, action_id: "text", max_length: 300 },
};

const side = {
  type: "input" as const,
  block_id: "side",
  optional: true,
  label: { type: "plain_text" as const, text: "Side" },
  element: { type: "external_select" as const, action_id: "pick", min_query_length: 0 },
};

function opensForm(app: App): void {
  app.command("/talks", async ({ ack, client, command }) => {
    await ack();
    await client.views.open({ trigger_id: command.trigger_id, view: form([statement, side]) });
  });
  app.options("pick", async ({ ack, payload }) => {
    const all = ["Russian side", "American side"].filter((one) =>
      one.toLowerCase().includes(payload.value.toLowerCase()),
    );
    await ack({ options: all.map((one) => ({ text: { type: "plain_text", text: one }, value: one.slice(0, 3) })) });
  });
}

describe.each<Mode>(["socket", "http"])("a form over %s", (mode) => {
  test("opens, takes what is typed, and closes", async () => {
    const heard: unknown[] = [];
    const slack = await connected(mode, (app) => {
      opensForm(app);
      app.view("fact", async ({ ack, view }) => {
        heard.push(
          view.state.values["statement"]?.["text"]?.value,
          view.state.values["side"]?.["pick"]?.selected_option?.value,
        );
        await ack();
      });
    });
    const ann = slack.user("ann");
    const view = await ann.slash("/talks", "facts add").view();
    const outcome = await ann.submit(view, { Statement: "They met", Side: "Russian side" }).outcome();
    expect([outcome.end, view.open, heard]).toEqual(["closed", false, ["They met", "Rus"]]);
    expect(slack.violations).toEqual([]);
  });

  test("shows an error under its field and keeps what was typed", async () => {
    const slack = await connected(mode, (app) => {
      opensForm(app);
      app.view("fact", async ({ ack }) => ack({ response_action: "errors", errors: { statement: "Give a source" } }));
    });
    const ann = slack.user("ann");
    const view = await ann.slash("/talks", "facts add").view();
    expect(await ann.submit(view, { Statement: "They met" }).outcome()).toEqual({
      end: "errors",
      errors: { statement: "Give a source" },
    });
    expect([view.open, view.errors, view.values["statement"]?.["text"]?.["value"]]).toEqual([
      true,
      { statement: "Give a source" },
      "They met",
    ]);
    expect(slack.violations).toEqual([]);
  });

  test("is not sent at all while a required field is empty", async () => {
    const slack = await connected(mode, opensForm);
    const ann = slack.user("ann");
    const view = await ann.slash("/talks", "facts add").view();
    expect(await ann.submit(view).outcome()).toEqual({
      end: "stopped by the client",
      errors: { statement: "Please complete this required field." },
    });
    expect(slack.deliveries.map(({ name }) => name)).toEqual(["/talks"]);
  });

  test("may push a second view, which goes back to the first", async () => {
    const slack = await connected(mode, (app) => {
      opensForm(app);
      app.view("fact", async ({ ack }) => ack({ response_action: "push", view: form([statement], "Its source") }));
    });
    const ann = slack.user("ann");
    const first = await ann.slash("/talks", "facts add").view();
    const outcome = await ann.submit(first, { Statement: "They met" }).outcome();
    const second = outcome.end === "pushed" ? outcome.view : undefined;
    expect([second?.previousId, first.open]).toEqual([first.id, true]);
    expect(() => ann.submit(first, {})).toThrow("Another view lies on top of this one");
    expect(slack.violations).toEqual([]);
  });
});

describe("a form with a channel picker", () => {
  test("starts at the channel it came from, and gives a response_url into the chosen one", async () => {
    const picker = {
      type: "input" as const,
      block_id: "where",
      label: { type: "plain_text" as const, text: "Channel" },
      element: {
        type: "conversations_select" as const,
        action_id: "to",
        default_to_current_conversation: true,
        response_url_enabled: true,
      },
    };
    const chosen: unknown[] = [];
    const slack = await connected("socket", (app) => {
      app.command("/talks", async ({ ack, client, command }) => {
        await ack();
        await client.views.open({ trigger_id: command.trigger_id, view: form([picker]) });
      });
      app.view("fact", async ({ ack, view, respond }) => {
        await ack();
        chosen.push(view.state.values["where"]?.["to"]?.selected_conversation);
        await respond({ text: "Subscribed", response_type: "in_channel" });
      });
    });
    const ann = slack.user("ann");
    const news = slack.channel("news");
    const first = await ann.slash("/talks", "x", { channel: news }).view();
    expect(first.values["where"]?.["to"]?.["selected_conversation"]).toBe(news.id);
    await ann.submit(first, { Channel: "#general" }).outcome();
    await expect.poll(() => slack.messages("general").map(({ text }) => text)).toEqual(["Subscribed"]);
    expect([chosen, slack.violations]).toEqual([[slack.channel("general").id], []]);
  });
});

describe("what a form must not do", () => {
  test("errors for a block that is no input", async () => {
    const slack = await connected("socket", (app) => {
      opensForm(app);
      app.view("fact", async ({ ack }) => ack({ response_action: "errors", errors: { nowhere: "?" } }));
    });
    const ann = slack.user("ann");
    await ann.submit(await ann.slash("/talks", "x").view(), { Statement: "They met" }).outcome();
    expect(slack.violations).toEqual(["view_submission: errors for what is no input block: nowhere"]);
  });

  test("use a trigger twice, or after three seconds, or an invented one", async () => {
    const slack = await connected("http", (app) => app.command("/talks", async ({ ack }) => ack()));
    const ann = slack.user("ann");
    const view = form([statement]);
    const trigger = async (): Promise<string> => {
      await ann.slash("/talks", "x").acknowledged;
      return String(slack.deliveries.at(-1)?.payload["trigger_id"]);
    };
    const once = await trigger();
    expect((await call(slack, "views.open", { trigger_id: once, view }))["ok"]).toBe(true);
    expect((await call(slack, "views.open", { trigger_id: once, view }))["error"]).toBe("exchanged_trigger_id");
    const old = await trigger();
    slack.clock.advance(3001);
    expect((await call(slack, "views.open", { trigger_id: old, view }))["error"]).toBe("expired_trigger_id");
    expect((await call(slack, "views.open", { trigger_id: "1.T1.Ix9", view }))["error"]).toBe("invalid_trigger_id");
    expect(slack.violations).toEqual([
      "views.open: exchanged_trigger_id",
      "views.open: expired_trigger_id",
      "views.open: invalid_trigger_id",
    ]);
  });

  test("stack a fourth view, or overwrite one that changed meanwhile", async () => {
    const slack = await connected("socket", (app) => {
      opensForm(app);
      app.view("fact", async ({ ack }) => ack({ response_action: "push", view: form([statement], "Deeper") }));
    });
    const ann = slack.user("ann");
    let view = await ann.slash("/talks", "x").view();
    const [root, hash] = [view, view.hash];
    for (let depth = 2; depth <= 3; depth += 1) {
      const outcome = await ann.submit(view, { Statement: "deeper" }).outcome();
      if (outcome.end === "pushed") view = outcome.view;
    }
    expect((await ann.submit(view, { Statement: "too deep" }).outcome()).end).toBe("trouble");
    expect((await call(slack, "views.update", { view_id: root.id, hash, view: form([statement]) }))["ok"]).toBe(true);
    expect((await call(slack, "views.update", { view_id: root.id, hash, view: form([statement]) }))["error"]).toBe(
      "hash_conflict",
    );
    expect(slack.violations).toEqual(["view_submission: push_limit_reached {}"]);
  });
});
