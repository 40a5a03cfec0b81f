import type { RawCall } from "#core/request/call.ts";
import { momentOf } from "#core/time/moment.ts";

// Only words with no other meaning: "what happened on 10 April" asks about a day, and not as of a day.
const AS_OF =
  /[\s,;]*\b(?:as (?:of|at)|as (?:it|things) (?:was|were|stood)(?: held)? (?:on|at)|as (?:known|held) (?:on|at))\s+(.{3,40}?)[\s?.!]*$/iu;
const DAYS_AGO: Readonly<Record<string, number>> = { yesterday: 1, "a week ago": 7, "last week": 7, "a month ago": 30 };

/**
 * Splits a question such as `who led as of 12 April 2025` into the question and its `as-of`. Any other call stays as it
 * is.
 */
export function withTimeWords(raw: RawCall, now: Temporal.Instant): RawCall {
  const { question, "as-of": given } = raw.values;
  if (question === undefined || (given ?? "").trim() !== "") return raw;
  const found = AS_OF.exec(question.slice(0, 2000));
  const words = found?.[1]?.trim() ?? "";
  const rest = found === null ? "" : question.slice(0, found.index).trim();
  const day = rest === "" ? undefined : dayOf(words, now);
  if (day === undefined) return raw;
  return { ...raw, values: { ...raw.values, question: rest, "as-of": day } };
}

function dayOf(words: string, now: Temporal.Instant): string | undefined {
  const ago = DAYS_AGO[words.toLowerCase()];
  if (ago !== undefined) return now.toZonedDateTimeISO("UTC").subtract({ days: ago }).toPlainDate().toString();
  return momentOf(words) === undefined ? undefined : words;
}
