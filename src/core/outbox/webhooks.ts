import type { DeskKey } from "#core/desk/store.ts";
import type { Notified, Notify, Webhook, WebhookUpdate } from "./webhook.ts";
import { testEvent } from "./events.ts";
import type { WebhookStore } from "./webhook-store.ts";

/** Most webhooks that a workspace has at once. */
export const WEBHOOKS_MAX = 10;

/** What is needed to call addresses. `open`: any address may be called, as only in a test. */
export interface Calling {
  readonly notify: Notify;
  readonly open: boolean;
}

/** The webhooks of one workspace, as commands use them. */
export class Webhooks {
  readonly #store: WebhookStore;
  readonly #calling: Calling;
  readonly workspace: DeskKey;

  constructor(store: WebhookStore, workspace: DeskKey, calling: Calling) {
    this.#store = store;
    this.#calling = calling;
    this.workspace = workspace;
  }

  /** Whether plain http and addresses of one's own network are taken, as only in a test. */
  get open(): boolean {
    return this.#calling.open;
  }

  list(): Promise<readonly Webhook[]> {
    return this.#store.list(this.workspace);
  }

  add(webhook: Omit<Webhook, "platform" | "workspace">): Promise<void> {
    const { platform, id: workspace } = this.workspace;
    return this.#store.add({ ...webhook, platform, workspace });
  }

  change(id: string, update: WebhookUpdate): Promise<boolean> {
    return this.#store.change(this.workspace, id, update);
  }

  remove(id: string): Promise<boolean> {
    return this.#store.remove(this.workspace, id);
  }

  /** Sends a test, once, and waits for the answer. `id`: unlike that of any other event. */
  ping(webhook: Webhook, at: Temporal.Instant, id: string): Promise<Notified> {
    return this.#calling.notify(webhook, testEvent(at), id);
  }
}
