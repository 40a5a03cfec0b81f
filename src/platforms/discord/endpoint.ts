import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { KeyObject } from "node:crypto";
import { InteractionResponseType, InteractionType } from "discord.js";
import { PlatformProblem } from "#core/chat/platform.ts";
import type { Clock } from "#core/request/clock.ts";
import type { EndpointConfig } from "./config.ts";
import { isSigned, readPublicKey } from "./signature.ts";
import { bytesOf } from "#core/text/bytes.ts";

/** Where Discord posts interactions. */
export const PATH = "/discord/interactions";

const BODY_MAX = 1_000_000;
const SLOW_MS = 10_000;
// How often Node looks for requests that are too slow.
const LOOK_MS = 1000;

/** An interaction as Discord sends it, no more than looked at. */
export type RawInteraction = Readonly<Record<string, unknown>> & { readonly type: InteractionType };

/**
 * What Discord calls instead of speaking over its gateway
 * (docs.discord.com/developers/interactions/overview#setting-up-an-endpoint): a request that it did not sign is 401,
 * its PING is answered, and an interaction is taken with 202: its answer goes by the callback, as over the gateway.
 */
export class Endpoint {
  readonly #key: KeyObject;
  readonly #clock: Clock;
  readonly #config: EndpointConfig;
  readonly #take: (interaction: RawInteraction) => boolean;
  readonly #server: Server;

  /** `take` says whether it takes it; where not, Discord is told 503. */
  constructor(config: EndpointConfig, clock: Clock, take: (interaction: RawInteraction) => boolean) {
    this.#key = readPublicKey(config.publicKey);
    this.#clock = clock;
    this.#config = config;
    this.#take = take;
    const slow = { requestTimeout: SLOW_MS, headersTimeout: SLOW_MS, connectionsCheckingInterval: LOOK_MS };
    this.#server = createServer(slow, (request, response) => {
      // A connection that was cut while its body came has nobody to answer.
      this.#answer(request, response).catch(() => response.destroy());
    });
  }

  /** Where it listens. @throws PlatformProblem where the port is taken or may not be used */
  async listen(): Promise<string> {
    const { host } = this.#config;
    await this.#bind();
    return `http://${host.includes(":") ? `[${host}]` : host}:${this.port}${PATH}`;
  }

  #bind(): Promise<void> {
    const { host, port } = this.#config;
    return new Promise((resolve, reject) => {
      const failed = ({ message }: Error): void =>
        reject(new PlatformProblem(`Discord: it cannot be called (${message}). Set another DISCORD_HTTP.`));
      this.#server.once("error", failed);
      this.#server.listen(port, host, () => {
        this.#server.off("error", failed);
        resolve();
      });
    });
  }

  get listening(): boolean {
    return this.#server.listening;
  }

  /** The port that it listens on. */
  get port(): number {
    const held = this.#server.address();
    return typeof held === "object" && held !== null ? held.port : this.#config.port;
  }

  close(): Promise<void> {
    if (!this.#server.listening) return Promise.resolve();
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeIdleConnections();
    });
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const end = (status: number, words = ""): void => {
      const type = words.startsWith("{") ? "application/json" : "text/plain; charset=utf-8";
      response.writeHead(status, words === "" ? {} : { "content-type": type }).end(words);
    };
    if ((request.url ?? "").split("?")[0] !== PATH) return end(404, `Not here. Discord calls ${PATH}.`);
    if (request.method !== "POST") return end(405, "POST only.");
    const body = await bytesOf(request.iterator({ destroyOnReturn: false }), BODY_MAX);
    if (body === undefined) {
      response.setHeader("connection", "close");
      return end(413, "Too long.");
    }
    const signed = {
      signature: one(request.headers["x-signature-ed25519"]),
      timestamp: one(request.headers["x-signature-timestamp"]),
      body,
    };
    if (!isSigned(signed, this.#key, this.#clock.now().epochMilliseconds)) return end(401, "Not signed by Discord.");
    const interaction = parsed(body);
    if (interaction === undefined) return end(400, "No interaction.");
    if (interaction.type === InteractionType.Ping)
      return end(200, JSON.stringify({ type: InteractionResponseType.Pong }));
    end(this.#take(interaction) ? 202 : 503);
  }
}

function parsed(body: Uint8Array): RawInteraction | undefined {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    return undefined;
  }
  return isInteraction(value) ? value : undefined;
}

function isInteraction(value: unknown): value is RawInteraction {
  return (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    typeof value.type === "number" &&
    value.type in InteractionType
  );
}

function one(header: string | readonly string[] | undefined): string {
  return typeof header === "string" ? header : "";
}
