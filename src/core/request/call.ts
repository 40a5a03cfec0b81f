import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { z } from "zod";
import type { Immutable } from "#core/text/immutable.ts";

/** An unchecked request: a command's path and the words of its options. Platforms read one; buttons carry one. */
export const RAW_CALL = z.object({
  path: z.array(z.string()),
  values: z.record(z.string(), z.string()),
  /** It comes from a submitted form: a missing value was left empty and is not asked for again. */
  submitted: z.boolean().exactOptional(),
  /** It comes from a form that asked only a part: the rest is asked next, and what that part asked is known. */
  partly: z.literal(true).exactOptional(),
  /** What stood in the form when it was shown, before anybody typed. */
  shown: z.record(z.string(), z.string()).exactOptional(),
  /** Opens the form with what was typed, instead of asking again. */
  reopen: z.literal(true).exactOptional(),
  /** It carries a name that was offered in place of unknown words: the option they were typed for, and the words. */
  instead: z.object({ option: z.string(), typed: z.string() }).exactOptional(),
  /** What to go on with once this is done: the call that lacked the name which this one makes. */
  next: z.object({ path: z.array(z.string()), values: z.record(z.string(), z.string()) }).exactOptional(),
  /** The words that it was read from, where they may be a question that only begins like a command. */
  words: z.string().exactOptional(),
  /** The line as it was typed in a conversation, where it may go on from the answer before: "why", "who else". */
  said: z.string().exactOptional(),
  /** What was taken from the answer before, for the reply to say. */
  taken: z.string().exactOptional(),
});
export type RawCall = Immutable<z.infer<typeof RAW_CALL>>;

/** The call of what answers none: a refusal, a post of Talks' own. */
export const NO_CALL: RawCall = { path: [], values: {} };

/** Longest words on a button, in characters: a phone shows them in one line. */
export const LABEL_MAX = 40;

/** A button carries a call, so that a press, a slash command and a typed line take the same path. */
export const BUTTON = z.object({ label: z.string(), call: RAW_CALL });
export type Button = Immutable<z.infer<typeof BUTTON>>;

export function call(path: readonly string[], values: Readonly<Record<string, string>> = {}): RawCall {
  return { path, values };
}

/** `/talks where` with these values: the call that most buttons carry. */
export function ask(name: string, values: Readonly<Record<string, string>> = {}): RawCall {
  return call(["talks", name], values);
}

/** The button that takes the asker's last change back. */
export function undoIn(at: Told): Button {
  return { label: tell(at, "button.undo"), call: call(["facts", "undo"]) };
}

/** The button that goes on with what a call was made for; none where it was made for itself. */
export function goOn(raw: RawCall | undefined, at: Told): readonly Button[] {
  const next = raw?.next;
  if (next === undefined) return [];
  return [{ label: tell(at, "make.goOn", { command: next.path.join(" ") }), call: call(next.path, next.values) }];
}

/** Whether everyone may see the answer. The raw words decide it, before any work starts. */
export function isPublic(raw: RawCall): boolean {
  return /^(?:true|yes|y|on|1)$/iu.test((raw.values["public"] ?? "").trim());
}

/** Whether it asks what the desk held at an earlier moment. */
export function isAsOf(raw: RawCall): boolean {
  return (raw.values["as-of"] ?? "").trim() !== "";
}
