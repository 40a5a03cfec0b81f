/** A request as it came: a command's path and its options' words, unchecked. Buttons carry one; platforms read one. */
export interface RawCall {
  readonly path: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  /** Set on what comes back from a form: nothing given then means left empty, not yet to be asked. */
  readonly submitted?: boolean;
  /** Set on a name that is offered in place of words that the desk does not know: which option they were typed for. */
  readonly instead?: { readonly option: string; readonly typed: string };
}

/** What is answered where no command was called: a refusal, a post of its own. */
export const NO_CALL: RawCall = { path: [], values: {} };

/** A button carries a call, so a press, a slash command and a typed line run the same path. */
export interface Button {
  readonly label: string;
  readonly call: RawCall;
}

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
