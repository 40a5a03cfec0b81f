import type { Address } from "#core/reply/posting.ts";
import type { DeskKey } from "#core/desk/store.ts";
import type { DigestStore, Heir, NewSubscription, SubscriptionChange } from "./digest-store.ts";
import type { Inbox, NewInbox } from "./inbox.ts";
import type { Tongue } from "#core/messages/tongue.ts";
import type { Since, Subscription } from "./subscription.ts";
import { defined } from "#core/text/defined.ts";

/**
 * Whether a channel can be posted to, and if not, what to do about it. `locale`: a BCP 47 tag, where the platform says
 * in which language one writes there.
 */
export type MayPost = { readonly ok: true; readonly locale?: string } | { readonly ok: false; readonly hint: string };

/** The part of a platform that digests need; absent where nothing is ever posted, as at a terminal. */
export interface Poster {
  mayPost(to: Address): Promise<MayPost>;
}

/** The digests of one workspace, as commands use them. */
export class Digests {
  readonly #store: DigestStore;
  readonly workspace: DeskKey;
  readonly #poster: Poster | undefined;

  constructor(store: DigestStore, workspace: DeskKey, poster?: Poster) {
    this.#store = store;
    this.workspace = workspace;
    this.#poster = poster;
  }

  /** Whether anything is posted to this workspace: not at a terminal. */
  get posts(): boolean {
    return this.#poster !== undefined;
  }

  /** The workspace where Talks can write to people; undefined where nothing is posted. */
  get reaches(): string | undefined {
    return this.posts ? this.workspace.id : undefined;
  }

  /** Forgets a person: their follows end, messages to them are not sent, and `heir` owns what they owned. */
  forget(user: string, heir: Heir): Promise<void> {
    return this.#store.forget(this.workspace, user, heir);
  }

  keptOf(user: string): Promise<number> {
    return this.#store.keptOf(this.workspace, user);
  }

  /** Undefined where there is no platform to ask. */
  async mayPost(channel: string, thread?: string): Promise<MayPost | undefined> {
    return this.#poster?.mayPost({ workspace: this.workspace.id, channel, ...defined({ thread }) });
  }

  add(subscription: NewSubscription): Promise<void> {
    return this.#store.add(this.workspace, subscription);
  }

  find(id: string): Promise<Subscription | undefined> {
    return this.#store.find(this.workspace, id);
  }

  list(): Promise<readonly Subscription[]> {
    return this.#store.list(this.workspace);
  }

  change(id: string, change: SubscriptionChange): Promise<boolean> {
    return this.#store.change(this.workspace, id, change);
  }

  remove(id: string): Promise<boolean> {
    return this.#store.remove(this.workspace, id);
  }

  postNow(id: string): Promise<boolean> {
    return this.#store.postNow(this.workspace, id);
  }

  follow(user: string, topic: string, since: Since, tongue?: Tongue): Promise<boolean> {
    return this.#store.follow(this.workspace, user, topic, since, tongue);
  }

  unfollow(user: string, topic?: string): Promise<number> {
    return this.#store.unfollow(this.workspace, user, topic);
  }

  follows(user: string): Promise<readonly string[]> {
    return this.#store.follows(this.workspace, user);
  }

  trouble(user: string): Promise<string | undefined> {
    return this.#store.trouble(this.workspace, user);
  }

  tellAgain(user: string): Promise<void> {
    return this.#store.tellAgain(this.workspace, user);
  }

  inbox(): Promise<Inbox | undefined> {
    return this.#store.inbox(this.workspace);
  }

  setInbox(inbox: NewInbox | undefined): Promise<void> {
    return this.#store.setInbox(this.workspace, inbox);
  }

  quoting(fact: string): Promise<number> {
    return this.#store.quoting(this.workspace, fact);
  }
}
