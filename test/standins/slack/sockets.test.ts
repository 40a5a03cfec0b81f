import type { App } from "@slack/bolt";
import { WebSocket } from "ws";
import { describe, expect, test } from "vitest";
import { alone, call, connected } from "./running.ts";

function echoes(app: App): void {
  app.command("/talks", async ({ ack, command }) => ack(command.text));
}

describe("Socket Mode", () => {
  test.each(["refresh_requested", "warning"] as const)(
    "after a disconnect (%s) Bolt connects again and hears everything",
    async (reason) => {
      const slack = await connected("socket", echoes);
      slack.disconnect(reason);
      await expect.poll(() => slack.connections).toBe(0);
      await slack.connected();
      expect((await slack.user("ann").slash("/talks", "back").reply()).text).toBe("back");
      expect(slack.requests.filter(({ method }) => method === "apps.connections.open")).toHaveLength(2);
      expect(slack.violations).toEqual([]);
    },
  );

  test("with its sockets cut, a command fails as it would for a person, and works after the reconnect", async () => {
    const slack = await connected("socket", echoes);
    slack.dropSockets();
    await expect(slack.user("ann").slash("/talks", "lost").reply()).rejects.toThrow("dispatch_failed");
    await slack.connected();
    expect((await slack.user("ann").slash("/talks", "back").reply()).text).toBe("back");
    expect(slack.violations).toEqual([]);
  });

  test("an event that came between two connections is sent again over the next", async () => {
    const retries: (number | undefined)[] = [];
    const listen = (app: App): void =>
      app.event("app_mention", async ({ context }) => void retries.push(context.retryNum));
    const slack = await connected("socket", listen, { retryAfter: [0, 3000, 3000] });
    slack.dropSockets();
    await slack.user("ann").mention("general", "hello").acknowledged;
    expect(retries).toHaveLength(1);
    expect(retries[0]).toBeGreaterThan(1);
  });

  test("the eleventh connection is turned away, and an address serves once", async () => {
    const slack = await alone();
    const open = async (): Promise<string> =>
      String((await call(slack, "apps.connections.open", {}, slack.appToken))["url"]);
    const hello = async (url: string): Promise<[WebSocket, unknown]> => {
      const socket = new WebSocket(url);
      const said = await new Promise<unknown>((resolve) =>
        socket.once("message", (data: Buffer) => resolve(JSON.parse(data.toString()))),
      );
      return [socket, said];
    };
    const sockets: WebSocket[] = [];
    for (let number = 1; number <= 10; number += 1) {
      const [socket, said] = await hello(await open());
      sockets.push(socket);
      expect(said).toMatchObject({ type: "hello", num_connections: number });
    }
    const [extra, said] = await hello(await open());
    expect(said).toMatchObject({ type: "disconnect", reason: "too_many_websockets" });
    const url = await open();
    const again = await hello(url).then(
      () => "used",
      () => "refused",
    );
    const refused = new WebSocket(url);
    await new Promise((resolve) => refused.once("error", resolve));
    expect(again).toBe("used");
    for (const socket of [...sockets, extra, refused]) socket.terminate();
  });

  test("an envelope acknowledged twice, or never sent, counts", async () => {
    const slack = await alone();
    const socket = new WebSocket(String((await call(slack, "apps.connections.open", {}, slack.appToken))["url"]));
    socket.on("message", (data: Buffer) => {
      const { envelope_id: id } = JSON.parse(data.toString()) as { envelope_id?: string };
      if (id !== undefined) for (const one of [id, id, "invented"]) socket.send(JSON.stringify({ envelope_id: one }));
    });
    await slack.connected();
    await slack.user("ann").slash("/talks", "x").acknowledged;
    await expect.poll(() => slack.violations.length).toBe(2);
    expect(slack.violations[0]).toMatch(/^Socket Mode: envelope acknowledged twice: /u);
    expect(slack.violations[1]).toBe("Socket Mode: envelope unknown: invented");
    socket.terminate();
  });
});
