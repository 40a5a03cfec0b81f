import type { FormDefinition } from "#core/answer/form.ts";
import { tell } from "#core/messages/tell.ts";
import { findFact } from "#core/changes/find-fact.ts";

/**
 * What a moderator is told before a fact changes: how many messages that everybody sees quote it, and will be changed
 * too.
 */
export const messagesNote: NonNullable<FormDefinition["note"]> = async (values, at, digests) => {
  const fact = findFact(values["id"] ?? "", at);
  const messages = fact.ok ? ((await digests?.quoting(fact.value.id)) ?? 0) : 0;
  if (messages === 0) return undefined;
  return tell(at.view, "changed.messages", { n: messages });
};
