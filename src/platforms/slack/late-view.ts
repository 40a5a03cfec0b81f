import { setTimeout as sleep } from "node:timers/promises";
import type { types } from "@slack/bolt";
import type { Input } from "#core/chat/input.ts";
import type { Outcome } from "#core/chat/outcome.ts";
import { toldTo } from "#core/messages/ready.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import type { Conversation } from "./conversation.ts";
import { formView } from "./form-view.ts";
import type { RequestContext } from "./request-context.ts";
import { viewOf } from "./send.ts";
import { patiently } from "./web.ts";

/** What came of an input; `waited` is what `wait` gave where it came late. */
interface Worked<W> {
  readonly outcome: Outcome | undefined;
  readonly waited?: W;
}

/** How long Slack waits, and the view that is shown then. */
interface Wait<W> {
  readonly most: number;
  readonly says: "form.working" | "form.reading";
  readonly show: (view: types.ModalView) => Promise<W>;
}

/** Answers an input. Where that takes longer than Slack waits, a view says so meanwhile. */
export async function workedOn<W>(
  input: Input,
  where: RequestContext,
  conversation: Conversation,
  { most, says, show }: Wait<W>,
): Promise<Worked<W>> {
  const told: Promise<Told> = conversation.locale(where).then(toldTo);
  const working = conversation.outcomeOf(input, where);
  if (!(await isLate(working, most))) return { outcome: await working };
  // Slack waits no longer: what is not known by now is told in English.
  const at = await Promise.race([told, Promise.resolve({})]);
  const waited = await show(viewOf([{ type: "section", text: { type: "plain_text", text: tell(at, says) } }], at));
  return { outcome: await working, waited };
}

/** Puts an outcome into an open view; where that was closed meanwhile, it comes as any answer does. */
export async function showLate(
  outcome: Outcome,
  id: string | undefined,
  where: RequestContext,
  conversation: Conversation,
): Promise<void> {
  if (id !== undefined && (await update(where, id, await lateView(outcome, where, conversation)))) return;
  await conversation.deliver(outcome, where);
}

async function lateView(outcome: Outcome, where: RequestContext, conversation: Conversation): Promise<types.ModalView> {
  if (outcome.kind === "form") return formView(outcome, where);
  return viewOf((await conversation.message(outcome, where)).blocks, outcome.reply);
}

/** Whether something takes longer than so many milliseconds. */
async function isLate(working: Promise<unknown>, most: number): Promise<boolean> {
  const patience = new AbortController();
  const late = sleep(most, true, { signal: patience.signal }).catch(() => true);
  return Promise.race([working.then(() => false), late]).finally(() => patience.abort());
}

/** False where the view was closed meanwhile. */
function update({ client }: RequestContext, id: string, view: types.ModalView): Promise<boolean> {
  return patiently(() => client.views.update({ view_id: id, view }), true).then(
    () => true,
    () => false,
  );
}
