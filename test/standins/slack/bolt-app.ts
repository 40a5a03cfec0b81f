import type { AddressInfo } from "node:net";
import { App, LogLevel, SocketModeReceiver } from "@slack/bolt";
import type { RequestAddress } from "./request-address.ts";
import type { Slack } from "./slack.ts";

export type Mode = "socket" | "http";

export const silent = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

export interface Running {
  readonly app: App;
  /** In HTTP mode, the address Slack delivers to. */
  readonly address: RequestAddress | undefined;
  stop(): Promise<void>;
}

async function prepare(app: App, listen: (app: App) => void): Promise<void> {
  await app.init();
  app.error(async () => undefined);
  listen(app);
}

/** The real Bolt app against the stand-in, in either mode, with its retries off so that every fault shows. */
export async function bolt(slack: Slack, mode: Mode, listen: (app: App) => void): Promise<Running> {
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  const common = { token: slack.botToken, clientOptions, logger: silent, deferInitialization: true };
  if (mode === "socket") {
    const { appToken } = slack;
    // Bolt waits this long for a pong, and before it reconnects: its five seconds would make the tests slow, half a
    // second a busy machine red.
    const receiver = new SocketModeReceiver({
      appToken,
      clientPingTimeout: 2000,
      logger: silent,
      installerOptions: { clientOptions },
    });
    const app = new App({ ...common, socketMode: true, receiver });
    await prepare(app, listen);
    await app.start();
    await slack.connected();
    return { app, address: undefined, stop: async () => void (await app.stop()) };
  }
  const app = new App({ ...common, signingSecret: slack.app.signingSecret });
  await prepare(app, listen);
  const server: unknown = await app.start({ port: 0, host: "127.0.0.1" });
  const { port } = (server as { address(): AddressInfo }).address();
  return {
    app,
    address: slack.deliverTo(`http://127.0.0.1:${port}/slack/events`),
    stop: async () => void (await app.stop()),
  };
}
