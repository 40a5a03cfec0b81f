import type { z } from "zod";
import type { Host } from "./platform.ts";
import type { Commands } from "#core/answer/command.ts";
import { StoreUnavailable, type DeskKey } from "#core/desk/store.ts";
import type { RawCall } from "#core/request/call.ts";

// So much of what is stashed stays in memory too: a button opens its form at once, also while the store is slow or
// away.
const MEMORY_MAX = 8_000_000;

/** How long calls are held that carry a text which is not to be kept. */
export const BRIEF = { hours: 24 } as const;

/** What was read from the store is looked for there again, since it may be over by then. */
const SOON = { hours: 1 } as const;

interface Near {
  readonly content: string;
  /** When it is no longer to be had from here. */
  readonly until?: Temporal.Instant | undefined;
}

/** What messages refer to and cannot hold: long calls, replies of several pages, forms half filled in. */
export class Stash {
  readonly #host: Host;
  /** By workspace and token, the longest unused first. */
  readonly #near = new Map<string, Near>();
  #size = 0;

  constructor(host: Host) {
    this.#host = host;
  }

  /**
   * Holds a value and returns its token. Where the store is away it is held in memory alone, until the next start.
   * `calls`: those that it carries.
   */
  async put(workspace: DeskKey, value: unknown, calls: readonly RawCall[] = []): Promise<string> {
    const content = JSON.stringify(value);
    const { clock, commands } = this.#host;
    const brief = calls.some((call) => isBrief(call, commands));
    let token: string;
    try {
      token = await this.#host.stash.put(workspace, content, brief);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      token = this.#host.token(20);
    }
    const until = brief ? clock.now().add(BRIEF) : undefined;
    this.#remember(nearKey(workspace, token), { content, until });
    return token;
  }

  /**
   * The value under a token; undefined where there is none or it has another shape. @throws StoreUnavailable
   */
  async get<T>(workspace: DeskKey, token: string, shape: z.ZodType<T>): Promise<T | undefined> {
    const key = nearKey(workspace, token);
    const near = this.#near.get(key);
    const isOver = near?.until !== undefined && Temporal.Instant.compare(this.#host.clock.now(), near.until) >= 0;
    if (isOver) this.#forget(key);
    const held = isOver ? undefined : near;
    const content = held?.content ?? (await this.#host.stash.get(workspace, token));
    if (content === undefined) return undefined;
    this.#remember(key, held ?? { content, until: this.#host.clock.now().add(SOON) });
    const read = shape.safeParse(parsed(content));
    return read.success ? read.data : undefined;
  }

  #remember(key: string, near: Near): void {
    this.#forget(key);
    this.#near.set(key, near);
    this.#size += near.content.length;
    for (const oldest of this.#near.keys()) {
      if (this.#size <= MEMORY_MAX || oldest === key) break;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    this.#size -= this.#near.get(key)?.content.length ?? 0;
    this.#near.delete(key);
  }
}

/** Whether a call, or one that comes after it, carries what is kept for a day only. */
function isBrief({ path, next }: Pick<RawCall, "path" | "next">, commands: Commands): boolean {
  return commands.find(path)?.brief === true || (next !== undefined && isBrief(next, commands));
}

function nearKey({ platform, id }: DeskKey, token: string): string {
  return `${platform} ${id} ${token}`;
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
