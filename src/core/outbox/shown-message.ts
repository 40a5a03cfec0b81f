import type { Posting } from "#core/reply/posting.ts";
import type { Quoted, Reply } from "#core/reply/reply.ts";

/** A public message, and the facts as it quotes them. */
export interface ShownMessage extends Posting {
  readonly id: number;
  readonly desk: number;
  readonly platform: string;
  /** How often it was shown. A message that is shown again may be wrong again. */
  readonly times: number;
  /** The whole message, where it is known. */
  readonly reply?: Reply;
  readonly facts: readonly Quoted[];
}
