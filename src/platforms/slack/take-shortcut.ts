import type { Told } from "#core/messages/tongue.ts";
import { toldTo } from "#core/messages/ready.ts";
import { tell } from "#core/messages/tell.ts";
import type { Input } from "#core/chat/input.ts";
import type { Conversation } from "./conversation.ts";
import { formView } from "./form-view.ts";
import type { RequestContext } from "./request-context.ts";
import { viewOf } from "./send.ts";
import { isLate, saying, update } from "./take-form.ts";

// A trigger opens a view for three seconds after the press (docs: Modals, opening), of which some were on the way.
const PATIENCE_MS = 1200;

/**
 * Answers a shortcut that leads to a form. What takes longer than its trigger lasts, such as a file to fetch and read,
 * comes into a view that was opened before.
 */
export function takeShortcut(input: Input, where: RequestContext, conversation: Conversation): Promise<void> {
  return conversation.attempt(where, async () => {
    const told: Promise<Told> = conversation.locale(where).then(toldTo);
    const working = conversation.outcomeOf(input, where);
    const late = await isLate(working, PATIENCE_MS);
    // The trigger waits no longer: what is not known by now is told in English.
    const id = late ? await openFirst(where, await Promise.race([told, Promise.resolve({})])) : undefined;
    const outcome = await working;
    if (outcome === undefined) return;
    if (id !== undefined) {
      const view =
        outcome.kind === "form"
          ? formView(outcome, where)
          : viewOf((await conversation.message(outcome, where)).blocks, outcome.reply);
      if (await update(where, id, view)) return;
    }
    await conversation.deliver(outcome, where);
  });
}

/** The id of a view that says to wait; undefined where none can be opened. */
async function openFirst({ client, trigger }: RequestContext, at: Told): Promise<string | undefined> {
  if (trigger === undefined) return undefined;
  const opened = await client.views
    .open({ trigger_id: trigger, view: saying(tell(at, "form.reading"), at) })
    .catch(() => undefined);
  return opened?.view?.id;
}
