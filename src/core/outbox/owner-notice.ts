import { buttons, mention, paragraph, reply, text } from "#core/reply/reply.ts";
import { call } from "#core/request/call.ts";
import { momentIn } from "#core/messages/words.ts";
import type { Inbox } from "#core/digest/inbox.ts";
import type { DeskKey } from "#core/desk/store.ts";
import type { Job, NewJob } from "./job.ts";
import { notice } from "./notice.ts";
import type { Webhook } from "./webhook.ts";
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
): NewJob {
  const label = next === "resume" ? "Resume" : "Post now";
  const blocks = [
    paragraph(text("Your digest in "), mention("channel", channel, "a channel"), text(` ${words}`)),
    buttons({ label, call: call(["digest", next], { id }) }),
  ];
  return notice({ id, sequence, platform, workspace, user: owner }, reply(`Your digest ${words}`, blocks));
}

/** The job that tells a webhook's owner that it is switched off, because of `job`, with a button to go on. */
export function webhookNotice(
  { sequence }: Job,
  { id, platform, workspace, owner, name }: Webhook,
  why: string,
): NewJob {
  const words = `Your webhook “${name}” is switched off: ${withoutStop(why)}. What changes meanwhile is not sent later.`;
  const resume = call(["desk", "webhook"], { action: "resume", name });
  const told = reply(words, [paragraph(text(words)), buttons({ label: "Resume", call: resume })]);
  return notice({ id, sequence, platform, workspace, user: owner }, told);
}

/** The job that tells the person who named an inbox that nothing can be posted there. */
export function inboxNotice(
  { sequence }: Job,
  { platform, id }: DeskKey,
  { owner, channel }: Inbox,
  why: string,
): NewJob {
  const words = `does not get suggestions any more: ${withoutStop(why)}. Name it again when that is corrected, or name another one.`;
  const told = reply(`Your inbox ${words}`, [
    paragraph(text("Your inbox in "), mention("channel", channel, "a channel"), text(` ${words}`)),
    buttons({ label: "Name it again", call: call(["digest", "inbox"], { channel }) }),
  ]);
  const own = JSON.stringify([platform, id, "inbox"]);
  return notice({ id: own, sequence, platform, workspace: id, user: owner }, told);
}

/**
 * What a digest's owner reads of it when its post was refused. `hint`: how to allow it, where that is what is missing.
 */
export function refusedWords({ sequence }: Job, why: string, hint?: string): string {
  const then = hint === undefined ? "Give it another channel, or correct that" : withoutStop(hint);
  return `is paused. Its post of ${momentOf(sequence)} failed: ${withoutStop(why)}. ${then}. Then press Resume.`;
}

/** What a digest's owner reads of it when nobody can tell whether it was posted. */
export function unsureWords({ sequence }: Job): string {
  return `may not have been posted at ${momentOf(sequence)}: the answer was lost and the channel cannot be read. Look there. If it is missing, press Post now.`;
}

function momentOf(sequence: string): string {
  return momentIn({}, Temporal.Instant.from(sequence));
}

function withoutStop(words: string): string {
  return words.replace(/[.\s]+$/u, "");
}
