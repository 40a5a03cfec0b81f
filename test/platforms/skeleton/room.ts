import type { Tier } from "#core/request/asker.ts";

/** A button as the room draws it. */
interface RoomButton {
  readonly label: string;
  readonly carried: string;
}

/** What one message holds. */
export interface RoomPage {
  readonly lines: readonly string[];
  readonly buttons: readonly RoomButton[];
}

export interface RoomMessage extends RoomPage {
  readonly id: string;
  readonly channel: string;
  /** The one person who sees it; everyone where it is absent. */
  readonly to?: string;
  /** What it was posted under. */
  readonly key?: string;
}

/** A form that is open for somebody: each field's name with what stands in it. */
export interface RoomForm {
  readonly title: string;
  readonly token: string;
  readonly step: number;
  readonly fields: Readonly<Record<string, string>>;
}

/** What somebody did. `user` is a member of the room. */
export type RoomEvent = { readonly user: string; readonly channel: string } & (
  | { readonly kind: "line"; readonly text: string }
  | { readonly kind: "press"; readonly message: RoomMessage; readonly carried: string }
  | { readonly kind: "form"; readonly form: RoomForm; readonly values: Readonly<Record<string, string>> }
);

/** A chat program in memory: what a platform connects to, and what its people see. */
export class Room {
  readonly id: string;
  readonly members: ReadonlyMap<string, Tier>;
  readonly #messages = new Map<string, RoomMessage>();
  readonly forms = new Map<string, RoomForm>();
  #listener: (event: RoomEvent) => Promise<void> = async () => {};
  #next = 1;

  constructor(id: string, members: Readonly<Record<string, Tier>> = {}) {
    this.id = id;
    this.members = new Map(Object.entries(members));
  }

  /** Calls back for each thing that somebody does, until another listens. */
  listen(listener: (event: RoomEvent) => Promise<void>): void {
    this.#listener = listener;
  }

  /** Tells the listener, and resolves once it answered. */
  happen(event: RoomEvent): Promise<void> {
    return this.#listener(event);
  }

  get messages(): readonly RoomMessage[] {
    return [...this.#messages.values()];
  }

  post(message: Omit<RoomMessage, "id">): RoomMessage {
    const whole = { ...message, id: `m${(this.#next += 1)}` };
    this.#messages.set(whole.id, whole);
    return whole;
  }

  /** False where there is no such message. */
  change(id: string, page: RoomPage): boolean {
    const held = this.#messages.get(id);
    if (held !== undefined) this.#messages.set(id, { ...held, ...page });
    return held !== undefined;
  }

  remove(id: string): boolean {
    return this.#messages.delete(id);
  }
}
