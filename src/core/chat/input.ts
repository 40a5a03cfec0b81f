import type { Told } from "#core/messages/tongue.ts";
import type { Form } from "#core/answer/form.ts";
import type { Asker } from "#core/request/asker.ts";
import { isPublic, type RawCall } from "#core/request/call.ts";
import type { Read } from "#core/request/refusal.ts";
import type { DeskKey } from "#core/desk/store.ts";
import { readAction, type Action } from "./actions.ts";
import type { Attached, FileServer } from "./attached.ts";
import { historyOf } from "./frame.ts";
import { STASHED_ACTIONS } from "./shapes.ts";
import type { Stash } from "./stash.ts";

/** A button that was pressed, or a fact that was chosen from the menu of histories. */
export type Press = Exclude<Action, { readonly do: "history" }>;

/** One thing that somebody did: asked, pressed, or sent a form. Undefined is a press that can no longer be read. */
export type Input =
  | Press
  /**
   * Asked in words or by a command; the call may depend on who asks. `everyone`: whom the answer is for, known before
   * any work starts.
   */
  | {
      readonly do: "ask";
      readonly call: (asker: Asker, at: Told) => Promise<Read<RawCall>> | Read<RawCall>;
      readonly everyone: boolean;
    }
  /** Sent one step of a form that waits under a token, `entered` in it. */
  | {
      readonly do: "submit";
      readonly token: string;
      readonly step: number;
      readonly entered: (form: Form) => Readonly<Record<string, string>>;
      /** The files that were picked in it, by field. */
      readonly picked?: (form: Form) => Readonly<Record<string, Attached>>;
      readonly server?: FileServer;
    }
  | undefined;

/**
 * A call that was read, no matter who asks: `read` reads it again where what is wrong with it is told in their
 * language. It is for everyone where it says so itself, unless `everyone` says otherwise.
 */
export function asking(
  read: (at: Told) => Read<RawCall>,
  everyone = (call: RawCall): boolean => isPublic(call),
): Input {
  const call = read({});
  return { do: "ask", call: (_, at) => (call.ok ? call : read(at)), everyone: call.ok && everyone(call.value) };
}

/** What a button or a menu carries as a press; `chosen` is the fact where it is the menu of histories. */
export function readPress(carried: string, chosen?: string): Press | undefined {
  const action = readAction(carried);
  if (action?.do !== "history") return action;
  return chosen === undefined ? undefined : choose(chosen);
}

/** The press that a choice in the menu of histories stands for. */
export function choose(fact: string): Press {
  return { do: "call", call: historyOf(fact) };
}

/** The same call, answered for everyone. */
export function shared(call: RawCall): RawCall {
  return { path: call.path, values: { ...call.values, public: "true" } };
}

/**
 * Whether an answer is meant for everyone, for a platform that acknowledges before it is known. @throws what the store
 * throws
 */
export async function isForEveryone(input: Input, workspace: DeskKey, stash: Stash): Promise<boolean> {
  switch (input?.do) {
    case "ask":
      return input.everyone;
    case "call":
      return isPublic(input.call);
    case "share":
      return true;
    case "stashed":
      return isForEveryone(await stashedPress(input, workspace, stash), workspace, stash);
    case "details":
    case "page":
    case "form":
    case "send":
    case "submit":
    case undefined:
      return false;
  }
}

/** A press that was too long for its button. @throws what the store throws */
export async function stashedPress(
  { token, index }: Extract<Press, { readonly do: "stashed" }>,
  workspace: DeskKey,
  stash: Stash,
): Promise<Press | undefined> {
  return (await stash.get(workspace, token, STASHED_ACTIONS))?.[index];
}
