import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocket, WebSocketServer } from "ws";
import type { Carried, Delivery, Retry, Transport } from "./delivery.ts";
import { fields, parsed, words } from "./json.ts";
import type { Platform } from "./platform.ts";

/** docs.slack.dev/apis/events-api/using-socket-mode: up to 10 open connections per app. */
const CONNECTIONS = 10;

/** Slack pings each connection; the interval is ours, well within the client's patience of 30 seconds. */
const PING_EVERY = 10_000;

/** How many envelopes are remembered, answered or not. */
const REMEMBERED = 5000;

export type DisconnectReason = "warning" | "refresh_requested" | "link_disabled" | "too_many_websockets";

interface Waiting {
  readonly socket: WebSocket;
  readonly settle: (carried: Carried) => void;
}

/** The WebSocket side: hello, envelopes in turn over the open connections, acknowledgements, disconnects. */
export class SocketMode implements Transport {
  readonly #platform: Platform;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #open: WebSocket[] = [];
  readonly #waiting = new Map<string, Waiting>();
  readonly #done = new Set<string>();
  readonly #pings: NodeJS.Timeout;
  #turn = 0;

  constructor(platform: Platform) {
    this.#platform = platform;
    this.#pings = setInterval(() => this.#open.forEach((socket) => socket.ping()), PING_EVERY);
    this.#pings.unref();
  }

  get connections(): number {
    return this.#open.length;
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? "/", "http://stand-in").searchParams.get("ticket") ?? "";
    if (!this.#platform.tickets.delete(ticket)) {
      socket.destroy();
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#welcome(opened));
  }

  #welcome(socket: WebSocket): void {
    socket.on("error", () => socket.terminate());
    if (this.#open.length >= CONNECTIONS) {
      this.#say(socket, { type: "disconnect", reason: "too_many_websockets", debug_info: { host: "stand-in" } });
      socket.close();
      return;
    }
    this.#open.push(socket);
    socket.on("message", (data: Buffer) => this.#heard(data.toString()));
    socket.on("close", () => this.#gone(socket));
    this.#say(socket, {
      type: "hello",
      num_connections: this.#open.length,
      debug_info: { host: "stand-in", build_number: 1, approximate_connection_time: 18_060 },
      connection_info: { app_id: this.#platform.app.id },
    });
    this.#platform.journal.stir();
  }

  #say(socket: WebSocket, what: object): void {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(what));
  }

  #gone(socket: WebSocket): void {
    const at = this.#open.indexOf(socket);
    if (at !== -1) this.#open.splice(at, 1);
    for (const [id, waiting] of this.#waiting) {
      if (waiting.socket === socket) this.#settle(id, { end: "unreachable" });
    }
    this.#platform.journal.stir();
  }

  #settle(id: string, carried: Carried): void {
    this.#waiting.get(id)?.settle(carried);
    this.#waiting.delete(id);
    this.#done.add(id);
    const [oldest] = this.#done;
    if (this.#done.size > REMEMBERED && oldest !== undefined) this.#done.delete(oldest);
  }

  #heard(data: string): void {
    const message = fields(parsed(data));
    const id = words(message["envelope_id"]);
    if (this.#waiting.has(id)) this.#settle(id, { end: "acknowledged", answer: message["payload"] });
    else
      this.#platform.violation(`Socket Mode: envelope ${this.#done.has(id) ? "acknowledged twice" : "unknown"}: ${id}`);
  }

  async carry(delivery: Delivery, retry: Retry | undefined): Promise<Carried> {
    const socket = this.#open[this.#turn % Math.max(1, this.#open.length)];
    this.#turn += 1;
    if (socket === undefined) return { end: "unreachable" };
    const id = crypto.randomUUID();
    return new Promise<Carried>((settle) => {
      // Kept past Slack's patience, so that a late acknowledgement is not taken for an unknown one.
      this.#waiting.set(id, { socket, settle });
      const [oldest] = this.#waiting.keys();
      if (this.#waiting.size > REMEMBERED && oldest !== undefined) this.#waiting.delete(oldest);
      this.#say(socket, {
        envelope_id: id,
        type: delivery.kind,
        payload: delivery.payload,
        accepts_response_payload: delivery.acceptsAnswer,
        ...(delivery.kind === "events_api"
          ? { retry_attempt: retry?.number ?? 0, retry_reason: retry?.reason ?? "" }
          : {}),
      });
    });
  }

  /** Tells every connection to go, as Slack does before it recycles one; `warning` comes some seconds ahead. */
  disconnect(reason: DisconnectReason): void {
    for (const socket of this.#open)
      this.#say(socket, { type: "disconnect", reason, debug_info: { host: "stand-in" } });
  }

  /** Cuts every connection without a word. */
  drop(): void {
    for (const socket of this.#open) socket.terminate();
  }

  stop(): void {
    clearInterval(this.#pings);
    this.drop();
    this.#server.close();
  }
}
