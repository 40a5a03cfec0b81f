import { isLight } from "./main-verb.ts";
import type { Question } from "./question.ts";
import { isLikeIn, wordsSaid } from "./says-like.ts";
import type { Weighed } from "./weighed.ts";

/** Verbs that stand beside another one. */
export const HELPS = /^(?:did|does|do|is|are|was|were|has|have|had|will|would|can|could|should)$/u;
// Kinds of fact that name who did what they tell.
const OF_PEOPLE: ReadonlySet<string> = new Set(["led", "attended", "role", "quote", "excluded", "property"]);
const LATER = /^(?:will|would|has|had|have|also|then|first|actually|really)$/u;

/** "who shot the soldier": that he was shot says not by whom, and that commanders collect the dead not who commands. */
export function doerUnsaid({ fact, slot }: Weighed, { tokens, form, slots }: Question): readonly string[] {
  if (form !== "who" || OF_PEOPLE.has(fact.slot)) return [];
  const who = tokens.findIndex((t) => t.text === "who");
  let at = who + 1;
  while (LATER.test(tokens[at]?.text ?? "")) at += 1;
  const verb = tokens[at];
  if (who < 0 || verb === undefined || HELPS.test(verb.text) || isLight(verb.text)) return [];
  if (slots.some((s) => s.slot === fact.slot && s.at.has(at)) || slot >= 1.2) return [];
  const said = wordsSaid(fact);
  const isVerb = isLikeIn(verb.text);
  const isDone = (i: number): boolean => {
    const word = said[i] ?? "";
    if (!isVerb(word) || /[eo]rs?$/u.test(word)) return false;
    const isPassive = said.slice(Math.max(0, i - 2), i).some((w) => /^(?:is|are|was|were|be|been|being|get)$/u.test(w));
    return !isPassive || said.slice(i, i + 5).includes("by");
  };
  return said.some((_, i) => isDone(i)) ? [] : [verb.typed];
}
