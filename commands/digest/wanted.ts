import type { Told } from "#core/messages/tongue.ts";
import { whyIn } from "#core/messages/line-in.ts";
import { tell } from "#core/messages/tell.ts";
import { nextInstant } from "#core/digest/instants.ts";
import type { Rule } from "#core/digest/rule.ts";
import type { Wants } from "#core/digest/subscription.ts";
import { LANGUAGE, TELLS, THREAD, TOPICS } from "#core/digest/digest-options.ts";
import { flag, mentionable, type Mentioned } from "#core/request/options/index.ts";
import { no, ok, refuse, type Read } from "#core/request/refusal.ts";
import type { Digests } from "#core/digest/digests.ts";

/** What a digest is made with, besides where and when it posts. */
export const WANTED = {
  topics: TOPICS,
  tells: TELLS,
  language: LANGUAGE,
  "mention-role": mentionable("A role or user group to ping with each digest (nobody, if empty)"),
  thread: THREAD,
  quiet: flag("Post nothing if nothing changed, instead of one line that says so"),
  suggestions: flag("List waiting suggestions too; meant for a moderators' channel"),
} as const;

/** The role or group that a digest is to ping; a refusal for a person, and for everyone in the workspace. */
export function mentioned(who: Mentioned | undefined, workspace: string, at: Told): Read<Wants["mention"]> {
  if (who === undefined) return ok(undefined);
  const problem = (message: string): Read<never> => no(message, tell(at, "wanted.mention"), [], "mention-role");
  if (who.kind === "user") return problem(tell(at, "wanted.person"));
  // A role with the workspace's own id is everyone in it.
  if (who.id === workspace) return problem(tell(at, "wanted.everyone"));
  return ok({ kind: who.kind, id: who.id, name: who.name });
}

/** The channel's locale, where Talks can post there and the platform says it; else why it cannot post. */
export async function postable(
  digests: Digests,
  at: Told,
  channel: string,
  thread?: string,
): Promise<Read<string | undefined>> {
  const may = await digests.mayPost(channel, thread);
  return may?.ok === false
    ? { ok: false, refusal: refuse("state", tell(at, "wanted.mayNot"), whyIn(at, may.hint)) }
    : ok(may?.locale);
}

/** A checked rule's next instant. @throws Error where it has none, which the check excludes */
export function nextOf(rule: Rule, now: Temporal.Instant): Temporal.Instant {
  const next = nextInstant(rule, now);
  if (next === undefined) throw new Error(`${rule.cron} was checked and never fires`);
  return next;
}
