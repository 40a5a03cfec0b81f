import type { Limits } from "#core/chat/platform.ts";

/**
 * docs: Rate Limits, Global: 50 requests a second for all of an app, of which commands need some, and about five in
 * five seconds a channel.
 */
export const LIMITS: Limits = { atOnce: 24, perSecond: 46, channelEvery: 1000 };
