import type { z } from "zod";
import type { Host } from "./platform.ts";
import { StoreUnavailable, type DeskKey } from "#core/desk/store.ts";

// So much of what is kept stays in memory too: a button opens its form at once, also while the store is slow or away.
const MEMORY_MAX = 8_000_000;

/** What messages refer to and cannot hold: long calls, replies of several pages, forms half filled in. */
export class Kept {
  readonly #host: Host;
  /** By place and token, the longest unused first. */
  readonly #near = new Map<string, string>();
  #size = 0;

  constructor(host: Host) {
    this.#host = host;
  }

  /** Keeps a value and returns its token. Where the store is away it is kept in memory alone, until the next start. */
  async keep(place: DeskKey, value: unknown): Promise<string> {
    const content = JSON.stringify(value);
    let token: string;
    try {
      token = await this.#host.keep(place, content);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      token = this.#host.token(20);
    }
    this.#remember(nearKey(place, token), content);
    return token;
  }

  /** The value under a token; undefined where there is none (any more) or it has another shape. @throws StoreUnavailable */
  async kept<T>(place: DeskKey, token: string, shape: z.ZodType<T>): Promise<T | undefined> {
    const key = nearKey(place, token);
    const content = this.#near.get(key) ?? (await this.#host.kept(place, token));
    if (content === undefined) return undefined;
    this.#remember(key, content);
    const read = shape.safeParse(parsed(content));
    return read.success ? read.data : undefined;
  }

  #remember(key: string, content: string): void {
    this.#size += content.length - (this.#near.get(key)?.length ?? 0);
    this.#near.delete(key);
    this.#near.set(key, content);
    for (const [oldest, kept] of this.#near) {
      if (this.#size <= MEMORY_MAX || oldest === key) break;
      this.#near.delete(oldest);
      this.#size -= kept.length;
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
