import type { Names } from "#core/facts/names.ts";
import type { Asker } from "#core/request/asker.ts";
import type { Dialect } from "#core/request/dialect.ts";
import { call, type Button } from "#core/request/call.ts";
import type { RevisionLog } from "#core/desk/revision-log.ts";
import { instant, text, type Inline } from "#core/reply/reply.ts";
import type { DeskKey } from "#core/desk/store.ts";
import { nextInstants } from "./instants.ts";
import { ruleWords } from "./rule.ts";
import type { Subscription } from "./subscription.ts";
import { topicsWords } from "./topic.ts";
import { wallMoment } from "./wall-moment.ts";

/** A link to a channel, by its id: names change, and a link pings nobody. */
export function channelInline(channel: string, workspace: DeskKey, { channelAddress }: Dialect): Inline {
  const words = `channel ${channel}`;
  const href = channelAddress?.(workspace.id, channel);
  return href === undefined ? text(words) : { kind: "link", text: words, href };
}

/** A person's name in the desk's history, or their id on the platform where it has none. */
export function personName(user: string, { platform }: DeskKey, asker: Asker, own: RevisionLog): string {
  if (user === asker.id && platform === asker.platform) return "you";
  return own.revisions.findLast((r) => r.by.platform === platform && r.by.id === user)?.by.name ?? `user ${user}`;
}

/** What a digest is, in one sentence after "posts to ‹channel›". */
export function orderWords(
  { rule, wants, thread }: Pick<Subscription, "rule" | "wants" | "thread">,
  names: Names,
): string {
  const about = topicsWords(wants.topics, names);
  return [
    `${thread === undefined ? "" : `, in the thread ${thread}`}, ${ruleWords(rule)}, what changed ${about === undefined ? "on everything" : `on any of: ${about}`}.`,
    wants.quiet ? " If nothing did, it posts nothing." : " If nothing did, it says so in one line.",
    wants.suggestions ? " It lists the suggestions that wait." : "",
    wants.mention === undefined ? " It pings nobody." : ` It pings ${wants.mention.name} and nobody else.`,
  ].join("");
}

/** The next three instants, in the zone's local time and as the platform shows an instant. */
export function nextLines({ rule }: Pick<Subscription, "rule">, now: Temporal.Instant): readonly (readonly Inline[])[] {
  return nextInstants(rule, now, 3).map((at) => [text(`${wallMoment(at, rule.timezone)} (`), instant(at), text(")")]);
}

export function digestButton(name: string, id: string, label: string): Button {
  return { label, call: call(["digest", name], { id }) };
}
