import type { Input } from "#core/chat/input.ts";
import type { Conversation } from "./conversation.ts";
import { showLate, workedOn } from "./late-view.ts";
import type { RequestContext } from "./request-context.ts";

// A trigger opens a view for three seconds after the press (docs: Modals, opening), of which some were on the way.
const PATIENCE_MS = 1200;

/**
 * Answers a shortcut that leads to a form. What takes longer than its trigger lasts, such as a file to fetch and read,
 * comes into a view that was opened before.
 */
export function takeShortcut(input: Input, where: RequestContext, conversation: Conversation): Promise<void> {
  return conversation.attempt(where, async () => {
    const { client, trigger } = where;
    const { outcome, waited } = await workedOn(input, where, conversation, {
      most: PATIENCE_MS,
      says: "form.reading",
      // Where none can be opened, the answer comes as a message.
      show: async (view) => {
        if (trigger === undefined) return undefined;
        const opened = await client.views.open({ trigger_id: trigger, view }).catch(() => undefined);
        return opened?.view?.id;
      },
    });
    if (outcome !== undefined) await showLate(outcome, waited, where, conversation);
  });
}
