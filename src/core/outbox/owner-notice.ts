import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { clauseIn } from "#core/messages/line-in.ts";
import { buttons, mention, paragraph, reply, text, toldIn } from "#core/reply/reply.ts";
import { call } from "#core/request/call.ts";
import { momentIn } from "#core/messages/words.ts";
import type { Inbox } from "#core/digest/inbox.ts";
import type { DeskKey } from "#core/desk/store.ts";
import type { Job, NewJob } from "./job.ts";
import { notice } from "./notice.ts";
import { SEALED, type Webhook } from "./webhook.ts";
import type { WorkspaceDigest } from "./workspace-digest.ts";

/**
 * The job that tells a digest's owner about the post of `job`, with a button for what is to do. One post leads to one
 * notice at most.
 */
export function ownerNotice(
  { sequence }: Job,
  { id, platform, workspace, owner, channel }: WorkspaceDigest,
  words: string,
  next: "resume" | "post-now",
  at: Told,
): NewJob {
  const blocks = [
    paragraph(
      text(tell(at, "notice.digestIn")),
      mention("channel", channel, tell(at, "notice.channel")),
      text(tell(at, "notice.said", { words })),
    ),
    buttons({ label: tell(at, `button.${next}`), call: call(["digest", next], { id }) }),
  ];
  const told = toldIn(reply(tell(at, "notice.digest", { words }), blocks), at.tongue);
  return notice({ id, sequence, platform, workspace, user: owner }, told);
}

/** The job that tells a webhook's owner that it is switched off, because of `job`, with a button to go on. */
export function webhookNotice(
  { sequence }: Job,
  { id, platform, workspace, owner, name, tongue }: Webhook,
  why: string,
): NewJob {
  const at: Told = { tongue };
  const words = tell(at, "notice.webhook", { name, why: clauseIn(at, why) });
  const next = { label: tell(at, "button.resume"), call: call(["desk", "webhook"], { action: "resume", name }) };
  const told = toldIn(reply(words, [paragraph(text(words)), buttons(next)]), tongue);
  return notice({ id, sequence, platform, workspace, user: owner }, told);
}

/** The job that tells a webhook's owner that nothing is sent there, since its secret cannot be read. */
export function sealedNotice({ sequence }: Job, { id, platform, workspace, owner, name, tongue }: Webhook): NewJob {
  const at: Told = { tongue };
  const words = tell(at, "notice.sealed", { name, why: clauseIn(at, SEALED) });
  const remove = call(["desk", "webhook"], { action: "remove", name });
  const next = { label: tell(at, "webhook.do.remove", { name }), call: remove };
  const told = toldIn(reply(words, [paragraph(text(words)), buttons(next)]), tongue);
  // The same event may lead to the other notice later.
  return notice({ id: `${id} sealed`, sequence, platform, workspace, user: owner }, told);
}

/** The job that tells the person who named an inbox that nothing can be posted there. */
export function inboxNotice(
  { sequence }: Job,
  { platform, id }: DeskKey,
  { owner, channel, ownerTongue }: Inbox,
  why: string,
): NewJob {
  const at: Told = { tongue: ownerTongue };
  const words = tell(at, "notice.inboxGone", { why: clauseIn(at, why) });
  const blocks = [
    paragraph(
      text(tell(at, "notice.inboxIn")),
      mention("channel", channel, tell(at, "notice.channel")),
      text(tell(at, "notice.said", { words })),
    ),
    buttons({ label: tell(at, "notice.nameAgain"), call: call(["digest", "inbox"], { channel }) }),
  ];
  const told = toldIn(reply(tell(at, "notice.inbox", { words }), blocks), ownerTongue);
  const own = JSON.stringify([platform, id, "inbox"]);
  return notice({ id: own, sequence, platform, workspace: id, user: owner }, told);
}

/**
 * What a digest's owner reads of it when its post was refused. `hint`: how to allow it, where that is what is missing.
 */
export function refusedWords({ sequence }: Job, at: Told, why: string, hint?: string): string {
  return tell(at, "notice.refused", {
    moment: momentOf(sequence, at),
    why: clauseIn(at, why),
    next: hint === undefined ? tell(at, "notice.then") : clauseIn(at, hint),
  });
}

/** What a digest's owner reads of it when nobody can tell whether it was posted. */
export function unsureWords({ sequence }: Job, at: Told): string {
  return tell(at, "notice.unsure", { moment: momentOf(sequence, at) });
}

function momentOf(sequence: string, at: Told): string {
  return momentIn(at, Temporal.Instant.from(sequence));
}
