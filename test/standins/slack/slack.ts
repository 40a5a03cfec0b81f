import type { Server } from "node:http";
import type { Actor } from "./acting/actor.ts";
import { archive, removeApp, rename, revoke, uninstall } from "./administration.ts";
import type { SteppingClock } from "./clock.ts";
import { Dispatcher } from "./dispatcher.ts";
import { eventDelivery, untold } from "./events.ts";
import type { Faults } from "./faults.ts";
import { HttpDelivery } from "./http-delivery.ts";
import { USUAL_SCOPES } from "./options.ts";
import type { SlackOptions } from "./options.ts";
import { Platform } from "./platform.ts";
import type { Request } from "./platform.ts";
import type { RateLimits } from "./rate-limits.ts";
import { RequestAddress } from "./request-address.ts";
import { close, listen } from "./server.ts";
import { SocketMode } from "./socket-mode.ts";
import type { DisconnectReason } from "./socket-mode.ts";
import type { Channel, Message, UserGroup } from "./world.ts";
import { Workspace } from "./workspace.ts";
import type { ChannelOptions, UserOptions } from "./workspace.ts";

/**
 * A stand-in of Slack on loopback, to which the real Bolt app connects: Web API, Socket Mode, signed HTTP deliveries,
 * OAuth. It keeps the platform's rules and notes in `violations` whichever the app breaks. It starts with one workspace
 * (`home`) in which the app is installed and in `general`; deliveries go over Socket Mode until `deliverTo` names an
 * address.
 */
export class Slack {
  readonly home: Workspace;
  readonly #platform: Platform;
  readonly #dispatcher: Dispatcher;
  readonly #sockets: SocketMode;
  #http: HttpDelivery | undefined;
  #server: Server | undefined;

  private constructor(options: SlackOptions) {
    this.#platform = new Platform(options);
    this.#sockets = new SocketMode(this.#platform);
    this.#dispatcher = new Dispatcher(this.#platform, () => this.#http ?? this.#sockets);
    this.#platform.tellOfEvent = (teamId, event) => this.#tell(teamId, event);
    this.#platform.tellOfMessage = (channelId, event) => {
      const channel = this.#platform.world.channels.get(channelId);
      if (channel?.kind === "im") this.#tell(channel.teamId, event);
    };
    this.home = this.workspace("Talks HQ");
    this.home.install(options.scopes ?? USUAL_SCOPES);
  }

  static async start(options: SlackOptions = {}): Promise<Slack> {
    const slack = new Slack(options);
    slack.#server = await listen(slack.#platform, slack.#sockets);
    return slack;
  }

  #tell(teamId: string, event: Readonly<Record<string, unknown>>): void {
    const by = this.#platform.world.installation(teamId);
    if (by !== undefined && untold(this.#platform, by, event) === undefined)
      void this.#dispatcher.announce(eventDelivery(this.#platform, by, event));
  }

  /** The base address of the Web API: for `SLACK_API_URL` and Bolt's `clientOptions.slackApiUrl`. */
  get apiUrl(): string {
    return `${this.#platform.origin}/api/`;
  }

  /** For Bolt's `installerOptions.authorizationUrl`. */
  get authorizationUrl(): string {
    return `${this.#platform.origin}/oauth/v2/authorize`;
  }

  get botToken(): string {
    return this.home.installation.botToken;
  }

  get appToken(): string {
    return [...this.#platform.app.appTokens.keys()][0] ?? "";
  }

  /** The variables that point the product here; for HTTP it chooses its own PORT and `deliverTo` must name it. */
  environment(mode: "socket" | "http" | "oauth"): Record<string, string> {
    const { signingSecret, clientId, clientSecret } = this.#platform.app;
    const api = { SLACK_API_URL: this.apiUrl };
    if (mode === "socket") return { ...api, SLACK_BOT_TOKEN: this.botToken, SLACK_APP_TOKEN: this.appToken };
    if (mode === "http") return { ...api, SLACK_BOT_TOKEN: this.botToken, SLACK_SIGNING_SECRET: signingSecret };
    return {
      ...api,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_CLIENT_ID: clientId,
      SLACK_CLIENT_SECRET: clientSecret,
      SLACK_STATE_SECRET: "state",
    };
  }

  get app(): {
    readonly id: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly signingSecret: string;
  } {
    return this.#platform.app;
  }

  /** Issues another app-level token, with these scopes only. */
  issueAppToken(scopes: readonly string[]): string {
    const token = `xapp-1-${this.#platform.ids.next("T")}`;
    this.#platform.app.appTokens.set(token, new Set(scopes));
    return token;
  }

  /** Where a consent returns when the app names no redirect_uri. */
  set redirectUri(address: string) {
    this.#platform.redirectUri = address;
  }

  get violations(): readonly string[] {
    return this.#platform.violations;
  }

  get warnings(): readonly string[] {
    return this.#platform.warnings;
  }

  /** The last calls of the app, oldest first; the oldest are forgotten. */
  get requests(): readonly Request[] {
    return this.#platform.requests.all;
  }

  /** What was sent to the app, oldest first, redeliveries included. */
  get deliveries(): readonly { readonly name: string; readonly payload: Readonly<Record<string, unknown>> }[] {
    return this.#dispatcher.sent.all;
  }

  get clock(): SteppingClock {
    return this.#platform.clock;
  }

  get faults(): Faults {
    return this.#platform.faults;
  }

  get rateLimits(): RateLimits {
    return this.#platform.rates;
  }

  /** Another workspace, in which the app is not installed yet. `enterpriseId` puts it into an organisation. */
  workspace(name: string, enterpriseId?: string): Workspace {
    const domain = name.toLowerCase().replaceAll(/\W+/gu, "-");
    return new Workspace(this.#platform, this.#dispatcher, {
      id: this.#platform.ids.next("T"),
      name,
      domain,
      enterpriseId,
    });
  }

  user(name: string, options?: UserOptions): Actor {
    return this.home.user(name, options);
  }

  channel(name: string, options?: ChannelOptions): Channel {
    return this.home.channel(name, options);
  }

  group(handle: string, members: readonly Actor[]): UserGroup {
    return this.home.group(handle, members);
  }

  /** Every message of a channel, oldest first, ephemeral ones included, deleted ones not. */
  messages(channel: string | Channel): readonly Message[] {
    return (typeof channel === "string" ? this.channel(channel) : channel).messages.filter(
      (message) => !message.deleted,
    );
  }

  async archive(channel: Channel): Promise<void> {
    await archive(this.#platform, this.home, channel);
  }

  async rename(channel: Channel, name: string): Promise<void> {
    await rename(this.#platform, this.home, channel, name);
  }

  async removeApp(channel: Channel): Promise<void> {
    await removeApp(this.#platform, this.home, channel);
  }

  async revokeTokens(workspace: Workspace = this.home): Promise<void> {
    await revoke(this.#platform, workspace);
  }

  async uninstall(workspace: Workspace = this.home): Promise<void> {
    await uninstall(this.#platform, workspace);
  }

  /** From now on deliveries go here over signed HTTP: the app's whole address, `http://127.0.0.1:3000/slack/events`. */
  deliverTo(url: string): RequestAddress {
    this.#http = new HttpDelivery(this.#platform, url);
    return new RequestAddress(this.#platform, this.#http, url);
  }

  /** The next so many deliveries are sent twice at once. */
  deliverTwice(times = 1): void {
    this.#dispatcher.twice += times;
  }

  /** Open Socket Mode connections. */
  get connections(): number {
    return this.#sockets.connections;
  }

  /** Resolves when at least so many Socket Mode connections are open. */
  async connected(count = 1, timeout = 60_000): Promise<void> {
    await this.#platform.journal.until(
      () => this.connections >= count,
      timeout,
      () => `${this.connections} of ${count} connections`,
    );
  }

  /** Asks every connection to go, as Slack does when it recycles one. */
  disconnect(reason: DisconnectReason = "refresh_requested"): void {
    this.#sockets.disconnect(reason);
  }

  /** Cuts every Socket Mode connection without a word. */
  dropSockets(): void {
    this.#sockets.drop();
  }

  async stop(): Promise<void> {
    this.#sockets.stop();
    await this.#dispatcher.stop();
    if (this.#server !== undefined) await close(this.#server);
  }
}
