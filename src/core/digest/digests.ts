import type { Address } from "#core/reply/posting.ts";
import type { DeskKey } from "#core/desk/store.ts";
import type { DigestStore, NewSubscription, SubscriptionChange } from "./digest-store.ts";
import type { Since, Subscription } from "./subscription.ts";
import { defined } from "#core/text/defined.ts";

/** Whether a channel can be posted to, and if not, what to do about it. */
export type MayPost = { readonly ok: true } | { readonly ok: false; readonly hint: string };

/** The part of a platform that digests need; absent where nothing is ever posted, as at a terminal. */
export interface Poster {
  mayPost(to: Address): Promise<MayPost>;
}

/** The digests of one place, as commands use them. */
export class Digests {
  readonly #store: DigestStore;
  readonly place: DeskKey;
  readonly #poster: Poster | undefined;

  constructor(store: DigestStore, place: DeskKey, poster?: Poster) {
    this.#store = store;
    this.place = place;
    this.#poster = poster;
  }

  /** Whether anything is posted to this place: not at a terminal. */
  get posts(): boolean {
    return this.#poster !== undefined;
  }

  /** Forgets a person: their follows end, and `heir` owns their digests. */
  async forget(user: string, heir: string): Promise<void> {
    await this.unfollow(user);
    for (const digest of await this.list()) {
      if (digest.owner === user) await this.change(digest.id, { owner: heir });
    }
  }

  /** Undefined where there is no platform to ask. */
  async mayPost(channel: string, thread?: string): Promise<MayPost | undefined> {
    return this.#poster?.mayPost({ place: this.place.id, channel, ...defined({ thread }) });
  }

  add(subscription: NewSubscription): Promise<void> {
    return this.#store.add(this.place, subscription);
  }

  find(id: string): Promise<Subscription | undefined> {
    return this.#store.find(this.place, id);
  }

  list(): Promise<readonly Subscription[]> {
    return this.#store.list(this.place);
  }

  change(id: string, change: SubscriptionChange): Promise<boolean> {
    return this.#store.change(this.place, id, change);
  }

  remove(id: string): Promise<boolean> {
    return this.#store.remove(this.place, id);
  }

  postNow(id: string): Promise<boolean> {
    return this.#store.postNow(this.place, id);
  }

  follow(user: string, topic: string, since: Since): Promise<boolean> {
    return this.#store.follow(this.place, user, topic, since);
  }

  unfollow(user: string, topic?: string): Promise<number> {
    return this.#store.unfollow(this.place, user, topic);
  }

  follows(user: string): Promise<readonly string[]> {
    return this.#store.follows(this.place, user);
  }

  quoting(fact: string): Promise<number> {
    return this.#store.quoting(this.place, fact);
  }
}
