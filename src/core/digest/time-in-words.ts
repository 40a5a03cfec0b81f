import { readAt, type At } from "./at.ts";

/** Parts of the day as people say them, each at one time. */
const PARTS: Readonly<Record<string, At>> = {
  morning: { hour: 9, minute: 0 },
  noon: { hour: 12, minute: 0 },
  midday: { hour: 12, minute: 0 },
  afternoon: { hour: 15, minute: 0 },
  evening: { hour: 18, minute: 0 },
  night: { hour: 21, minute: 0 },
  midnight: { hour: 0, minute: 0 },
};

const PART = new RegExp(String.raw`(?:^|\s)(?:(?:in the|at) )?(${Object.keys(PARTS).join("|")})s?$`, "iu");
const AFTER_AT = /\s(?:at|@)\s*(.+)$/iu;
const CLOCK = /\s(\d{1,2}(?:[:.]\d{2})?\s?(?:[ap]\.?m\.?)|\d{1,2}[:.]\d{2})$/iu;

/**
 * The time of day at the end of words that say when, and what stands before it: `every weekday at 9` → `every weekday`,
 * 09:00; `monday morning` → `monday`, 09:00; `every morning` → `every day`.
 */
export function timeInWords(typed: string): { readonly days: string; readonly at?: At } {
  const words = typed.trim();
  for (const pattern of [AFTER_AT, CLOCK]) {
    const found = pattern.exec(words);
    const at = found === null ? undefined : readAt(found[1] ?? "");
    if (found !== null && at?.ok === true) return { days: withoutPart(words.slice(0, found.index)), at: at.value };
  }
  const part = PART.exec(words);
  const at = PARTS[part?.[1]?.toLowerCase() ?? ""];
  return part === null || at === undefined ? { days: words } : { days: withoutPart(words), at };
}

/** `every weekday morning` → `every weekday`; a part of the day alone is every day. */
function withoutPart(words: string): string {
  const rest = words.replace(PART, "").trim();
  return PART.test(words) && /^(?:every|each|in the|)$/iu.test(rest) ? "every day" : rest;
}
