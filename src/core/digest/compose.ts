import type { Snapshot } from "#core/desk.ts";
import type { Reply } from "#core/reply.ts";
import type { Since, Topics, Wants } from "./subscription.ts";

/** A digest to post, or nothing to say; either way the next one starts from `upTo`. */
export type Composed =
  | { readonly kind: "say"; readonly reply: Reply; readonly upTo: Since }
  | { readonly kind: "nothing"; readonly upTo: Since };

/** What is told so far of a desk as it stands: what a new subscription starts from. */
export function sinceNow({ own, library }: Snapshot): Since {
  return { own: own.version, library: library.version };
}

/** What changed on a desk since the last digest, as it is posted. Pure: the preview and the post are the same to the character. */
export function compose(at: Snapshot, _wants: Wants, _since: Since, _missed = 0): Composed {
  return { kind: "nothing", upTo: sinceNow(at) };
}

/** The same for one person who follows some topics. */
export function composeFollowed(at: Snapshot, _topics: readonly Topics[], _since: Since): Composed {
  return { kind: "nothing", upTo: sinceNow(at) };
}
