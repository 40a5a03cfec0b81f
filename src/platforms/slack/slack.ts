import type { MayPost } from "#core/digest/digests.ts";
import type { Address, Delivery, Posting } from "#core/reply/posting.ts";
import type { Server } from "node:http";
import { App, HTTPReceiver, SocketModeReceiver, type AuthorizeResult, type Receiver } from "@slack/bolt";
import { PlatformProblem, type Host, type Platform } from "#core/chat/platform.ts";
import { Stash } from "#core/chat/stash.ts";
import type { Reply } from "#core/reply/reply.ts";
import { acknowledgeFirst } from "./acknowledge.ts";
import type { SlackConfig } from "./config.ts";
import { Conversation } from "./conversation.ts";
import { DIALECT } from "./dialect.ts";
import { LIMITS } from "./limits.ts";
import { close, listen as listenOn, slackServer } from "./http.ts";
import { Installations, stateStore } from "./installations.ts";
import { listen } from "./listen.ts";
import { lineLogger } from "./logger.ts";
import { scopesOf } from "./manifest.ts";
import { PLATFORM } from "./request-context.ts";
import { Posts } from "./posts.ts";
import { isLasting, problemLine } from "./problem.ts";
import { Socket } from "./socket.ts";
import { clientOptions, newClient, type Client } from "./web.ts";

const STOP_MS = 9000;
const AGAIN_MS = 10_000;

/** Talks in Slack: by Socket Mode, by HTTP for one workspace, or for many over OAuth. */
export class Slack implements Platform {
  readonly name = PLATFORM;
  readonly limits = LIMITS;
  readonly dialect = DIALECT;
  readonly #config: SlackConfig;
  readonly #host: Host;
  readonly #conversation: Conversation;
  readonly #posts: Posts;
  readonly #installations: Installations | undefined;
  readonly #inFlight = new Set<Promise<void>>();
  readonly #clients = new Map<string, Client>();
  #socket: Socket | undefined;
  #server: Server | undefined;
  #again: NodeJS.Timeout | undefined;
  #stopping = false;
  readonly #logger = lineLogger((line) => this.#stopping || this.#host.log(line));

  constructor(config: SlackConfig, host: Host) {
    this.#config = config;
    this.#host = host;
    const stash = new Stash(host);
    this.#posts = new Posts((team) => this.#clientOf(team), stash, host.paint);
    this.#conversation = new Conversation(host, stash, this);
    this.#installations = config.mode === "oauth" ? new Installations(host) : undefined;
  }

  /** Where Slack calls, in the modes over HTTP; undefined in Socket Mode and before the start. */
  get port(): number | undefined {
    const address = this.#server?.address();
    return typeof address === "object" && address !== null ? address.port : undefined;
  }

  get connected(): boolean {
    return this.#socket?.connected ?? this.#server?.listening ?? false;
  }

  async start(): Promise<void> {
    try {
      await this.#connect();
    } catch (error) {
      const problem = problemLine(error, this.#config);
      if (error instanceof PlatformProblem) throw error;
      if (isLasting(error)) throw new PlatformProblem(problem, { cause: error });
      this.#host.log(problem);
      this.#tryAgain();
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#again);
    const closed = this.#server === undefined ? undefined : close(this.#server);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((resolve) => (timer = setTimeout(resolve, STOP_MS)));
    await Promise.race([Promise.allSettled([...this.#inFlight, closed]), late]);
    // The connection goes last: a form that was sent is acknowledged over it.
    await Promise.race([this.#socket?.stop(), late]);
    clearTimeout(timer);
    this.#server?.closeAllConnections();
  }

  post(to: Address, reply: Reply, key: string): Promise<Delivery> {
    return this.#posts.post(to, reply, key);
  }

  tell(workspace: string, user: string, reply: Reply, key: string): Promise<Delivery> {
    return this.#posts.tell(workspace, user, reply, key);
  }

  edit(posting: Posting, reply: Reply): Promise<Delivery> {
    return this.#posts.edit(posting, reply);
  }

  remove(posting: Posting): Promise<Delivery> {
    return this.#posts.remove(posting);
  }

  find(to: Address, key: string, since: Temporal.Instant): Promise<readonly Posting[] | undefined> {
    return this.#posts.find(to, key, since);
  }

  mayPost(to: Address): Promise<MayPost> {
    return this.#posts.mayPost(to);
  }

  async #connect(): Promise<void> {
    const config = this.#config;
    await this.#installations?.check();
    const who = config.mode === "oauth" ? undefined : await newClient(config.botToken, config.apiUrl).auth.test();
    // A workspace that took the app back while Talks was not running told nobody: its digests go on now.
    if (who?.team_id !== undefined) await this.#host.back(PLATFORM, [who.team_id]);
    const receiver = this.#receiver();
    const app = new App({
      receiver,
      // Over OAuth the receiver has its own way to each workspace's token.
      ...(config.mode === "oauth" ? {} : { authorize: async () => authorized(config.botToken, who) }),
      clientOptions: clientOptions(config.apiUrl),
      logger: this.#logger,
      tokenVerificationEnabled: false,
    });
    app.error(async (error) => this.#host.log(problemLine(error, config)));
    acknowledgeFirst(app, () => this.#stopping);
    listen(app, this.#conversation, (work) => this.#follow(work));
    app.event("app_uninstalled", async ({ body }) => this.#gone(body.team_id));
    app.event("tokens_revoked", async ({ body, event }) => {
      if ((event.tokens.bot ?? []).length > 0) await this.#gone(body.team_id);
    });
    if (receiver instanceof SocketModeReceiver) {
      const problem = (error: unknown): string => problemLine(error, config, { which: "SLACK_APP_TOKEN" });
      this.#socket = new Socket(receiver.client, (error) =>
        this.#host.log(error === undefined ? "Slack: connected again." : problem(error)),
      );
      await this.#socket.start().catch((error: unknown) => {
        throw isLasting(error) ? new PlatformProblem(problem(error), { cause: error }) : error;
      });
    } else if (receiver instanceof HTTPReceiver && config.mode !== "socket") {
      this.#server = slackServer(receiver.requestListener, () => this.#host.clock.now().epochMilliseconds);
      await listenOn(this.#server, config.port, config.host);
    }
    const where = config.mode === "socket" ? "Socket Mode" : `POST /slack/events on port ${this.port ?? config.port}`;
    const install = config.mode === "oauth" ? "; install at /slack/install" : ` in ${who?.team ?? "its workspace"}`;
    this.#host.log(`Slack: connected${install}, ${where}.`);
  }

  #receiver(): Receiver {
    const config = this.#config;
    if (config.mode === "socket") {
      const installerOptions = { clientOptions: clientOptions(config.apiUrl) };
      return new SocketModeReceiver({
        appToken: config.appToken,
        installerOptions,
        autoReconnectEnabled: false,
        logger: this.#logger,
      });
    }
    const http = {
      signingSecret: config.signingSecret,
      endpoints: "/slack/events",
      logger: this.#logger,
      bodyLimit: "1mb",
    };
    if (config.mode === "http" || this.#installations === undefined) return new HTTPReceiver(http);
    const { clientId, clientSecret, stateSecret, apiUrl } = config;
    const own = apiUrl === undefined ? {} : { authorizationUrl: new URL("/oauth/v2/authorize", apiUrl).href };
    return new HTTPReceiver({
      ...http,
      clientId,
      clientSecret,
      stateSecret,
      scopes: [...scopesOf(this.#host.site)],
      installationStore: this.#installations,
      installerOptions: {
        directInstall: true,
        stateStore: stateStore(this.#host),
        clientOptions: clientOptions(apiUrl),
        ...own,
      },
    });
  }

  async #clientOf(team: string): Promise<Client | undefined> {
    const config = this.#config;
    const token = config.mode === "oauth" ? await this.#installations?.botToken(team) : config.botToken;
    if (token === undefined) return undefined;
    const known = this.#clients.get(token);
    if (known !== undefined) return known;
    const client = newClient(token, config.apiUrl);
    this.#clients.set(token, client);
    return client;
  }

  /** The app was removed from a workspace: its tokens go, its desk stays. */
  async #gone(team: string): Promise<void> {
    const client = await this.#clientOf(team);
    const works = client?.auth.test().then(
      () => true,
      () => false,
    );
    // Slack repeats events, and in no order: this one may be about the installation before the present one.
    if ((await works) === true) return;
    await this.#installations?.deleteInstallation({
      teamId: team,
      enterpriseId: undefined,
      isEnterpriseInstall: false,
    });
    this.#clients.clear();
    await this.#host.left({ platform: PLATFORM, id: team });
  }

  #follow(work: Promise<void>): void {
    const followed = work
      .catch((error: unknown) =>
        this.#host.log(`Slack: an answer could not be sent: ${problemLine(error, this.#config, { again: false })}`),
      )
      .finally(() => this.#inFlight.delete(followed));
    this.#inFlight.add(followed);
  }

  #tryAgain(): void {
    if (this.#stopping) return;
    this.#again = setTimeout(() => {
      this.#connect().catch((error: unknown) => {
        this.#host.log(problemLine(error, this.#config));
        if (!isLasting(error)) this.#tryAgain();
      });
    }, AGAIN_MS);
  }
}

function authorized(
  botToken: string,
  who: { readonly bot_id?: string; readonly user_id?: string } | undefined,
): AuthorizeResult {
  return {
    botToken,
    ...(who?.bot_id === undefined ? {} : { botId: who.bot_id }),
    ...(who?.user_id === undefined ? {} : { botUserId: who.user_id }),
  };
}
