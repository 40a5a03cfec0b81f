import { setTimeout as wait } from "node:timers/promises";
import type { Acknowledgement } from "#test/standins/slack/delivery.ts";
import type { Happening } from "#test/standins/slack/journal.ts";
import type { Platform } from "#test/standins/slack/platform.ts";
import type { View } from "#test/standins/slack/views.ts";
import type { Message, Person } from "#test/standins/slack/world.ts";

/**
 * How a submitted view ended: docs.slack.dev/surfaces/modals (response_action). `trouble` is Slack's own error in the
 * modal.
 */
export type Submitted =
  | { readonly end: "closed" | "cleared" }
  | { readonly end: "errors" | "stopped by the client"; readonly errors: Readonly<Record<string, string>> }
  | { readonly end: "updated" | "pushed"; readonly view: View }
  | { readonly end: "trouble"; readonly words: string };

/** Where answers to a gesture are looked for when the app does not answer by response_url or trigger. */
export interface Place {
  readonly channelId: string | undefined;
  readonly threadTs: string | undefined;
}

export interface Waiting {
  /** Only a message for which this holds counts. */
  readonly matching?: (message: Message) => boolean;
  /** Milliseconds; a minute unless given, which only ends what never comes. */
  readonly timeout?: number;
  /** Keep waiting although Slack already showed the person an error, as after a late acknowledgement. */
  readonly patiently?: boolean;
}

interface Beginning {
  readonly interaction: string | undefined;
  readonly place: Place;
  readonly since: number;
  readonly acknowledged: Promise<Acknowledgement>;
  readonly submitted?: Promise<Submitted>;
  /** An event: when the app does not take it, the person sees nothing at all. */
  readonly event?: boolean;
}

const USUAL_TIMEOUT = 60_000;
/** How long nothing must change before an answer counts as final. */
const QUIET = 25;

/**
 * Something a person did, and all that came of it for them. Messages and views stay live: later changes show in them.
 */
export class Gesture {
  readonly acknowledged: Promise<Acknowledgement>;
  readonly #submitted: Promise<Submitted> | undefined;
  readonly #platform: Platform;
  readonly #person: Person;
  readonly #interaction: string | undefined;
  readonly #place: Place;
  readonly #found: Happening[] = [];
  #read: number;
  #failure: string | undefined;

  constructor(platform: Platform, person: Person, given: Beginning) {
    this.#platform = platform;
    this.#person = person;
    this.#interaction = given.interaction;
    this.#place = given.place;
    this.#read = given.since;
    this.acknowledged = given.acknowledged;
    this.#submitted = given.submitted;
    given.acknowledged.then(
      ({ outcome }) => this.#fail(outcome === "acknowledged" || given.event === true ? undefined : outcome),
      (error: unknown) => this.#fail(error instanceof Error ? error.message : String(error)),
    );
  }

  #fail(words: string | undefined): void {
    this.#failure = words;
    if (words !== undefined) this.#platform.journal.stir();
  }

  #mine(happening: Happening): boolean {
    if (happening.interaction !== undefined) return happening.interaction === this.#interaction;
    if (happening.kind === "view") return happening.view.userId === this.#person.id;
    const { message, via } = happening;
    if (via === "person" || !this.#platform.world.sees(this.#person, message)) return false;
    const { channelId, threadTs } = this.#place;
    const direct = this.#platform.world.channels.get(message.channel)?.kind === "im";
    if (message.channel !== channelId) return direct;
    return threadTs === undefined || message.threadTs === threadTs || message.ts === threadTs;
  }

  /** What came of it so far. Each happening is judged once, so that hundreds of gestures may wait side by side. */
  #happenings(): readonly Happening[] {
    const { journal } = this.#platform;
    for (const one of journal.since(this.#read)) if (this.#mine(one)) this.#found.push(one);
    this.#read = journal.position;
    return this.#found;
  }

  /** Messages posted or changed in answer, each once, the latest change last; none that were deleted since. */
  replies(): Message[] {
    const found = new Set<Message>();
    for (const one of this.#happenings()) {
      if (one.kind === "view") continue;
      found.delete(one.message);
      if (!one.message.deleted) found.add(one.message);
    }
    return [...found];
  }

  async #until<T>(look: () => T | undefined, waiting: Waiting, what: string): Promise<T> {
    const given = (): boolean => this.#failure !== undefined && waiting.patiently !== true;
    const timeout = waiting.timeout ?? USUAL_TIMEOUT;
    await this.#platform.journal.until(
      () => look() !== undefined || given(),
      timeout,
      () => `${what} did not come within ${timeout} ms`,
    );
    const found = look();
    if (found === undefined) throw new Error(this.#failure ?? what);
    return found;
  }

  /** The final message this person sees in answer; rejects with Slack's own error where that is all they see. */
  async reply(waiting: Waiting = {}): Promise<Message> {
    const last = (): Message | undefined => this.replies().findLast((one) => waiting.matching?.(one) ?? true);
    await this.#until(last, waiting, "A reply");
    let seen = -1;
    while (seen !== this.#happenings().length) {
      seen = this.#happenings().length;
      await wait(QUIET);
    }
    const found = last();
    if (found === undefined) throw new Error("The reply was taken back");
    return found;
  }

  /** The view that opened, was pushed, updated or published in answer. */
  async view(waiting: Waiting = {}): Promise<View> {
    const last = (): View | undefined => {
      const shown = this.#happenings().findLast((one) => one.kind === "view" && one.how !== "closed");
      return shown?.kind === "view" ? shown.view : undefined;
    };
    return this.#until(last, waiting, "A view");
  }

  /** For a submitted view: how it ended. */
  async outcome(): Promise<Submitted> {
    if (this.#submitted === undefined) throw new Error("This gesture submitted nothing");
    return this.#submitted;
  }
}
