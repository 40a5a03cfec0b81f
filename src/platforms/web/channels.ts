import { TIERS } from "#core/request/asker.ts";

/** What stands in the playground's channels. `alone`: only the person who asked sees it. */
export interface Message {
  readonly id: string;
  readonly desk: string;
  readonly channel: string;
  /** The message whose thread it belongs to. */
  readonly thread?: string;
  readonly by: string;
  readonly at: string;
  readonly alone: boolean;
  /** What somebody typed. */
  readonly text?: string;
  /** What Talks said, as each platform would be sent it. */
  readonly discord?: unknown;
  readonly slack?: unknown;
  readonly edited?: boolean;
  /** What the host marked it with. */
  readonly key?: string;
}

export const DESKS = [
  { id: "one", name: "The Bulletin" },
  { id: "two", name: "Policy Forum" },
] as const;

export const GENERAL = "100001";
export const NEWSROOM = "100002";
export const DIRECT = "100003";

/** Of ids that both platforms' renderers take for one of theirs, so that the page shows a name in its place. */
export const CHANNELS = [
  { id: GENERAL, name: "general" },
  { id: NEWSROOM, name: "newsroom" },
  { id: DIRECT, name: "DM" },
] as const;

/** Who is played, one of each role. */
export const PEOPLE = TIERS.map((tier, i) => ({ id: `${200_001 + i}`, tier, name: `the ${tier}` }));

const KEPT = 500;

/** The messages of all channels, and who is told of them. */
export class Channels {
  readonly #messages = new Map<string, Message>();
  readonly #listeners = new Set<(message: Message, gone: boolean) => void>();
  #next = 1;

  get all(): readonly Message[] {
    return [...this.#messages.values()];
  }

  find(id: string): Message | undefined {
    return this.#messages.get(id);
  }

  put(message: Omit<Message, "id">, id = `m${this.#next}`): Message {
    if (!this.#messages.has(id)) this.#next += 1;
    const whole = { ...message, id };
    this.#messages.set(id, whole);
    for (const oldest of this.#messages.keys()) {
      if (this.#messages.size <= KEPT) break;
      this.#messages.delete(oldest);
    }
    for (const tell of this.#listeners) tell(whole, false);
    return whole;
  }

  remove(id: string): boolean {
    const message = this.#messages.get(id);
    if (message === undefined) return false;
    this.#messages.delete(id);
    for (const tell of this.#listeners) tell(message, true);
    return true;
  }

  /** Calls back for each message put or removed, until the returned function is called. */
  listen(tell: (message: Message, gone: boolean) => void): () => void {
    this.#listeners.add(tell);
    return () => this.#listeners.delete(tell);
  }
}
