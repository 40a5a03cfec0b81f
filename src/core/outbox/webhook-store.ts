import type { DeskKey } from "#core/desk/store.ts";
import type { Webhook, WebhookUpdate } from "./webhook.ts";

/**
 * The port to the webhooks of one workspace (on Discord a server). Every method but `rewriteSecrets` touches that one
 * only. All throw `StoreUnavailable` where the database is out of reach, and have then changed nothing.
 */
export interface WebhookStore {
  add(webhook: Webhook): Promise<void>;
  /** The oldest first. */
  list(workspace: DeskKey): Promise<readonly Webhook[]>;
  /** False where there is none. */
  change(workspace: DeskKey, id: string, update: WebhookUpdate): Promise<boolean>;
  /** Writes the secret of each webhook of every workspace again, where it is to be another. Returns how many are. */
  rewriteSecrets(again: (webhook: Pick<Webhook, "id" | "secret">) => string): Promise<number>;
  /** Removes it with its secret; what was to be sent there is not sent any more. False where there is none. */
  remove(workspace: DeskKey, id: string): Promise<boolean>;
}
