import type { Tongue } from "#core/messages/tongue.ts";

/** The channel of a workspace where moderators get suggestions, and questions without an answer. */
export interface Inbox {
  readonly channel: string;
  /** The platform's id of the person who named it: they are told when nothing can be posted there. */
  readonly owner: string;
  /** The language of what is posted there, which is that of the channel; English where it says none of the others. */
  readonly tongue?: Tongue;
  /** The language that the person who named it is told in, which is theirs; English where there is none. */
  readonly ownerTongue?: Tongue;
  /** Why nothing can be posted there; nothing is until it is named again. */
  readonly trouble?: string;
}

/** The inbox as it is named. */
export type NewInbox = Omit<Inbox, "trouble">;
