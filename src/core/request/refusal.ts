import { z } from "zod";
import { TONGUES } from "#core/messages/tongue.ts";
import { NAME_KINDS } from "#core/facts/names.ts";
import type { Immutable } from "#core/text/immutable.ts";
import { BUTTON, RAW_CALL, type Button } from "./call.ts";
import { CHOICE } from "./choice.ts";

/**
 * An expected no. `usage`: the typed words are not a request. `held`: the desk holds nothing that answers.
 * `choice`: it holds several answers, and nothing says which is meant.
 * `state`: it is already so, or cannot be done as things stand. `right`: the asker may not.
 * `conflict`: somebody else was first. `limit`: too much, or too often.
 * `failed`: a defect, or a store that is out of reach. `hint` says what to type or do instead.
 */
export const REFUSAL = z.object({
  kind: z.enum(["usage", "held", "choice", "state", "right", "conflict", "limit", "failed"]),
  message: z.string(),
  hint: z.string(),
  buttons: z.array(BUTTON),
  /** What is held comes near, and the buttons lead there. */
  near: z.literal(true).exactOptional(),
  /** What may be meant, one of it a line. */
  lines: z.array(z.string()).exactOptional(),
  /** The option that was refused, where it was one. */
  field: z.string().exactOptional(),
  /** The call to make instead if the asker still wants it, such as knowingly over somebody else's change. */
  again: RAW_CALL.exactOptional(),
  /** Its buttons carry all that was typed. A form whose refusal it is need not come back. */
  carries: z.literal(true).exactOptional(),
  /** Values to choose from instead of the refused one. `check` knows the call and makes buttons of them. */
  offers: z.array(CHOICE).exactOptional(),
  /** A typed name that is not held, and the kinds that it may be of; `asWords`: any words do. */
  unheld: z
    .object({ typed: z.string(), of: z.array(z.enum(NAME_KINDS)), asWords: z.literal(true).exactOptional() })
    .exactOptional(),
  /** The language that it is told in; English where there is none. */
  tongue: z.enum(TONGUES).exactOptional(),
});
export type Refusal = Immutable<z.infer<typeof REFUSAL>>;

export function refuse(kind: Refusal["kind"], message: string, hint: string, buttons: readonly Button[] = []): Refusal {
  return { kind, message, hint, buttons };
}

/** A value parsed at the edge, or the refusal that says what to type instead. */
export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export function ok<T>(value: T): Read<T> {
  return { ok: true, value };
}

export function no(message: string, hint: string, buttons: readonly Button[] = [], field?: string): Read<never> {
  const refusal = refuse("usage", message, hint, buttons);
  return { ok: false, refusal: field === undefined ? refusal : { ...refusal, field } };
}
