import type { Limits } from "#core/chat/platform.ts";

/**
 * docs: Rate Limits: one message a second and channel; several hundred a minute in one workspace, of which Slack tells
 * by a refusal.
 */
export const LIMITS: Limits = { atOnce: 48, perSecond: 200, channelEvery: 1100 };
