import type { DeskKey } from "#core/desk/store.ts";
import type { Webhook, WebhookUpdate } from "./webhook.ts";

/**
 * The port to the webhooks of one workspace (on Discord a server). Every method touches that one only. All throw
 * `StoreUnavailable` where the database is out of reach, and have then changed nothing.
 */
export interface WebhookStore {
  add(webhook: Webhook): Promise<void>;
  /** The oldest first. */
  list(workspace: DeskKey): Promise<readonly Webhook[]>;
  /** False where there is none. */
  change(workspace: DeskKey, id: string, update: WebhookUpdate): Promise<boolean>;
  /** Removes it with its secret; what was to be sent there is not sent any more. False where there is none. */
  remove(workspace: DeskKey, id: string): Promise<boolean>;
}
