import type { Notify, Webhook } from "#core/outbox/webhook.ts";
import type { WebhookStore } from "#core/outbox/webhook-store.ts";
import { count } from "#core/text/text.ts";
import { seal, unseal, unsealWith, type SealingKeys } from "#platforms/slack/sealed.ts";

const CLEAR = "whsec_";
const LOST = "its secret was sealed with another TALKS_ENCRYPTION_KEY";

type Kept = Pick<Webhook, "id" | "secret">;

/** The secrets of webhooks: sealed in the store with the key that tokens are sealed with, in clear without one. */
export class WebhookSecrets {
  readonly #keys: SealingKeys | undefined;

  constructor(keys: SealingKeys | undefined) {
    this.#keys = keys;
  }

  /** A store that keeps the secrets of new webhooks sealed. */
  sealing(store: WebhookStore): WebhookStore {
    return { ...store, add: (webhook) => store.add({ ...webhook, secret: this.#sealed(webhook.id, webhook.secret) }) };
  }

  /** Calls webhooks whose secret is sealed, or not. */
  opening(notify: Notify): Notify {
    return async (webhook, event, id) => {
      const secret = this.#opened(webhook);
      return secret === undefined ? { kind: "failed", why: LOST } : notify({ ...webhook, secret }, event, id);
    };
  }

  /** Seals what was kept in clear or was sealed with the old key, and says what cannot be opened. */
  async sealAll(store: WebhookStore, log: (line: string) => void): Promise<void> {
    let lost = 0;
    const sealed = await store.rewriteSecrets(({ id, secret }) => {
      const isNow = this.#keys !== undefined && unseal(secret, this.#keys.key, ownerOf(id)) !== undefined;
      const opened = isNow ? undefined : this.#opened({ id, secret });
      if (!isNow && opened === undefined) lost += 1;
      return opened === undefined ? secret : this.#sealed(id, opened);
    });
    if (sealed > 0) log(`The secrets of ${count(sealed, "webhook")} were sealed with TALKS_ENCRYPTION_KEY.`);
    if (lost > 0)
      log(`The secrets of ${count(lost, "webhook")} were sealed with another TALKS_ENCRYPTION_KEY; set that one.`);
  }

  #sealed(id: string, clear: string): string {
    return this.#keys === undefined ? clear : seal(clear, this.#keys.key, ownerOf(id));
  }

  #opened({ id, secret }: Kept): string | undefined {
    if (secret.startsWith(CLEAR)) return secret;
    return this.#keys === undefined ? undefined : unsealWith(secret, this.#keys, ownerOf(id));
  }
}

function ownerOf(id: string): string {
  return `webhook ${id}`;
}
