import type { ViewResponseAction } from "@slack/bolt";
import type { Input } from "#core/chat/input.ts";
import type { WaitingForm } from "#core/chat/outcome.ts";
import type { Conversation } from "./conversation.ts";
import { fileServer } from "./files.ts";
import { entered, errorsOf, picked, type Entry } from "./form.ts";
import { formView, readMetadata } from "./form-view.ts";
import { showLate, workedOn } from "./late-view.ts";
import type { RequestContext } from "./request-context.ts";

// A submitted view is to be answered within three seconds (docs: Modals, response actions).
const PATIENCE_MS = 2000;

/** A view that was submitted, to be acknowledged once. */
export interface Submission {
  readonly where: RequestContext;
  readonly view: {
    readonly id: string;
    readonly private_metadata: string;
    readonly state: { readonly values: unknown };
  };
  readonly ack: (action?: ViewResponseAction) => Promise<void>;
}

/** Answers a submitted form: errors under its fields, the form again, or an answer where it was begun. */
export function takeForm(submission: Submission, conversation: Conversation): Promise<void> {
  const { where, view, ack } = submission;
  return conversation.attempt(where, async () => {
    const { outcome, waited } = await workedOn(inputOf(view, where), where, conversation, {
      most: PATIENCE_MS,
      says: "form.working",
      show: async (next) => {
        await ack({ response_action: "update", view: next });
        return view.id;
      },
    });
    // Another process has it, and shows what came of it.
    if (outcome === undefined) return waited === undefined ? ack() : undefined;
    if (waited !== undefined) return showLate(outcome, waited, where, conversation);
    if (outcome.kind === "form") return ack(again(outcome, where));
    await ack();
    return conversation.deliver(outcome, where);
  });
}

function inputOf({ private_metadata, state }: Submission["view"], { client }: RequestContext): Input {
  const metadata = readMetadata(private_metadata);
  if (metadata === undefined) return undefined;
  const values = state.values as Readonly<Record<string, Readonly<Record<string, Entry>>>>;
  return {
    do: "submit",
    token: metadata.token,
    step: 0,
    entered: (form) => entered(values, form),
    picked: (form) => picked(values, form),
    server: fileServer(client),
  };
}

/** The same form with what is wrong under its fields, where that is all; else the next one in its place. */
function again(waiting: WaitingForm, where: RequestContext): ViewResponseAction {
  const { form, sent } = waiting;
  const errors = sent?.partial === form.partial ? errorsOf(form) : undefined;
  return errors !== undefined && form.problem?.again === undefined
    ? { response_action: "errors", errors: { ...errors } }
    : { response_action: "update", view: formView(waiting, where) };
}
