import type { Fact } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import { dayNumber, monthOf, weekdayOf } from "./calendar-words.ts";
import type { FollowUp } from "./going-on.ts";
import type { Question } from "./question.ts";
import { says } from "./says.ts";
import { holdsSort } from "./sort-asked.ts";
import { ASKED } from "./suffices.ts";

// Kinds of fact that have a place, a day and a length of their own: not those of the round that tells them.
const OWN: ReadonlySet<string> = new Set([
  "session",
  "format",
  "next",
  "outcome",
  "figure",
  "movement",
  "note",
  "background",
]);
const TIMES = ["when", "at", "time"] as const;
const FORM_OF: Readonly<Record<string, Question["form"]>> = { venue: "where", date: "when", duration: "how-long" };
const BEGINS = /^(?:began|begin|begins|started|start|starts|commenced|opened)$/u;

/**
 * "for how long", "when was that": of what was told, where that says so. What is only planned has no other place or
 * day.
 */
export function toldSort(facts: readonly Fact[], now: Question, view: View): FollowUp | undefined {
  const [first] = facts;
  if (first === undefined) return undefined;
  const form = FORM_OF[now.slots.find((s) => s.weight >= ASKED)?.slot ?? ""] ?? now.form;
  if (!/^(?:when|where|how-long)$/u.test(form)) return undefined;
  // A quotation and a complaint may have their day; a place is the round's.
  const timed = form === "when" && first.claims.some((c) => TIMES.some((field) => c.fields[field] !== undefined));
  if (!OWN.has(first.slot) && !timed) return undefined;
  // How late the talks began is not how long they took.
  if (form === "how-long" && says(first, (w) => BEGINS.test(w))) return undefined;
  // What took so long is what was told first; the others may be only a part of it.
  const holding = (form === "how-long" ? [first] : facts).filter((f) => holdsSort(f, { ...now, form }, view));
  const held = (form === "when" ? holding.find(isDated) : undefined) ?? holding[0];
  if (held !== undefined) return { kind: "facts", ids: [held.id] };
  return first.slot === "next" ? { kind: "unsaid", ids: [first.id] } : undefined;
}

const SINCE =
  /^(?:since|from|until) (?:when|what (?:year|month|day|time))\b|^ne zamandan beri|^с как(?:их пор|ого времени)/u;
const SINCE_MAX = 6;

/** Whether "since when" is asked, "since when is he": of what was told. "since when had they not met" is whole. */
export function isOfSince(words: readonly string[]): boolean {
  const piece = words.length <= 3 || (words.length <= SINCE_MAX && /^(?:he|she|it|that)$/u.test(words[3] ?? ""));
  return piece && asksSince(words);
}

/** Whether a question asks since when something is so. */
export function asksSince(words: readonly string[]): boolean {
  return SINCE.test(words.join(" "));
}

/** "since when": of what was told, where that says a day; never the day of the talks. */
export function since(facts: readonly Fact[]): FollowUp {
  const ids = facts.map((f) => f.id);
  const dated = facts.filter((f) => f.slot !== "date" && isDated(f));
  return dated.length > 0 ? { kind: "facts", ids: dated.map((f) => f.id) } : { kind: "unsaid", ids };
}

function isDated(fact: Fact): boolean {
  const isWhole = says(fact, (w) => monthOf(w) !== undefined) && says(fact, (w) => dayNumber(w) !== undefined);
  return isWhole || says(fact, (w) => weekdayOf(w) !== undefined || /^(?:19|20)\d\d$/u.test(w));
}
