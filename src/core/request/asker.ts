import { tongueOfLocale, type Tongue } from "#core/messages/tongue.ts";

/** What a caller may do, each more than the one before. */
export const TIERS = ["reader", "contributor", "moderator", "admin"] as const;
export type Tier = (typeof TIERS)[number];

/** Who is calling. `id` is the platform's own, `name` what others see, `locale` a BCP 47 tag. */
export interface Asker {
  readonly platform: string;
  readonly id: string;
  readonly name: string;
  readonly tier: Tier;
  readonly locale: string;
  /** That of the channel where they ask, for what everybody there reads; undefined where it has none of its own. */
  readonly channelLocale?: string;
  /** Their time zone by its name in the IANA database, where the platform says it. */
  readonly zone?: string;
  /** The channel where they ask, by the platform's own id; undefined where there are none, or it is not known. */
  readonly channel?: string;
  /** The thread in that channel, where the channel's own id does not say it. */
  readonly thread?: string;
  /** Between the asker and Talks, in a thread or a direct message: what was told there stays what it is about. */
  readonly apart?: true;
  /** The platform did not say at the moment who they are: they may read meanwhile. As people call it: `Slack`. */
  readonly unknownTo?: string;
}

/**
 * The language of a reply: the asker's own; of one that everybody in a channel reads the channel's, and English where a
 * channel says none.
 */
export function tongueFor({ locale, channel, channelLocale }: Asker, everyone: boolean): Tongue | undefined {
  if (!everyone || channel === undefined) return tongueOfLocale(locale);
  return channelLocale === undefined ? undefined : tongueOfLocale(channelLocale);
}

export function mayActAs(has: Tier, needs: Tier): boolean {
  return TIERS.indexOf(has) >= TIERS.indexOf(needs);
}
