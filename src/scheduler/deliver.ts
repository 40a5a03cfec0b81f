import type { Delivery } from "#core/reply/posting.ts";
import { setTimeout as sleep } from "node:timers/promises";
import type { Errand, Outcome, Target } from "#core/outbox/errand.ts";
import type { Platform } from "#core/chat/platform.ts";
import type { Reply } from "#core/reply/reply.ts";
import type { Timings } from "./timings.ts";

const HOUR = 3_600_000;

/** One attempt, and never a second one: what is not known afterwards is `unsure`, a platform that throws or is silent included. */
export async function attempt(
  platform: Platform,
  target: Target,
  reply: Reply,
  key: string,
  { call }: Timings,
  incident: (defect: unknown) => string,
): Promise<Delivery> {
  const ended = new AbortController();
  const silence = sleep(call, { kind: "unsure" } as const, { signal: ended.signal }).catch(() => UNSURE);
  try {
    return await Promise.race([ask(platform, target, reply, key), silence]);
  } catch (defect) {
    incident(defect);
    return UNSURE;
  } finally {
    ended.abort();
  }
}

const UNSURE = { kind: "unsure" } as const;

function ask(platform: Platform, target: Target, reply: Reply, key: string): Promise<Delivery> {
  switch (target.kind) {
    case "channel": {
      const { kind: _, ...to } = target;
      return platform.post(to, reply, key);
    }
    case "person":
      return platform.tell(target.place, target.user, reply, key);
    case "message": {
      const { kind: _, ...posting } = target;
      return platform.edit(posting, reply);
    }
  }
}

/** What an attempt means to its errand. */
export function outcomeOf(errand: Errand, target: Target, delivery: Delivery, timings: Timings): Outcome {
  switch (delivery.kind) {
    case "posted":
      return {
        kind: "sent",
        posting: delivery.posting,
        ...(errand.rounds > 0 && target.kind === "channel" ? { look: timings.look } : {}),
      };
    case "later":
      return { kind: "again", after: Math.min(Math.max(delivery.after, 0), HOUR) };
    case "unsure":
      return { kind: "unknown", after: doubtAfter(errand, timings) };
    case "gone":
      if (target.kind === "message") return { kind: "skipped", why: delivery.why };
      return { kind: "failed", why: delivery.why, what: pausedWords(errand, delivery.why, "") };
    case "denied":
      if (target.kind === "message") return { kind: "again", after: 0, why: delivery.hint, instead: below(target) };
      return {
        kind: "failed",
        why: delivery.hint,
        what: pausedWords(errand, "Talks may not post there", delivery.hint),
      };
  }
}

/** The thread of a message that cannot be changed itself. */
function below({ place, channel, message }: Extract<Target, { kind: "message" }>): Target {
  return { kind: "channel", place, channel, thread: message };
}

/** Each doubt waits twice as long as the one before. */
export function doubtAfter({ rounds }: Errand, { doubt }: Timings): number {
  return doubt * 2 ** Math.min(rounds, 10);
}

function pausedWords(errand: Errand, why: string, hint: string): string {
  const id = errand.work.slice("digest/".length);
  const then = hint === "" ? "Give it another channel or put that right" : stopped(hint);
  return `Your digest ${id} is paused. Its post of ${errand.slot} failed: ${stopped(why)}. ${then}, then: digest resume ${id}.`;
}

export function unsureWords(errand: Errand): string {
  const id = errand.work.slice("digest/".length);
  return `Nobody can tell whether your digest ${id} of ${errand.slot} was posted: the answer was lost and the channel cannot be read. Look there; if it is missing, post it: digest post-now ${id}.`;
}

function stopped(words: string): string {
  return words.replace(/[.\s]+$/u, "");
}
