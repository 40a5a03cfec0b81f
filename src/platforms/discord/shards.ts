import { setTimeout as sleep } from "node:timers/promises";
import type { Shares } from "#core/chat/shares.ts";
import type { Connection } from "./connection.ts";
import { isLasting } from "./problem.ts";
import type { Advised } from "./without-gateway.ts";

const TURN_MS = 2000;
const LOOK_MS = 200;
// Each of the others opens one after the other. Less than the thirty seconds that a process is usually given to end.
const HAND_OVER_MS = 20_000;
const AGAIN_MS = { first: 2000, most: 60_000 } as const;
// docs.discord.com/developers/events/gateway#session-start-limit-object: so many may identify within five seconds.
const IDENTIFY_MS = 5000;

export interface ShardDeps {
  readonly shares: Shares;
  /** Names the application among what processes share. */
  readonly work: string;
  /** Names this process. */
  readonly process: string;
  readonly advised: Advised;
  readonly make: (shard: number, of: number) => Connection;
  readonly failed: (error: unknown) => void;
  readonly say: (line: string) => void;
}

/**
 * The shards of the gateway that this process hears. Each is leased, so that one process hears it; two do while one
 * hands it over, and what both are told of is claimed once.
 */
export class Shards {
  readonly #deps: ShardDeps;
  readonly #held = new Map<number, { readonly connection: Connection; begun: boolean }>();
  #of = 0;
  #said = "";
  #timer: NodeJS.Timeout | undefined;
  #opening: Promise<void> = Promise.resolve();
  #first: Promise<void> | undefined;
  #pause: number = AGAIN_MS.first;
  #notBefore = 0;
  #identified = -Infinity;
  #over = false;

  constructor(deps: ShardDeps) {
    this.#deps = deps;
  }

  /** Whether all that it holds is heard. */
  get connected(): boolean {
    return [...this.#held.values()].every(({ connection }) => connection.connected);
  }

  /** The connection that hears of a server, where it is one of this process. */
  connectionFor(server: string): Connection | undefined {
    if (this.#of === 0 || !/^\d+$/u.test(server)) return undefined;
    const held = this.#held.get(Number((BigInt(server) >> 22n) % BigInt(this.#of)));
    return held?.connection.connected === true ? held.connection : undefined;
  }

  /** Takes its part, and looks again every other second. Comes back when the first shard is heard, or cannot be. */
  async start(): Promise<void> {
    await this.#turn();
    await this.#first;
  }

  /** A connection that discord.js gave up; false where it is none of these. `forGood`: no other is opened. */
  lost(connection: Connection, forGood: boolean): boolean {
    const found = [...this.#held].find(([, held]) => held.connection === connection);
    if (found === undefined) return false;
    this.#held.delete(found[0]);
    if (forGood) this.#notBefore = Infinity;
    void connection.close();
    return true;
  }

  /** Goes on hearing until another process does, where there is one. Never fails. */
  async handOver(): Promise<void> {
    const { shares, work, process } = this.#deps;
    this.#over = true;
    clearTimeout(this.#timer);
    const mine = [...this.#held.keys()];
    try {
      if (!(await shares.offer(work, process))) return;
      for (const until = performance.now() + HAND_OVER_MS; performance.now() < until; await sleep(LOOK_MS)) {
        const elsewhere = await shares.elsewhere(work, process);
        if (mine.every((part) => elsewhere.includes(part))) return;
      }
    } catch (error) {
      this.#deps.failed(error);
    }
  }

  /** Closes what it holds, and gives it back. Never fails. */
  async close(): Promise<void> {
    const { shares, work, process, failed } = this.#deps;
    this.#over = true;
    clearTimeout(this.#timer);
    await Promise.all([...this.#held.values()].map(({ connection }) => connection.close()));
    await shares.letGo(work, process).catch(failed);
  }

  async #turn(): Promise<void> {
    const { shares, work, process, advised, failed } = this.#deps;
    try {
      const { of, parts, elsewhere } = await shares.hold(work, process, advised.shards);
      if (of !== this.#of) await this.#drop([...this.#held.keys()]);
      this.#of = of;
      await this.#drop([...this.#held.keys()].filter((part) => !parts.includes(part) && elsewhere.includes(part)));
      if (performance.now() >= this.#notBefore) this.#openAll(parts.filter((part) => !this.#held.has(part)));
      for (const part of parts) await this.#begin(part);
      this.#tell(parts);
    } catch (error) {
      failed(error);
    }
    if (!this.#over) this.#timer = setTimeout(() => void this.#turn(), TURN_MS);
  }

  /** One after the other, as Discord wants it; leases are renewed meanwhile. */
  #openAll(parts: readonly number[]): void {
    for (const part of parts) {
      const connection = this.#deps.make(part, this.#of);
      this.#held.set(part, { connection, begun: false });
      const before = this.#opening;
      this.#opening = before.then(() => this.#open(part, connection));
      this.#first ??= this.#opening;
    }
  }

  async #open(part: number, connection: Connection): Promise<void> {
    try {
      const spaced = this.#identified + IDENTIFY_MS / this.#deps.advised.atOnce - performance.now();
      if (spaced > 0) await sleep(spaced);
      if (this.#over || this.#held.get(part)?.connection !== connection) return;
      this.#identified = performance.now();
      await connection.open();
      this.#pause = AGAIN_MS.first;
      await this.#begin(part);
    } catch (error) {
      if (this.#over) return;
      this.#held.delete(part);
      this.#notBefore = isLasting(error) ? Infinity : performance.now() + this.#pause;
      this.#pause = Math.min(2 * this.#pause, AGAIN_MS.most);
      this.#deps.failed(error);
      await connection.close();
    }
  }

  /** Tells the others that a part is heard here; again at the next turn where the store is away. */
  async #begin(part: number): Promise<void> {
    const { shares, work, process } = this.#deps;
    const held = this.#held.get(part);
    if (held === undefined || held.begun || !held.connection.connected) return;
    await shares.begun(work, process, part).then(
      () => (held.begun = true),
      () => undefined,
    );
  }

  async #drop(parts: readonly number[]): Promise<void> {
    const gone = parts.map((part) => this.#held.get(part));
    for (const part of parts) this.#held.delete(part);
    await Promise.all(gone.map(async (held) => held?.connection.close()));
  }

  #tell(parts: readonly number[]): void {
    const named = parts.toSorted((a, b) => a - b).join(", ");
    const line = `Discord: this process hears ${named === "" ? "none" : named} of ${this.#of} shards.`;
    if (line !== this.#said) this.#deps.say(line);
    this.#said = line;
  }
}
