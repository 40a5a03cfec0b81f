import { fold } from "#core/text/text.ts";

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/**
 * `2025-04-10`, `10 April 2025`, `April 10, 2025` → `2025-04-10`. Undefined where the words give no whole, real day.
 */
export function calendarDay(stated: string): string | undefined {
  const words = stated.trim();
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(words);
  if (iso !== null) return real(iso[1], iso[2], iso[3]);
  const folded = fold(words).replace(/^(?:on )?(?:[a-z]+day )?(?:the )?/u, "");
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)? (?:of )?([a-z]{3,9}) (\d{4})$/u.exec(folded);
  if (dayFirst !== null) return real(dayFirst[3], month(dayFirst[2]), dayFirst[1]);
  const monthFirst = /^([a-z]{3,9}) (\d{1,2})(?:st|nd|rd|th)? (\d{4})$/u.exec(folded);
  if (monthFirst !== null) return real(monthFirst[3], month(monthFirst[1]), monthFirst[2]);
  return undefined;
}

function month(word: string | undefined): string | undefined {
  const at = MONTHS.findIndex((m) => m === word || (word?.length === 3 && m.startsWith(word)));
  return at < 0 ? undefined : String(at + 1);
}

function real(y: string | undefined, m: string | undefined, d: string | undefined): string | undefined {
  if (y === undefined || m === undefined || d === undefined) return undefined;
  try {
    return Temporal.PlainDate.from(
      { year: Number(y), month: Number(m), day: Number(d) },
      { overflow: "reject" },
    ).toString();
  } catch {
    return undefined;
  }
}

/** `2025-04-10` → `10 April 2025`. */
export function longDay(iso: string): string {
  const [year = "", month = "", day = ""] = iso.split("-");
  return `${Number(day)} ${CAPITAL[Number(month) - 1] ?? ""} ${Number(year)}`;
}

const CAPITAL = MONTHS.map((name) => name.charAt(0).toUpperCase() + name.slice(1));
