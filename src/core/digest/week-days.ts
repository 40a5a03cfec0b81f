const WEEK = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const NTH: Readonly<Record<string, string>> = {
  first: "1",
  "1st": "1",
  second: "2",
  "2nd": "2",
  third: "3",
  "3rd": "3",
  fourth: "4",
  "4th": "4",
  last: "L",
};

/** Monday to Sunday, 0 is Sunday; -1 for anything else. */
function dayOfWeek(word: string): number {
  return WEEK.findIndex((day) => word.length >= 2 && `${day}s`.startsWith(word));
}

/** The field for the day of the week, such as `1,4`; undefined where not every word is a day. */
export function daysOfWeek(words: string): string | undefined {
  const [, first = "", last = ""] = /^(?:from )?([a-z]+) (?:to|till|until|through|thru) ([a-z]+)$/u.exec(words) ?? [];
  const [from, to] = [dayOfWeek(first), dayOfWeek(last)];
  if (from >= 0 && to >= 0) return inOrder(Array.from({ length: ((to - from + 7) % 7) + 1 }, (_, i) => (from + i) % 7));
  const named = words.split(" ").map(dayOfWeek);
  return named.length === 0 || named.includes(-1) ? undefined : inOrder(named);
}

/** `first monday of the month` as the same field: `1#1`, of the last one `1#L`. */
export function dayOfMonth(words: string): string | undefined {
  const bare = words
    .replace(/^(?:monthly|every month|each month) /u, "")
    .replace(/ (?:(?:of|in) )?(?:the|each|every|a) month$/u, "")
    .replace(/^(?:on )?(?:the )?/u, "");
  const [, nth = "", day = ""] = /^([a-z0-9]+) ([a-z]+)$/u.exec(bare) ?? [];
  const of = dayOfWeek(day);
  return Object.hasOwn(NTH, nth) && of >= 0 ? `${of}#${NTH[nth] ?? ""}` : undefined;
}

function inOrder(days: readonly number[]): string {
  const all = [...new Set(days)].toSorted((a, b) => a - b).join(",");
  return all === "1,2,3,4,5" ? "1-5" : all;
}
