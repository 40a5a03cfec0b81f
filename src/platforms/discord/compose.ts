import type { APIModalInteractionResponseCallbackData } from "discord.js";
import { writeAction, type Action } from "#core/chat/actions.ts";
import { frameOf, type Setting } from "#core/chat/frame.ts";
import type { RawCall } from "#core/request/call.ts";
import { submit, type Form } from "#core/answer/form.ts";
import { heading, paragraph, reply, text, type Reply } from "#core/reply/reply.ts";
import { mayEnd, modal, steps } from "./form.ts";
import { paged } from "./pages.ts";
import { render, type Page } from "./render.ts";

/** docs: Components, custom id. */
export const CUSTOM_ID_MAX = 100;

/** Where an answer is shown. `prefix`: what the id of each of its buttons begins with. */
export interface Around extends Setting {
  readonly prefix?: string;
}

/** One page of a reply as a message. `token` names the reply where it is kept already. */
export async function replyPage(answered: Reply, setting: Around, page = 0, token?: string): Promise<Page> {
  const { prefix = "" } = setting;
  const pages = paged(answered);
  const at = Math.min(page, pages.length - 1);
  const fragments = pages[at] ?? [];
  const buttons = fragments.flatMap((f) => (f.kind === "buttons" ? f.buttons : []));
  const shown = { page: at, pages: pages.length, buttons, token, room: CUSTOM_ID_MAX - prefix.length };
  const frame = await frameOf(answered, shown, setting);
  return render(fragments, { ...frame, id: (action) => `${prefix}${frame.id(action)}` });
}

/** A form as a modal, and as the message whose button opens it: for when a form cannot be shown at once. */
export interface FormModal {
  readonly modal: APIModalInteractionResponseCallbackData;
  readonly late: () => Promise<Page>;
}

/** Keeps a form, so that its answer and its further steps find it, and shows it. */
export async function formModal(
  form: Form,
  entered: Readonly<Record<string, string>>,
  step: number,
  { place, stash, prefix = "" }: Pick<Around, "place" | "stash" | "prefix">,
): Promise<FormModal> {
  return modalUnder(prefix, await stash.put(place, { form, entered }), form, entered, step);
}

/** The same, of a form that is kept already. */
export function modalUnder(
  prefix: string,
  token: string,
  form: Form,
  entered: Readonly<Record<string, string>>,
  step: number,
): FormModal {
  const action: Action = { do: "form", token, step };
  const written = (one: Action, nth: number): string => `${prefix}${writeAction(one, nth, CUSTOM_ID_MAX) ?? ""}`;
  const id = written(action, 0);
  const send = mayEnd(form, entered, step) ? written({ do: "send", token }, 1) : undefined;
  return { modal: modal(form, entered, step, id), late: async () => waitingForm(form, step, id, send) };
}

function waitingForm(form: Form, step: number, id: string, send: string | undefined): Page {
  const { problem } = form;
  const count = steps(form);
  const refused = problem !== undefined && step === 0;
  const rest = send === undefined ? `Part ${step + 1} of ${count} comes next.` : "What is left may stay empty.";
  const told = refused
    ? `${problem.message} ${problem.hint}`
    : step === 0
      ? "It is ready to be filled in."
      : `What you entered is kept. ${rest}`;
  const label = refused ? "Correct it" : step === 0 ? "Fill in" : "Continue";
  const blocks: Reply["blocks"] = [heading(form.title), paragraph(text(told))];
  const [fragments = []] = paged(reply(told, blocks));
  const below = [
    ...(send === undefined ? [] : [{ label: "Send", action: { do: "send" as const, token: "" } }]),
    { label, action: { do: "form" as const, token: "", step } },
  ];
  const ids = (action: Action): string => (action.do === "send" ? (send ?? "") : id);
  return render(fragments, { page: 0, pages: 1, below, histories: [], id: ids });
}

/** The call that a form makes once all of it is entered. */
export function submitted(form: Form, entered: Readonly<Record<string, string>>): RawCall {
  const standing = Object.fromEntries(form.fields.map((f) => [f.name, f.value]));
  return submit(form, { ...standing, ...entered });
}
