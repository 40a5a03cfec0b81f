import { setTimeout as sleep } from "node:timers/promises";
import type { types, ViewResponseAction } from "@slack/bolt";
import { z } from "zod";
import { answer } from "#core/answer/answer.ts";
import { KEPT_FORM } from "#core/chat/shapes.ts";
import type { Answer } from "#core/answer/command.ts";
import type { Form } from "#core/answer/form.ts";
import { refusalReply } from "#core/reply/refusal-reply.ts";
import type { Asked } from "./asked.ts";
import { EXPIRED, NOTHING } from "#core/chat/pressed.ts";
import { keyOf, submitted, type Conversation, type Request } from "./conversation.ts";
import { entered, errorsOf, modal, type Entry } from "./form.ts";
import { viewOf } from "./send.ts";
import { patiently } from "./web.ts";

// A submitted view is to be answered within three seconds (docs: Modals, response actions).
const PATIENCE_MS = 2000;

const METADATA = z.object({ token: z.string(), channel: z.string().optional(), thread: z.string().optional() });
export type Metadata = z.infer<typeof METADATA>;

/** The view of a form, its state kept. */
async function formView(form: Form, asked: Asked, conversation: Conversation): Promise<types.ModalView> {
  const token = await conversation.kept.keep(keyOf(asked), { form, entered: {} });
  const { channel, thread } = asked;
  return modal(form, JSON.stringify({ token, channel, thread } satisfies Partial<Metadata>));
}

/** Opens a form where there is still a trigger for it; false where there is none, or it is over. */
export async function openForm({ asked }: Request, form: Form, conversation: Conversation): Promise<boolean> {
  const { trigger, client, modal: below } = asked;
  if (trigger === undefined) return false;
  const view = await formView(form, asked, conversation);
  const at = { trigger_id: trigger, view };
  return (below === undefined ? client.views.open(at) : client.views.push(at)).then(
    () => true,
    () => false,
  );
}

export function readMetadata(text: string): Metadata | undefined {
  try {
    const read = METADATA.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}

export interface Submission {
  readonly asked: Asked;
  readonly view: {
    readonly id: string;
    readonly private_metadata: string;
    readonly state: { readonly values: unknown };
  };
  ack(action?: ViewResponseAction): Promise<void>;
}

/** What a submitted form comes to: errors under its fields, the form anew, or an answer where it was begun. */
export async function takeForm(submission: Submission, conversation: Conversation): Promise<void> {
  const { asked, view } = submission;
  const ack = (action?: ViewResponseAction): Promise<void> => submission.ack(action);
  let late = false;
  const work = conversation.within(asked, async (request) => {
    const { form, answered } = await answerOf(request, view, conversation);
    const again = answered.kind === "form" ? answered.form : undefined;
    const errors = again === undefined || form?.partial !== again.partial ? undefined : errorsOf(again);
    if (again !== undefined) {
      if (!late && errors !== undefined && again.problem?.again === undefined)
        return ack({ response_action: "errors", errors: { ...errors } });
      const next = await formView(again, asked, conversation);
      if (!late) return ack({ response_action: "update", view: next });
      if (!(await update(asked, view.id, next))) await conversation.give(answered, request, NOTHING, false);
      return;
    }
    if (!late) {
      await ack();
      return conversation.give(answered, request, NOTHING, false);
    }
    const shown =
      answered.kind === "reply"
        ? answered.reply
        : refusalReply(answered.kind === "refusal" ? answered.refusal : EXPIRED);
    const message = await conversation.message(shown, request, NOTHING, false);
    if (!(await update(asked, view.id, viewOf(message.blocks))))
      await conversation.give(answered, request, NOTHING, false);
  });
  const first = await Promise.race([work.then(() => "done"), sleep(PATIENCE_MS, "late", { ref: false })]);
  if (first === "late") {
    late = true;
    await ack({ response_action: "update", view: WORKING });
  }
  await work;
}

async function answerOf(
  request: Request,
  view: Submission["view"],
  { kept }: Conversation,
): Promise<{ readonly form: Form | undefined; readonly answered: Answer }> {
  const metadata = readMetadata(view.private_metadata);
  const held = metadata === undefined ? undefined : await kept.kept(keyOf(request.asked), metadata.token, KEPT_FORM);
  if (held === undefined) return { form: undefined, answered: { kind: "refusal", refusal: EXPIRED } };
  const values = entered(view.state.values as Readonly<Record<string, Readonly<Record<string, Entry>>>>, held.form);
  const call = submitted(held.form, values);
  return { form: held.form, answered: await answer(call, request.asker, request.session) };
}

const WORKING: types.ModalView = viewOf([
  { type: "section", text: { type: "plain_text", text: "Working … what you entered is not lost." } },
]);

/** False where the view was closed meanwhile. */
function update({ client }: Asked, id: string, view: types.ModalView): Promise<boolean> {
  return patiently(() => client.views.update({ view_id: id, view }), true).then(
    () => true,
    () => false,
  );
}
