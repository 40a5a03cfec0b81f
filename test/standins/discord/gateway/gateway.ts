import type { IncomingMessage, Server } from "node:http";
import type { WebSocket } from "ws";
import { WebSocketServer } from "ws";
import { Connection } from "./connection.ts";
import type { Happening } from "./happening.ts";
import type { PrivilegedIntent } from "./intents.ts";
import type { Session } from "./session.ts";

export interface GatewaySettings {
  readonly token: string;
  readonly privilegedIntents: readonly PrivilegedIntent[];
  /** Fewer shards than these are refused with 4011. */
  readonly shards: number;
  readonly heartbeatInterval: number;
}

/** Sessions without a socket that can still be resumed; older ones are forgotten. */
const MOST_LOST = 5;

/** The gateway, version 10, JSON, uncompressed: docs.discord.com/developers/events/gateway. */
export class Gateway {
  readonly settings: GatewaySettings;
  readonly connections = new Set<Connection>();
  readonly sessions = new Map<string, Session>();
  identifies = 0;
  resumed = 0;
  /** While set, heartbeats go unanswered: the client is to notice a zombie and reconnect. */
  deaf = false;
  /** While set, no socket is taken. */
  down = false;
  readonly #ready: (session: Session) => void;
  readonly violation: (what: string) => void;
  readonly #sockets = new WebSocketServer({ noServer: true });

  constructor(settings: GatewaySettings, ready: (session: Session) => void, violation: (what: string) => void) {
    this.settings = settings;
    this.#ready = ready;
    this.violation = violation;
  }

  get heartbeatInterval(): number {
    return this.settings.heartbeatInterval;
  }

  attach(server: Server): void {
    server.on("upgrade", (request: IncomingMessage, socket, head) => {
      if (this.down) {
        socket.destroy();
        return;
      }
      const query = new URL(request.url ?? "/", "http://localhost").searchParams;
      this.#sockets.handleUpgrade(request, socket, head, (client: WebSocket) => {
        this.connections.add(new Connection(this, client, query));
      });
    });
  }

  identified(session: Session): void {
    this.identifies += 1;
    this.sessions.set(session.id, session);
    const lost = [...this.sessions.values()].filter((one) => one.socket === undefined);
    for (const one of lost.slice(0, -MOST_LOST)) this.sessions.delete(one.id);
    this.#ready(session);
  }

  heartbeat(connection: Connection): void {
    if (!this.deaf) connection.send(11, null);
  }

  /** Tells every session that hears of it; one that lost its socket gets it when it resumes. */
  tell(happening: Happening): number {
    const hearing = [...this.sessions.values()].filter((one) => one.hears(happening));
    for (const session of hearing) {
      const { data, withoutContent } = happening;
      session.dispatch(happening.event, session.readsContent ? data : (withoutContent ?? data));
    }
    return hearing.length;
  }

  /** Cuts every socket without a word. */
  drop(): void {
    for (const { socket } of this.connections) socket.terminate();
  }

  close(code: number): void {
    for (const { socket } of this.connections) socket.close(code);
  }

  /** Op 7: the clients are to reconnect and resume. */
  askToReconnect(): void {
    for (const connection of this.connections) connection.send(7, null);
  }

  /** Op 9. Unless it says that the session can be resumed, it is forgotten. */
  invalidate(resumable: boolean): void {
    for (const connection of this.connections) {
      if (!resumable && connection.session !== undefined) this.sessions.delete(connection.session.id);
      connection.send(9, resumable);
    }
  }

  stop(): void {
    this.down = true;
    this.drop();
    this.#sockets.close();
  }
}
