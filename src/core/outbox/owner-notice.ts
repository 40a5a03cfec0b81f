import { paragraph, reply, text } from "#core/reply/reply.ts";
import type { Job, NewJob } from "./job.ts";
import type { WorkspaceDigest } from "./workspace-digest.ts";

/** The job that tells a digest's owner about the post of `job`. One post leads to one notice at most. */
export function ownerNotice(
  { sequence }: Job,
  { id, platform, workspace, owner }: WorkspaceDigest,
  words: string,
): NewJob {
  return {
    kind: "notice",
    id,
    sequence,
    platform,
    target: { kind: "person", workspace, user: owner },
    payload: { reply: reply(words, [paragraph(text(words))]), desk: 0, version: 0 },
  };
}

/** What a digest's owner reads when its post was refused. `hint`: how to allow it, where that is what is missing. */
export function refusedWords({ id, sequence }: Job, why: string, hint?: string): string {
  const then = hint === undefined ? "Give it another channel, or correct that" : withoutStop(hint);
  return `Your digest ${id} is paused. Its post of ${sequence} failed: ${withoutStop(why)}. ${then}, then: digest resume ${id}.`;
}

/** What a digest's owner reads when nobody can tell whether it was posted. */
export function unsureWords({ id, sequence }: Job): string {
  return `Nobody can tell whether your digest ${id} of ${sequence} was posted: the answer was lost and the channel cannot be read. Look there. If it is missing, post it: digest post-now ${id}.`;
}

function withoutStop(words: string): string {
  return words.replace(/[.\s]+$/u, "");
}
