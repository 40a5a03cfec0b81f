import type { OfferPick } from "#core/lookup/offers.ts";
import type { Changed, Desk, WholeSnapshot } from "./desk.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import type { View } from "#core/facts/view.ts";
import type { DeskKey } from "./store.ts";
import { RevisionLog } from "./revision-log.ts";

/** Why nothing is changed where no desk is. */
export function notHere(at: Told): Refusal {
  return refuse("right", tell(at, "here.none"), tell(at, "here.use"));
}

/** Thrown where something needs a desk and there is none; `answer` turns it into a refusal. */
export class NoDesk extends Error {}

/**
 * The library where there is no desk: in a direct message, or in a workspace that has not installed Talks. It answers,
 * and takes no change.
 */
export class ReadOnlyDesk implements Desk {
  readonly #library: () => Promise<{ readonly view: View; readonly log: RevisionLog }>;
  readonly #at: (at: Temporal.Instant) => View;

  constructor(library: {
    now(): Promise<{ readonly view: View; readonly log: RevisionLog }>;
    at(at: Temporal.Instant): View;
  }) {
    this.#library = () => library.now();
    this.#at = (at) => library.at(at);
  }

  snapshot(): Promise<WholeSnapshot> {
    return this.whole();
  }

  async whole(): Promise<WholeSnapshot> {
    const { view, log } = await this.#library();
    return { view, own: RevisionLog.EMPTY, library: log, beneath: view, next: 1 };
  }

  async view(at?: Temporal.Instant): Promise<View> {
    return at === undefined ? (await this.#library()).view : this.#at(at);
  }

  async change(): Promise<Changed<never>> {
    throw new NoDesk("a read-only desk takes no change");
  }

  async changeWhole(): Promise<Changed<never, WholeSnapshot>> {
    throw new NoDesk("a read-only desk takes no change");
  }

  async missed(_question: string): Promise<void> {}

  async misses(): Promise<readonly never[]> {
    return [];
  }

  async settleMiss(): Promise<void> {}

  async countPick(_pick: OfferPick): Promise<void> {}

  async picks(): Promise<readonly never[]> {
    return [];
  }

  async dropPick(): Promise<void> {}

  async firstBroken(): Promise<undefined> {
    return undefined;
  }

  async erase(): Promise<number> {
    return 0;
  }

  readonly stash: Desk["stash"] = {
    put: async () => {
      throw new NoDesk("a read-only desk keeps nothing");
    },
    keep: async () => {
      throw new NoDesk("a read-only desk keeps nothing");
    },
    get: async () => undefined,
    pop: async () => undefined,
  };

  async offerLink(): Promise<never> {
    throw new NoDesk("a read-only desk cannot be linked");
  }

  async redeemLink(): Promise<never> {
    throw new NoDesk("a read-only desk cannot be linked");
  }

  async keys(): Promise<readonly DeskKey[]> {
    return [];
  }

  async part(): Promise<boolean> {
    return false;
  }

  async admit(): Promise<never> {
    throw new NoDesk("a read-only desk lets no program in");
  }

  changeAndFollow(): Promise<Changed<never>> {
    return this.change();
  }
}
