import { randomBytes } from "node:crypto";
import type { Json } from "#test/standins/discord/json.ts";
import type { Message } from "#test/standins/discord/messages/message.ts";
import type { Channel, Guild, Member, User } from "#test/standins/discord/world/world.ts";

/** Who acts, and where. */
export interface Place {
  readonly user: User;
  readonly guild: Guild | undefined;
  readonly member: Member | undefined;
  readonly channel: Channel;
  /** 0 server, 1 direct message with the bot, 2 other private channel. */
  readonly context: 0 | 1 | 2;
}

/** 2 command, 3 component, 4 autocomplete, 5 form submitted. */
export type InteractionType = 2 | 3 | 4 | 5;

export interface Happened {
  readonly id: string;
  readonly type: InteractionType;
  readonly madeAt: number;
  readonly place: Place;
  readonly owners: Json;
  /** For the journal: `/talks ask by ann`. */
  readonly what: string;
  /** The message whose component was used. */
  readonly message?: Message;
  /** Whether the command was a message command; its answer has another message type. */
  readonly menu?: boolean;
}

/** One interaction from the press of a key to the last edit of its answer. */
export class Interaction {
  readonly made: Happened;
  readonly token = `aW50ZXJhY3Rpb246${randomBytes(60).toString("base64url")}`;
  /** `missed` once three seconds went by: the user reads that the application did not respond. */
  state: "waiting" | "acknowledged" | "missed" = "waiting";
  callback: number | undefined;
  original: Message | undefined;
  /** False from a deferral until its answer is there. */
  filled = false;
  modal: Json | undefined;
  choices: readonly Json[] | undefined;
  readonly followUps: Message[] = [];
  readonly #listeners = new Set<() => void>();

  constructor(made: Happened) {
    this.made = made;
  }

  changed(): void {
    for (const listener of this.#listeners) listener();
  }

  /**
   * Waits until there is something to see; rejects when it was missed, after `patience` milliseconds, or with what the
   * probe throws.
   */
  until<T>(probe: () => T | undefined, patience: number, awaited: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const fail = (why: string): void => end(() => reject(new Error(`${this.made.what}: ${why}`)));
      const look = (): void => {
        try {
          const seen = probe();
          if (seen !== undefined) end(() => resolve(seen));
          else if (this.state === "missed") fail("the application did not respond");
        } catch (error) {
          end(() => reject(error));
        }
      };
      const timer = setTimeout(() => fail(`no ${awaited} after ${patience} ms`), patience).unref();
      const end = (settle: () => void): void => {
        clearTimeout(timer);
        this.#listeners.delete(look);
        settle();
      };
      this.#listeners.add(look);
      look();
    });
  }
}
