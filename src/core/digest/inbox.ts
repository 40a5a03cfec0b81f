/** The channel of a workspace where moderators get suggestions, and questions without an answer. */
export interface Inbox {
  readonly channel: string;
  /** The platform's id of the person who named it: they are told when nothing can be posted there. */
  readonly owner: string;
  /** Why nothing can be posted there; nothing is until it is named again. */
  readonly trouble?: string;
}
