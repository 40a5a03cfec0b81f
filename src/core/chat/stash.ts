import type { z } from "zod";
import type { Host } from "./platform.ts";
import { StoreUnavailable, type DeskKey } from "#core/desk/store.ts";

// So much of what is stashed stays in memory too: a button opens its form at once, also while the store is slow or
// away.
const MEMORY_MAX = 8_000_000;

/** What messages refer to and cannot hold: long calls, replies of several pages, forms half filled in. */
export class Stash {
  readonly #host: Host;
  /** By workspace and token, the longest unused first. */
  readonly #near = new Map<string, string>();
  #size = 0;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Holds a value and returns its token. Where the store is away it is held in memory alone, until the next start. */
  async put(workspace: DeskKey, value: unknown): Promise<string> {
    const content = JSON.stringify(value);
    let token: string;
    try {
      token = await this.#host.stash.put(workspace, content);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      token = this.#host.token(20);
    }
    this.#remember(nearKey(workspace, token), content);
    return token;
  }

  /**
   * The value under a token; undefined where there is none or it has another shape. @throws StoreUnavailable
   */
  async get<T>(workspace: DeskKey, token: string, shape: z.ZodType<T>): Promise<T | undefined> {
    const key = nearKey(workspace, token);
    const content = this.#near.get(key) ?? (await this.#host.stash.get(workspace, token));
    if (content === undefined) return undefined;
    this.#remember(key, content);
    const read = shape.safeParse(parsed(content));
    return read.success ? read.data : undefined;
  }

  #remember(key: string, content: string): void {
    this.#size += content.length - (this.#near.get(key)?.length ?? 0);
    this.#near.delete(key);
    this.#near.set(key, content);
    for (const [oldest, content] of this.#near) {
      if (this.#size <= MEMORY_MAX || oldest === key) break;
      this.#near.delete(oldest);
      this.#size -= content.length;
    }
  }
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
