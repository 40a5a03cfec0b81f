import { setTimeout as sleep } from "node:timers/promises";
import type { SocketModeReceiver } from "@slack/bolt";

type Connection = Pick<SocketModeReceiver["client"], "start" | "disconnect" | "once">;

const PAUSE_MS = 500;
const PAUSE_MOST_MS = 30_000;

/**
 * Keeps one connection in Socket Mode. The SDK's own way to reconnect gives up at the first failure that is not Slack's
 * own word, in a promise that nobody holds: one moment without a network would end the process. It is switched off
 * (`autoReconnectEnabled`).
 */
export class Socket {
  readonly #connection: Connection;
  readonly #trouble: (error: unknown) => void;
  #connected = false;
  readonly #stopping = new AbortController();

  get connected(): boolean {
    return this.#connected;
  }

  /** `trouble` hears of the first attempt that failed, and without an error once one worked. */
  constructor(connection: Connection, trouble: (error: unknown) => void) {
    this.#connection = connection;
    this.#trouble = trouble;
  }

  /** Connects, and stays connected from then on. @throws what Slack or the network says the first time */
  async start(): Promise<void> {
    const ended = this.#ended();
    await this.#connection.start();
    this.#connected = true;
    void this.#stay(ended);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#connection.disconnect();
  }

  async #stay(first: Promise<void>): Promise<void> {
    const { signal } = this.#stopping;
    await first;
    this.#connected = false;
    for (let failures = 0; !signal.aborted;) {
      // Slack asks a connection to go every few hours: the first attempt comes at once.
      const pause = failures === 0 ? 0 : Math.min(PAUSE_MS * 2 ** (failures - 1), PAUSE_MOST_MS);
      await sleep(pause, undefined, { signal }).catch(() => {});
      if (signal.aborted) return;
      const ended = this.#ended();
      try {
        await this.#connection.start();
        this.#connected = true;
        if (failures > 0) this.#trouble(undefined);
        failures = 0;
        await ended;
        this.#connected = false;
      } catch (error) {
        failures += 1;
        if (!signal.aborted && failures === 1) this.#trouble(error);
      }
    }
  }

  #ended(): Promise<void> {
    return new Promise((resolve) => this.#connection.once("disconnected", () => resolve()));
  }
}
