import { setTimeout as sleep } from "node:timers/promises";
import type { Platform } from "#core/chat/platform.ts";
import type { Target } from "#core/outbox/job.ts";
import type { Delivery } from "#core/reply/posting.ts";
import type { Reply } from "#core/reply/reply.ts";

const UNSURE = { kind: "unsure" } as const;

/** Where a platform can send to. */
export type Reached = Exclude<Target, { readonly kind: "webhook" }>;

/**
 * Calls the platform once and never again. A platform that throws, or has not answered after `call` milliseconds, may
 * have done it: `unsure`.
 */
export async function deliver(
  platform: Platform,
  target: Reached,
  reply: Reply,
  key: string,
  call: number,
  incident: (defect: unknown) => string,
): Promise<Delivery> {
  const ended = new AbortController();
  const silence = sleep(call, UNSURE, { signal: ended.signal }).catch(() => UNSURE);
  try {
    return await Promise.race([send(platform, target, reply, key), silence]);
  } catch (defect) {
    incident(defect);
    return UNSURE;
  } finally {
    ended.abort();
  }
}

function send(platform: Platform, target: Reached, reply: Reply, key: string): Promise<Delivery> {
  switch (target.kind) {
    case "channel": {
      const { kind: _, ...to } = target;
      return platform.post(to, reply, key);
    }
    case "person":
      return platform.tell(target.workspace, target.user, reply, key);
    case "message": {
      const { kind: _, ...posting } = target;
      return platform.edit(posting, reply);
    }
  }
}
