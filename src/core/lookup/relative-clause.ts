import type { Question } from "./question.ts";
import { isVerbal } from "./english.ts";
import { HELPS } from "./asked-doer.ts";

const WHO = /^(?:they|both|we|it|he|she|everyone|everybody)$/u;
const BETWEEN = /^(?:that|which|the|two|three|all|have|had|has|just|also|was|were|is|are|be|being)$/u;
const ENDS = /^(?:in|at|on|after|before|for|with|about|by|during|there|then|together)$/u;

/** The place of the verb of "the memorandum they signed": which one is meant, and not what is asked. */
export function relativeVerbAt({ tokens, words }: Question): number | undefined {
  const at = tokens.findIndex(({ text }, i) => {
    if (i < 2 || !isVerbal(text) || HELPS.test(text)) return false;
    const next = tokens[i + 1]?.text;
    if (next !== undefined && !ENDS.test(next)) return false;
    let from = i - 1;
    while (
      from > 0 &&
      (BETWEEN.test(tokens[from]?.text ?? "") || /^(?:sides|parties)$/u.test(tokens[from]?.text ?? ""))
    )
      from -= 1;
    const isClause = from < i - 1 && /^(?:that|which)$/u.test(tokens[from + 1]?.text ?? "");
    const noun = WHO.test(tokens[from]?.text ?? "") ? from - 1 : isClause ? from : -1;
    return words.some((w) => w.at === noun && w.telling && !isVerbal(w.text));
  });
  return at < 0 ? undefined : at;
}
