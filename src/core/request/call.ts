import { z } from "zod";
import type { Immutable } from "#core/text/immutable.ts";

/** A request as it came: a command's path and its options' words, unchecked. Buttons carry one; platforms read one. */
export const RAW_CALL = z.object({
  path: z.array(z.string()),
  values: z.record(z.string(), z.string()),
  /** Set on what comes back from a form: nothing given then means left empty, not yet to be asked. */
  submitted: z.boolean().exactOptional(),
  /** Set on a name that is offered in place of words that the desk does not know: which option they were typed for. */
  instead: z.object({ option: z.string(), typed: z.string() }).exactOptional(),
});
export type RawCall = Immutable<z.infer<typeof RAW_CALL>>;

/** A button carries a call, so a press, a slash command and a typed line run the same path. */
export const BUTTON = z.object({ label: z.string(), call: RAW_CALL });
export type Button = Immutable<z.infer<typeof BUTTON>>;

export function call(path: readonly string[], values: Readonly<Record<string, string>> = {}): RawCall {
  return { path, values };
}

/** `/talks where` with these values: the call that most buttons carry. */
export function ask(name: string, values: Readonly<Record<string, string>> = {}): RawCall {
  return call(["talks", name], values);
}

/** Whether the answer is for everyone: settled from the raw words, before any work starts. */
export function isPublic(raw: RawCall): boolean {
  return /^(?:true|yes|y|on|1)$/iu.test((raw.values["public"] ?? "").trim());
}

/** Whether it asks what the desk held at an earlier moment. */
export function isAsOf(raw: RawCall): boolean {
  return (raw.values["as-of"] ?? "").trim() !== "";
}
