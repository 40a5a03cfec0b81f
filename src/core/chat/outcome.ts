import type { Form } from "#core/answer/form.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { paragraph, reply, text, toldIn, type Reply } from "#core/reply/reply.ts";
import { refusalReply } from "#core/reply/refusal-reply.ts";
import type { Refusal } from "#core/request/refusal.ts";
import type { Request } from "./frame.ts";

/** What comes of an input: each platform delivers these four in its own way. */
export type Outcome =
  /** A new message, its first page. */
  | { readonly kind: "reply"; readonly reply: Reply; readonly request: Request }
  /**
   * Another page of a reply that is stashed under the token: in the place of the one that was pressed, where only the
   * asker sees that.
   */
  | {
      readonly kind: "page";
      readonly reply: Reply;
      readonly request: Request;
      readonly page: number;
      readonly token: string;
    }
  /** `everyone`: the reply that was refusalOutcome would have been for everyone. */
  | { readonly kind: "refusal"; readonly reply: Reply; readonly everyone: boolean }
  | WaitingForm;

/**
 * A form to be filled in, which waits under the token. `step` counts from 0, `entered` is what its earlier steps were
 * filled in with.
 */
export interface WaitingForm {
  readonly kind: "form";
  readonly form: Form;
  readonly token: string;
  readonly step: number;
  readonly entered: Readonly<Record<string, string>>;
  /** The form that was sent and comes back, or leads to this one. */
  readonly sent?: Form;
}

/** What the person who pressed Share is told, besides what everyone sees. */
export function sharedNote({ tongue }: Told): Reply {
  const words = tell({ tongue }, "frame.shared");
  return toldIn(reply(words, [paragraph(text(words))]), tongue);
}

export function refusalOutcome(refusal: Refusal, everyone = false): Outcome {
  return { kind: "refusal", reply: refusalReply(refusal), everyone };
}
