import type { Setting } from "#core/chat/frame.ts";
import type { Reply } from "#core/reply/reply.ts";

/** A platform's own payload for a page of a reply: what it would send, to be drawn as it is. */
type Draw = (reply: Reply, setting: Setting, page: number, token?: string) => Promise<unknown>;

/** How a reply is drawn. The caller gives it, since this platform does not know the others. */
export interface Drawers {
  readonly discord: Draw;
  readonly slack: Draw;
}
