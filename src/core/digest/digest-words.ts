import type { Names } from "#core/facts/names.ts";
import type { Asker } from "#core/request/asker.ts";
import type { Dialect } from "#core/request/dialect.ts";
import { call, type Button } from "#core/request/call.ts";
import type { RevisionLog } from "#core/desk/revision-log.ts";
import { instant, mention, text, type Inline } from "#core/reply/reply.ts";
import type { DeskKey } from "#core/desk/store.ts";
import { nextInstants } from "./instants.ts";
import { ruleWords } from "./rule.ts";
import type { Subscription } from "./subscription.ts";
import { capital } from "#core/text/text.ts";
import { topicsWords } from "./topic.ts";
import { wallMoment } from "./wall-moment.ts";

/** A channel under its present name, where the platform shows one; nothing is pinged. */
export function channelInline(channel: string, { showsNames }: Dialect): Inline {
  const words = `channel ${channel}`;
  return showsNames === true ? mention("channel", channel, words) : text(words);
}

/** A person's name in the desk's history, or as their platform shows it where that has none. */
export function personInline(user: string, { platform }: DeskKey, asker: Asker, own: RevisionLog): Inline {
  if (user === asker.id && platform === asker.platform) return text("you");
  const known = own.revisions.findLast((r) => r.by.platform === platform && r.by.id === user)?.by.name;
  return known === undefined ? mention("person", user, `user ${user}`) : text(known);
}

/** What a digest is, in one sentence after "posts to ‹channel›". */
export function orderWords(
  { rule, wants, thread }: Pick<Subscription, "rule" | "wants" | "thread">,
  names: Names,
): string {
  const about = topicsWords(wants.topics, names);
  const tells = wants.form === "state" ? "where the talks stand, and what changed" : "what changed";
  return [
    `${thread === undefined ? "" : ", in a thread"}, ${ruleWords(rule)}, ${tells} ${about === undefined ? "on everything" : `on any of: ${about}`}.`,
    wants.quiet ? " If nothing changed, it posts nothing." : " If nothing changed, it says so in one line.",
    wants.suggestions ? " It lists the suggestions that wait." : "",
    wants.language === "english" ? "" : ` It is in ${capital(wants.language)}.`,
    wants.mention === undefined ? " It pings nobody." : ` It pings ${wants.mention.name} and nobody else.`,
  ].join("");
}

/** The next three instants, in the zone's local time and as the platform shows an instant. */
export function nextLines({ rule }: Pick<Subscription, "rule">, now: Temporal.Instant): readonly (readonly Inline[])[] {
  return nextInstants(rule, now, 3).map((at) => [text(`${wallMoment(at, rule.timezone)} (`), instant(at), text(")")]);
}

/** What is done with a digest, one button each. */
export function managing({ id, paused }: Pick<Subscription, "id" | "paused">): readonly Button[] {
  return [
    digestButton("preview", id, "Preview"),
    digestButton("post-now", id, "Post now"),
    digestButton("edit", id, "Edit"),
    paused === undefined ? digestButton("pause", id, "Pause") : digestButton("resume", id, "Resume"),
    digestButton("remove", id, "Remove"),
  ];
}

export function digestButton(name: string, id: string, label: string): Button {
  return { label, call: call(["digest", name], { id }) };
}
