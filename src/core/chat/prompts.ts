import { latestWith, factsIn, type View } from "#core/facts/view.ts";
import { disagreements } from "#core/slots/disagreement.ts";
import type { SlotName } from "#core/facts/slot-names.ts";

/** Most questions that a platform suggests: Slack takes four. */
const PROMPTS_MAX = 4;

/** What one can ask of a kind of fact, in the order in which people ask. */
const QUESTIONS: readonly (readonly [SlotName, string])[] = [
  ["led", "Who led each side?"],
  ["venue", "Where did they meet?"],
  ["outcome", "What was the outcome?"],
  ["duration", "How long did they meet?"],
  ["next", "When do they meet next?"],
  ["date", "When did they meet?"],
  ["agenda", "What was on the agenda?"],
  ["quote", "What was said?"],
];

/** Questions that a desk can answer as it stands, to be suggested; on a desk that holds nothing, what Talks can do. */
export function prompts(view: View): readonly string[] {
  const slots = QUESTIONS.map(([slot]) => slot);
  const latest = latestWith(view, slots);
  if (latest === undefined) return ["help"];
  const held = QUESTIONS.flatMap(([slot, question]) => (factsIn(view, slot, latest.id).length > 0 ? [question] : []));
  const differ = disagreements(view).length > 0 ? ["Where do sources differ?"] : [];
  const more = [...differ, "What changed lately?"];
  return [...held.slice(0, PROMPTS_MAX - more.length), ...more].slice(0, PROMPTS_MAX);
}
