import type { WebSocket } from "ws";
import { integer, isObject, list, object, text } from "#test/standins/discord/json.ts";
import type { Gateway } from "./gateway.ts";
import { disallowed } from "./intents.ts";
import { Session } from "./session.ts";

/** docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-close-event-codes. */
const CLOSE = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  rateLimited: 4008,
  invalidShard: 4010,
  shardingRequired: 4011,
  invalidVersion: 4012,
  disallowedIntents: 4014,
};

/** docs.discord.com/developers/events/gateway#sending-events: 4,096 bytes an event, 120 events a minute. */
const MOST = { bytes: 4096, events: 120 };

/** One socket of a client: HELLO, then IDENTIFY or RESUME, then heartbeats. */
export class Connection {
  readonly socket: WebSocket;
  readonly #gateway: Gateway;
  #session: Session | undefined;
  #sent = 0;
  #windowEnds = 0;

  constructor(gateway: Gateway, socket: WebSocket, query: URLSearchParams) {
    this.#gateway = gateway;
    this.socket = socket;
    socket.on("message", (data: Buffer) => this.#receive(data.toString()));
    socket.on("close", (code) => this.#closed(code));
    socket.on("error", () => undefined);
    if (query.get("v") !== "10") this.#refuse(CLOSE.invalidVersion, "the gateway's version is not 10");
    else this.send(10, { heartbeat_interval: gateway.heartbeatInterval, _trace: [] });
  }

  get session(): Session | undefined {
    return this.#session;
  }

  send(op: number, d: unknown): void {
    this.socket.send(JSON.stringify({ op, d, s: null, t: null }));
  }

  #receive(raw: string): void {
    if (this.#tooMuch(raw)) return;
    let payload: unknown;
    try {
      payload = JSON.parse(raw);
    } catch {
      payload = undefined;
    }
    if (!isObject(payload)) this.#refuse(CLOSE.decodeError, "an undecodable payload");
    else if (payload.op === 1) this.#gateway.heartbeat(this);
    else if (payload.op === 2) this.#identify(object(payload.d));
    else if (payload.op === 6) this.#resume(object(payload.d));
    else if (this.#session === undefined) this.#refuse(CLOSE.notAuthenticated, "a payload before IDENTIFY");
    else if (![3, 4, 8, 31].includes(integer(payload.op))) this.#refuse(CLOSE.unknownOpcode, "an unknown opcode");
  }

  #tooMuch(raw: string): boolean {
    if (Buffer.byteLength(raw) > MOST.bytes) {
      this.#refuse(CLOSE.decodeError, `a payload over ${MOST.bytes} bytes`);
      return true;
    }
    const now = Date.now();
    if (now > this.#windowEnds) [this.#sent, this.#windowEnds] = [0, now + 60_000];
    this.#sent += 1;
    if (this.#sent > MOST.events) this.#refuse(CLOSE.rateLimited, `over ${MOST.events} payloads a minute`);
    return this.#sent > MOST.events;
  }

  #identify(data: ReturnType<typeof object>): void {
    const { settings } = this.#gateway;
    const [shard, shards] = list(data.shard).map(integer);
    const [id, count] = [shard ?? 0, shards ?? 1];
    const intents = integer(data.intents);
    if (this.#session !== undefined) this.#refuse(CLOSE.alreadyAuthenticated, "IDENTIFY twice on one socket");
    else if (text(data.token) !== settings.token) this.#refuse(CLOSE.authenticationFailed);
    else if (id >= count) this.#refuse(CLOSE.invalidShard, `shard ${id} of ${count}`);
    else if (count < settings.shards) this.#refuse(CLOSE.shardingRequired);
    else if (disallowed(intents, settings.privilegedIntents)) this.#refuse(CLOSE.disallowedIntents);
    else {
      this.#session = new Session(intents, [id, count], this.socket);
      this.#gateway.identified(this.#session);
    }
  }

  /** Replays what was missed; a session that is no longer held starts again (op 9). */
  #resume(data: ReturnType<typeof object>): void {
    if (text(data.token) !== this.#gateway.settings.token) {
      this.#refuse(CLOSE.authenticationFailed);
      return;
    }
    const session = this.#gateway.sessions.get(text(data.session_id));
    const missed = session?.since(integer(data.seq));
    if (session === undefined || missed === undefined) {
      this.send(9, false);
      return;
    }
    if (session.socket !== this.socket) session.socket?.terminate();
    session.socket = this.socket;
    this.#session = session;
    for (const one of missed) this.socket.send(JSON.stringify(one));
    session.dispatch("RESUMED", { _trace: [] });
    this.#gateway.resumed += 1;
  }

  /** Leaving with 1000 or 1001 ends the session; anything else leaves it to be resumed. */
  #closed(code: number): void {
    this.#gateway.connections.delete(this);
    const session = this.#session;
    if (session === undefined || session.socket !== this.socket) return;
    session.socket = undefined;
    if (code === 1000 || code === 1001) this.#gateway.sessions.delete(session.id);
  }

  #refuse(code: number, violation?: string): void {
    if (violation !== undefined) this.#gateway.violation(`gateway: ${violation} (closed with ${code})`);
    this.socket.close(code);
  }
}
