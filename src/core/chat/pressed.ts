import type { RawCall } from "#core/request/call.ts";
import { refuse, type Read } from "#core/request/refusal.ts";

/** What is answered where no command was called: a refusal, a button that is too old. */
export const NOTHING: RawCall = { path: [], values: {} };

export const EXPIRED = refuse(
  "state",
  "This button or form is too old, or was made by another version of Talks; nothing was changed.",
  "Type the command again; /talks help lists them.",
);

/** What a button or a form stood for, or that it is no longer known. */
export function found(call: RawCall | undefined): Read<RawCall> {
  return call === undefined ? { ok: false, refusal: EXPIRED } : { ok: true, value: call };
}

/** The same call, answered for everyone. */
export function shared(call: RawCall): RawCall {
  return { path: call.path, values: { ...call.values, public: "true" } };
}
