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

export function mayActAs(has: Tier, needs: Tier): boolean {
  return TIERS.indexOf(has) >= TIERS.indexOf(needs);
}
