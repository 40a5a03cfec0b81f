import type { Asker } from "#core/asker.ts";
import { mayActAs } from "#core/asker.ts";
import type { RawCall } from "#core/call.ts";
import type { Commands } from "#core/command.ts";
import type { Form } from "#core/form.ts";
import { submit } from "#core/form.ts";
import { heading, paragraph, reply, text, type Reply } from "#core/reply.ts";
import type { DeskKey } from "#core/store.ts";
import type { APIModalInteractionResponseCallbackData } from "discord.js";
import { writeAction, type Action } from "./actions.ts";
import { mayEnd, modal, steps } from "./form.ts";
import type { Kept } from "./kept.ts";
import { paged } from "./pages.ts";
import { render, type Frame, type Page } from "./render.ts";

/** Who asked what, where: all that decides what stands around an answer. */
export interface Setting {
  readonly place: DeskKey;
  readonly asker: Asker;
  readonly call: RawCall;
  readonly everyone: boolean;
  readonly commands: Commands;
  readonly kept: Kept;
}

/** One page of a reply as a message. `token` names the reply where it is kept already. */
export async function replyPage(answered: Reply, setting: Setting, page = 0, token?: string): Promise<Page> {
  const pages = paged(answered);
  const at = Math.min(page, pages.length - 1);
  const kept =
    pages.length > 1
      ? (token ?? (await setting.kept.keep(setting.place, { call: setting.call, reply: answered })))
      : "";
  const turn = (label: string, to: number): Frame["below"][number] => ({
    label,
    action: { do: "page", token: kept, page: Math.max(0, Math.min(to, pages.length - 1)) },
    enabled: to >= 0 && to < pages.length,
  });
  const histories = historiesFor(answered, setting);
  const [only] = histories;
  const below = [
    ...(pages.length > 1 ? [turn("◀ Back", at - 1), turn("Next ▶", at + 1)] : []),
    ...(sharable(setting) ? [{ label: "Share", action: { do: "share" as const, call: setting.call } }] : []),
    ...(only !== undefined && histories.length === 1
      ? [{ label: "History", action: { do: "call" as const, call: historyOf(only.id) } }]
      : []),
  ];
  const shown = pages[at] ?? [];
  const inside = shown.flatMap((f) =>
    f.kind === "buttons" ? f.buttons.map((b) => ({ do: "call" as const, call: b.call })) : [],
  );
  const id = await identify([...inside, ...below.map((b) => b.action)], setting);
  return render(shown, {
    page: at,
    pages: pages.length,
    below,
    histories,
    id,
    ...(setting.everyone ? { sharedBy: setting.asker.id } : {}),
  });
}

export function historyOf(id: string): RawCall {
  return { path: ["facts", "history"], values: { id } };
}

function historiesFor({ facts }: Reply, { asker, commands, call, everyone }: Setting): Frame["histories"] {
  const history = commands.find(["facts", "history"]);
  if (everyone || history === undefined || !mayActAs(asker.tier, history.tier) || call.path[1] === "history") return [];
  return [...new Map(facts.map((f) => [f.id, { id: f.id, statement: f.statement }])).values()];
}

/** Whoever reads an answer alone may show it to everyone; an answer to a change is nobody else's business. */
function sharable({ everyone, call, commands }: Setting): boolean {
  const options = commands.find(call.path)?.options;
  return !everyone && options !== undefined && Object.hasOwn(options, "public");
}

/** Custom ids for the actions of one message, each another. Calls that are too long for one are kept together under one token. */
async function identify(actions: readonly Action[], { place, kept }: Setting): Promise<(action: Action) => string> {
  const long = actions.filter((a) => writeAction(a, 99) === undefined);
  const names = long.map((a) => JSON.stringify(a));
  const token = long.length === 0 ? "" : await kept.keep(place, long);
  let nth = 0;
  return (action) => {
    nth += 1;
    const index = names.indexOf(JSON.stringify(action));
    const id = writeAction(index < 0 ? action : { do: "kept", token, index }, nth);
    if (id === undefined) throw new Error(`the action ${JSON.stringify(action)} was not kept`);
    return id;
  };
}

/** A form as a modal, and as the message whose button opens it: for when a form cannot be shown at once. */
export async function formModal(
  form: Form,
  entered: Readonly<Record<string, string>>,
  step: number,
  { place, kept }: Pick<Setting, "place" | "kept">,
): Promise<{ readonly modal: APIModalInteractionResponseCallbackData; readonly late: () => Promise<Page> }> {
  const token = await kept.keep(place, { form, entered });
  const action: Action = { do: "form", token, step };
  const id = writeAction(action, 0) ?? "";
  const send = mayEnd(form, entered, step) ? (writeAction({ do: "send", token }, 1) ?? "") : undefined;
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
