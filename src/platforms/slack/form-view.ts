import { tell } from "#core/messages/tell.ts";
import type { types } from "@slack/bolt";
import { z } from "zod";
import { writeAction } from "#core/chat/actions.ts";
import type { WaitingForm } from "#core/chat/outcome.ts";
import { buttons, heading, paragraph, reply, text } from "#core/reply/reply.ts";
import { NO_CALL } from "#core/request/call.ts";
import { modal } from "./form.ts";
import { paged } from "./pages.ts";
import { render, ROOM, type Message } from "./render.ts";
import type { RequestContext } from "./request-context.ts";

const METADATA = z.object({ token: z.string(), channel: z.string().optional(), thread: z.string().optional() });
export type Metadata = z.infer<typeof METADATA>;

/** A form as a view, which carries the token that it waits under, and where it was begun. */
export function formView({ form, token }: WaitingForm, { channel, thread }: RequestContext): types.ModalView {
  return modal(form, JSON.stringify({ token, channel, thread } satisfies Partial<Metadata>));
}

/** Opens a form where there is still a trigger for it; false where there is none, or it is over. */
export async function openForm(waiting: WaitingForm, where: RequestContext): Promise<boolean> {
  const { trigger, client, modal: below } = where;
  if (trigger === undefined) return false;
  const at = { trigger_id: trigger, view: formView(waiting, where) };
  return (below === undefined ? client.views.open(at) : client.views.push(at)).then(
    () => true,
    () => false,
  );
}

/** A message whose button opens a form that could not be shown at once. */
export function waitingMessage({ form, token, step }: WaitingForm): Message {
  const { problem } = form;
  const plain = problem === undefined ? tell(form, "form.ready") : `${problem.message} ${problem.hint}`;
  const [parts = []] = paged(
    reply(plain, [
      heading(form.title),
      paragraph(text(plain)),
      buttons({ label: tell(form, "form.fillIn"), call: NO_CALL }),
    ]),
  );
  const id = (): string => writeAction({ do: "form", token, step }, 0, ROOM) ?? "";
  return render(plain, parts, { page: 0, pages: 1, below: [], histories: [], id });
}

export function readMetadata(text: string): Metadata | undefined {
  try {
    const read = METADATA.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
