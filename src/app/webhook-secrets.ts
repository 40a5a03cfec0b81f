import type { Sealing } from "#core/chat/sealing.ts";
import type { Notify, Webhook } from "#core/outbox/webhook.ts";
import type { WebhookStore } from "#core/outbox/webhook-store.ts";
import { count } from "#core/text/text.ts";

const CLEAR = "whsec_";

type Kept = Pick<Webhook, "id" | "secret">;

/**
 * The secrets of webhooks: sealed in the store with the key that tokens are sealed with, in clear without one. Each
 * tells by itself whether a key is the one that it was sealed with.
 */
export class WebhookSecrets {
  readonly #sealing: Sealing | undefined;

  constructor(sealing: Sealing | undefined) {
    this.#sealing = sealing;
  }

  /** A store that keeps the secrets of new webhooks sealed. */
  sealing(store: WebhookStore): WebhookStore {
    return { ...store, add: (webhook) => store.add({ ...webhook, secret: this.#sealed(webhook.id, webhook.secret) }) };
  }

  /** Calls webhooks whose secret is sealed, or not. One whose secret no key opens is not called. */
  opening(notify: Notify): Notify {
    return async (webhook, event, id) => {
      const secret = this.#opened(webhook);
      return secret === undefined ? { kind: "sealed" } : notify({ ...webhook, secret }, event, id);
    };
  }

  /** Seals what was kept in clear or was sealed with the old key, and says what cannot be opened. */
  async sealAll(store: WebhookStore, log: (line: string) => void): Promise<void> {
    let lost = 0;
    const sealed = await store.rewriteSecrets(({ id, secret }) => {
      if (this.#sealing?.isPresent(secret, ownerOf(id)) === true) return secret;
      const opened = this.#opened({ id, secret });
      if (opened === undefined) lost += 1;
      return opened === undefined ? secret : this.#sealed(id, opened);
    });
    if (sealed > 0) log(`The secrets of ${count(sealed, "webhook")} were sealed with TALKS_ENCRYPTION_KEY.`);
    if (lost > 0)
      log(
        `The secrets of ${count(lost, "webhook")} were sealed with another TALKS_ENCRYPTION_KEY; nothing is sent there until that one is set.`,
      );
  }

  #sealed(id: string, clear: string): string {
    return this.#sealing?.seal(clear, ownerOf(id)) ?? clear;
  }

  #opened({ id, secret }: Kept): string | undefined {
    return secret.startsWith(CLEAR) ? secret : this.#sealing?.open(secret, ownerOf(id));
  }
}

function ownerOf(id: string): string {
  return `webhook ${id}`;
}
