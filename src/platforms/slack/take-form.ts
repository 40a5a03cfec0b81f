import type { Told } from "#core/messages/tongue.ts";
import { toldTo } from "#core/messages/ready.ts";
import { tell } from "#core/messages/tell.ts";
import { setTimeout as sleep } from "node:timers/promises";
import type { types, ViewResponseAction } from "@slack/bolt";
import type { Input } from "#core/chat/input.ts";
import type { WaitingForm } from "#core/chat/outcome.ts";
import type { Conversation } from "./conversation.ts";
import { fileServer } from "./files.ts";
import { entered, errorsOf, picked, type Entry } from "./form.ts";
import { formView, readMetadata } from "./form-view.ts";
import type { RequestContext } from "./request-context.ts";
import { viewOf } from "./send.ts";
import { patiently } from "./web.ts";

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
    const told: Promise<Told> = conversation.locale(where).then(toldTo);
    const working = conversation.outcomeOf(inputOf(view, where), where);
    const late = await isLate(working, PATIENCE_MS);
    // Slack waits no longer: what is not known by now is told in English.
    if (late)
      await ack({ response_action: "update", view: workingView(await Promise.race([told, Promise.resolve({})])) });
    const outcome = await working;
    // Another process has it, and shows what came of it.
    if (outcome === undefined) return late ? undefined : ack();
    if (outcome.kind === "form") return showAgain(outcome, late, submission, conversation);
    if (!late) {
      await ack();
      return conversation.deliver(outcome, where);
    }
    const { blocks } = await conversation.message(outcome, where);
    if (!(await update(where, view.id, viewOf(blocks, outcome.reply)))) await conversation.deliver(outcome, where);
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

async function showAgain(
  waiting: WaitingForm,
  late: boolean,
  { where, view, ack }: Submission,
  conversation: Conversation,
): Promise<void> {
  const { form, sent } = waiting;
  const errors = sent?.partial === form.partial ? errorsOf(form) : undefined;
  if (!late && errors !== undefined && form.problem?.again === undefined)
    return ack({ response_action: "errors", errors: { ...errors } });
  const next = formView(waiting, where);
  if (!late) return ack({ response_action: "update", view: next });
  if (!(await update(where, view.id, next))) await conversation.deliver(waiting, where);
}

/** Whether something takes longer than so many milliseconds. */
export async function isLate(working: Promise<unknown>, most: number): Promise<boolean> {
  const patience = new AbortController();
  const late = sleep(most, true, { signal: patience.signal }).catch(() => true);
  return Promise.race([working.then(() => false), late]).finally(() => patience.abort());
}

function workingView(at: Told): types.ModalView {
  return saying(tell(at, "form.working"), at);
}

/** A view that says one thing. */
export function saying(text: string, at: Told): types.ModalView {
  return viewOf([{ type: "section", text: { type: "plain_text", text } }], at);
}

/** False where the view was closed meanwhile. */
export function update({ client }: RequestContext, id: string, view: types.ModalView): Promise<boolean> {
  return patiently(() => client.views.update({ view_id: id, view }), true).then(
    () => true,
    () => false,
  );
}
