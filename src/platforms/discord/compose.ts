import { tell } from "#core/messages/tell.ts";
import type { APIModalInteractionResponseCallbackData } from "discord.js";
import { writeAction, type Action } from "#core/chat/actions.ts";
import { frameOf, painted, readBy, type Setting } from "#core/chat/frame.ts";
import type { WaitingForm } from "#core/chat/outcome.ts";
import { heading, paragraph, reply, text, type Reply } from "#core/reply/reply.ts";
import { mayEnd, modal, steps } from "./form.ts";
import { buttonsOf, picturesOf } from "./fragments.ts";
import { paged } from "./pages.ts";
import { render, type Page } from "./render.ts";

/** docs: Components, custom id. */
export const CUSTOM_ID_MAX = 100;

/** What decides what stands around a reply. `prefix`: what the id of each of its buttons begins with. */
export interface PrefixedSetting extends Setting {
  readonly prefix?: string;
}

/** One page of a reply as a message. `token` names the reply where it is stashed already. */
export async function replyPage(answered: Reply, setting: PrefixedSetting, page = 0, token?: string): Promise<Page> {
  const { prefix = "" } = setting;
  const pages = paged(readBy(answered, setting.request));
  const at = Math.min(page, pages.length - 1);
  const fragments = pages[at] ?? [];
  const buttons = buttonsOf(fragments);
  const spec = { page: at, pages: pages.length, buttons, token, room: CUSTOM_ID_MAX - prefix.length };
  const frame = await frameOf(answered, spec, setting);
  const pictures = await painted(picturesOf(fragments), setting.paint);
  return render(fragments, { ...frame, pictures, id: (action) => `${prefix}${frame.id(action)}` });
}

/** A form as a modal, and as the message whose button opens it: for when a form cannot be shown at once. */
export interface FormModal {
  readonly modal: APIModalInteractionResponseCallbackData;
  readonly late: () => Page;
}

/** One step of a form that waits under a token. */
export function formModal(waiting: WaitingForm, prefix: string): FormModal {
  const { form, entered, step, token } = waiting;
  const written = (action: Action, nth: number): string =>
    `${prefix}${writeAction(action, nth, CUSTOM_ID_MAX - prefix.length) ?? ""}`;
  const id = written({ do: "form", token, step }, 0);
  const send = mayEnd(form, entered, step) ? written({ do: "send", token }, 1) : undefined;
  return { modal: modal(form, entered, step, id), late: () => waitingPage(waiting, id, send) };
}

function waitingPage({ form, step }: WaitingForm, id: string, send: string | undefined): Page {
  const { problem } = form;
  const count = steps(form);
  const refused = problem !== undefined && step === 0;
  const next = send === undefined ? tell(form, "form.part", { n: step + 1, all: count }) : tell(form, "form.mayEnd");
  const plain = refused
    ? `${problem.message} ${problem.hint}`
    : step === 0
      ? tell(form, "form.ready")
      : tell(form, "form.kept", { next });
  const label = tell(form, refused ? "form.correct" : step === 0 ? "form.fillIn" : "form.continue");
  const blocks: Reply["blocks"] = [heading(form.title), paragraph(text(plain))];
  const [fragments = []] = paged(reply(plain, blocks));
  const below = [
    ...(send === undefined ? [] : [{ label: tell(form, "form.send"), action: { do: "send" as const, token: "" } }]),
    { label, action: { do: "form" as const, token: "", step } },
  ];
  const ids = (action: Action): string => (action.do === "send" ? (send ?? "") : id);
  return render(fragments, { page: 0, pages: 1, below, histories: [], id: ids });
}
