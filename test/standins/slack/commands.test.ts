import { describe, expect, test } from "vitest";
import type { Mode } from "./bolt-app.ts";
import { connected } from "./running.ts";
import type { Slack } from "./slack.ts";

describe.each<Mode>(["socket", "http"])("a slash command over %s", (mode) => {
  test("is acknowledged and answered privately by response_url", async () => {
    const here = await connected(mode, (app) =>
      app.command("/talks", async ({ ack, respond, command }) => {
        await ack();
        await respond({ text: `You asked: ${command.text}` });
      }),
    );
    const ann = here.user("ann");
    const bob = here.user("bob");
    const reply = await ann.slash("/talks", "who-led side:us").reply();
    expect(reply.text).toBe("You asked: who-led side:us");
    expect(ann.sees("general")).toContain(reply);
    expect(bob.sees("general")).not.toContain(reply);
    expect(here.violations).toEqual([]);
  });

  test("may be answered with the acknowledgement itself", async () => {
    const here = await connected(mode, (app) =>
      app.command("/talks", async ({ ack }) => ack({ text: "At once", response_type: "in_channel" })),
    );
    const reply = await here.user("ann").slash("/talks", "help").reply();
    expect(reply.text).toBe("At once");
    expect(here.user("bob").sees("general")).toContain(reply);
    expect(here.violations).toEqual([]);
  });

  test("acknowledged late shows the person operation_timeout, and counts", async () => {
    let late: Promise<unknown> = Promise.resolve();
    const here = await connected(
      mode,
      (app) =>
        app.command("/talks", async ({ ack, respond }) => {
          late = new Promise((resolve) => setTimeout(resolve, 400)).then(async () => ack()).catch(() => undefined);
          await late;
          await respond({ text: "Too late for the acknowledgement" });
        }),
      { acknowledgeWithin: 200 },
    );
    const gesture = here.user("ann").slash("/talks", "slow");
    await expect(gesture.reply()).rejects.toThrow("operation_timeout");
    expect((await gesture.reply({ patiently: true })).text).toBe("Too late for the acknowledgement");
    await late;
    expect(here.violations).toEqual(["/talks: not acknowledged within 200 ms"]);
  });

  test("works in a private channel the app is not in, where posting would not", async () => {
    const refusals: string[] = [];
    const here = await connected(mode, (app) =>
      app.command("/talks", async ({ ack, respond, client, command }) => {
        await ack();
        await client
          .apiCall("chat.postMessage", { channel: command.channel_id, text: "hello" })
          .catch((error: Error) => refusals.push(error.message));
        await respond({ text: "by response_url" });
      }),
    );
    const ann = here.user("ann");
    const secret = here.channel("secret", { kind: "private", members: ["ann"] });
    expect((await ann.slash("/talks", "who-led", { channel: secret }).reply()).text).toBe("by response_url");
    expect(refusals).toEqual(["An API error occurred: channel_not_found"]);
    expect(here.violations).toEqual([]);
  });

  test("is refused in a thread, as Slack refuses it", async () => {
    const here = await connected(mode, () => undefined);
    const ann = here.user("ann");
    const root = ann.say("Who led them?");
    expect(() => ann.slash("/talks", "who-led", { thread: root.ts })).toThrow(
      "/talks is not supported in threads. Sorry!",
    );
  });

  test("names people, channels and groups by id, and escapes the rest", async () => {
    let heard = "";
    const here = await connected(mode, (app) =>
      app.command("/talks", async ({ ack, command }) => {
        heard = command.text;
        await ack("ok");
      }),
    );
    const ann = here.user("ann");
    const group = here.group("desk", [ann]);
    await ann.slash("/talks", "roles @ann @desk #general <b> & @nobody").reply();
    expect(heard).toBe(
      `roles <@${ann.id}|ann> <!subteam^${group.id}|@desk> <#${here.channel("general").id}|general> &lt;b&gt; &amp; @nobody`,
    );
  });
});

describe("a response_url", () => {
  async function answering(times: number): Promise<{ here: Slack; statuses: number[] }> {
    const statuses: number[] = [];
    const here = await connected("http", (app) =>
      app.command("/talks", async ({ ack, respond }) => {
        await ack();
        for (let use = 1; use <= times; use += 1) {
          await respond({ text: `answer ${use}` }).then(
            () => statuses.push(200),
            (error: { statusCode?: number }) => statuses.push(error.statusCode ?? 0),
          );
        }
      }),
    );
    return { here, statuses };
  }

  test("takes five uses and no sixth", async () => {
    const { here, statuses } = await answering(6);
    const gesture = here.user("ann").slash("/talks", "x");
    await gesture.reply({ matching: (message) => message.text === "answer 5" });
    await expect.poll(() => statuses).toEqual([200, 200, 200, 200, 200, 404]);
    expect(gesture.replies()).toHaveLength(5);
    expect(here.violations).toEqual(["response_url: used_url {}"]);
  });

  test("replaces nothing that answered a command", async () => {
    const here = await connected("http", (app) =>
      app.command("/talks", async ({ ack, respond }) => {
        await ack("Looking …");
        await respond({ text: "Found", replace_original: true });
      }),
    );
    const ann = here.user("ann");
    await ann.slash("/talks", "x").reply({ matching: ({ text }) => text === "Found" });
    expect(
      ann
        .sees("general")
        .map(({ text }) => text)
        .toSorted(),
    ).toEqual(["Found", "Looking …"]);
    expect(here.warnings).toEqual(["response_url: replace_original where there is no message to replace"]);
  });

  test("is dead after thirty minutes", async () => {
    const { here, statuses } = await answering(0);
    await here.user("ann").slash("/talks", "x").acknowledged;
    const [delivery] = here.deliveries;
    here.clock.advance(30 * 60_000 + 1);
    const answered = await fetch(String(delivery?.payload["response_url"]), {
      method: "POST",
      body: JSON.stringify({ text: "late" }),
    });
    expect([answered.status, await answered.json()]).toEqual([404, { ok: false, error: "expired_url" }]);
    expect(statuses).toEqual([]);
    expect(here.messages("general")).toEqual([]);
  });
});
