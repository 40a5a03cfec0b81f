import type { Reply } from "#core/reply/reply.ts";
import type { NewJob } from "./job.ts";

/** Whom a notice is for, and its name: one of an id and a sequence is sent once, whichever process makes it. */
interface Addressee extends Pick<NewJob, "id" | "sequence" | "platform"> {
  readonly workspace: string;
  readonly user: string;
}

/** The job that tells one person something. No later correction looks for it: it quotes no desk. */
export function notice({ id, sequence, platform, workspace, user }: Addressee, reply: Reply): NewJob {
  return {
    kind: "notice",
    id,
    sequence,
    platform,
    target: { kind: "person", workspace, user },
    payload: { reply, desk: 0, version: 0 },
  };
}
