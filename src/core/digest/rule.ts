/** When a digest is due: minutes in the local time of a zone. */
export interface Rule {
  /** Five fields: minute, hour, day of the month, month, day of the week (0 Sunday). Checked, fires at most every 15 minutes. */
  readonly cron: string;
  /** The zone's present name in the IANA database, such as `Europe/Istanbul`. */
  readonly timezone: string;
}

/** As a store keeps it: `0 9 * * 1-5 Europe/Istanbul`. */
export function ruleText({ cron, timezone }: Rule): string {
  return `${cron} ${timezone}`;
}

export function readRule(kept: string): Rule {
  const at = kept.lastIndexOf(" ");
  return { cron: kept.slice(0, at), timezone: kept.slice(at + 1) };
}
