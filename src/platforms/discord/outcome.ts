import type { Delivery } from "#core/reply/posting.ts";
import { DiscordAPIError } from "discord.js";
import { isUnreachable } from "./problem.ts";

export const GONE: Delivery = {
  kind: "gone",
  why: "The channel was deleted or archived, or Talks was removed from it.",
};

// docs: Opcodes and Status Codes, JSON error codes.
const UNKNOWN = new Set<number | string>([10_003, 10_004, 10_008, 10_013, 50_083]);
const REFUSED = new Set<number | string>([50_001, 50_007, 50_013, 50_278]);
const AGAIN_MS = 5000;

/**
 * Does something in a channel and says what became of it, also where Discord refuses or does not answer. @throws our
 * own mistakes
 */
export async function attempt(deed: () => Promise<Delivery>): Promise<Delivery> {
  try {
    return await deed();
  } catch (error) {
    if (error instanceof DiscordAPIError) {
      if (UNKNOWN.has(error.code)) return { ...GONE };
      if (error.code === 50_007 || error.code === 50_278) {
        return {
          kind: "denied",
          hint: "Direct messages from this server are closed. They can be allowed in its privacy settings.",
        };
      }
      if (REFUSED.has(error.code) || error.status === 403) {
        return {
          kind: "denied",
          hint: "Talks may not post there. In the channel's settings, Permissions, give Talks View Channel and Send Messages.",
        };
      }
      if (error.status === 404) return { ...GONE };
      if (error.status === 429) return { kind: "later", after: AGAIN_MS };
      if (error.status < 500) return { kind: "denied", hint: `Discord refused it: ${error.message} (${error.code}).` };
      return { kind: "unsure" };
    }
    if (!isUnreachable(error)) throw error;
    return isUnsent(error) ? { kind: "later", after: AGAIN_MS } : { kind: "unsure" };
  }
}

/** The result of a request; undefined if Discord refuses it as expected. @throws everything else */
export async function unless<T>(
  request: Promise<T>,
  expected: (refusal: DiscordAPIError) => boolean,
): Promise<T | undefined> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof DiscordAPIError && expected(error)) return undefined;
    throw error;
  }
}

/** Whether a request was certainly not sent: nobody took the connection. */
export function isUnsent(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return /ECONNREFUSED|ENOTFOUND|EAI_AGAIN/u.test(code);
}
