import { monthOf, numberOf, ordinalOf } from "./calendar-words.ts";
import { isVerbal } from "./english.ts";
import { LITTLE_WORDS } from "./little-words.ts";
import { STOP_WORDS } from "./stop-words.ts";

export const ROUND =
  /^(?:rounds?|cycles?|talks?|meetings?|sessions?|negotiations?|time|one|ones|discussions?|dialogue|gathering|summits?|day|tour|leg|encounter|sitting)$/u;
// "when did they first meet".
const MET = /^(?:meet|met|talk|talked)$/u;
const COUNTED = /^(?:round|session|meeting|talks|number|no)$/u;

/** "how long did the first last": the word after is what it did, not a thing of which it is the first. */
function isDone(words: readonly string[], i: number): boolean {
  return (
    /^(?:did|does)$/u.test(words[i - 2] ?? "") && /^(?:last|take|run|go|end|start|begin)$/u.test(words[i + 1] ?? "")
  );
}

/** Whether "both" or "all" is of rounds, and not of sides or people. */
export function isOfEach(words: readonly string[]): boolean {
  const isOfRounds = (word = ""): boolean => ROUND.test(word) || monthOf(word) !== undefined;
  return words.some((w, i) => /^(?:both|all|each|every)$/u.test(w) && words.slice(i + 1, i + 3).some(isOfRounds));
}

const JOINS = /^(?:and|or|vs|versus|with|to|than)$/u;

/** "compare first and second": two that are named together are rounds. */
function isPaired(words: readonly string[], i: number): boolean {
  const other = (at: number): boolean => ordinalOf(words[at] ?? "") !== undefined;
  return (JOINS.test(words[i - 1] ?? "") && other(i - 2)) || (JOINS.test(words[i + 1] ?? "") && other(i + 2));
}

const OF_TALKS = /^of(?: the| all)?(?: whole| entire)? (?:talks|process|dialogue|negotiations|rounds)\b/u;

/** How many words from here say "at the start" of all that is told: what was wanted first was in the first round. */
function atStart(words: readonly string[], i: number): number {
  const said = /^(?:at|in|from) the (?:very )?(?:start|outset|beginning)\b/u.exec(words.slice(i, i + 5).join(" "))?.[0];
  if (said === undefined) return 0;
  const size = said.split(" ").length;
  const rest = words.slice(i + size, i + size + 5).join(" ");
  // "at the start of the meeting" is an hour, and "what did they do at the start, shake hands" asks for one.
  return rest === "" ? size : OF_TALKS.test(rest) ? size + (OF_TALKS.exec(rest)?.[0].split(" ").length ?? 0) : 0;
}

/** The places of the words by which a question counts rounds, and the number of each; less than 0 is the last. */
export function ordinalsIn(words: readonly string[], taken: ReadonlySet<number>) {
  const found: { places: number[]; number: number }[] = [];
  for (const [i, word] of words.entries()) {
    if (taken.has(i)) continue;
    const start = atStart(words, i);
    if (start > 0) found.push({ places: Array.from({ length: start }, (_, j) => i + j), number: 1 });
    const number = ordinalOf(word);
    const [before, after] = [words[i - 1] ?? "", words[i + 1] ?? ""];
    if (number !== undefined) {
      // "the first two rounds" are the first and the second.
      const several = number === 1 && ROUND.test(words[i + 2] ?? "") ? (numberOf(after) ?? 0) : 0;
      if (several > 1 && several < 6) {
        for (let n = 1; n <= several; n += 1) found.push({ places: [i, i + 1, i + 2], number: n });
        continue;
      }
      // "how long did the round last" asks for no last round.
      const inContext =
        ROUND.test(after) ||
        ROUND.test(words[i + 2] ?? "") ||
        (number === 1 && MET.test(after)) ||
        (COUNTED.test(before) && word !== "last");
      // "the second filling" is of no second round.
      const isAlone = after === "" || STOP_WORDS.has(after) || LITTLE_WORDS.has(after) || isVerbal(after);
      const bare = number > 1 && ((before === "the" && isAlone) || words.length <= 3 || found.length > 0);
      const first =
        number === 1 &&
        (/^(?:the|after|before|in|of|for)$/u.test(before) ||
          found.length > 0 ||
          /^(?:meet|met|talk|talked|negotiate)$/u.test(before)) &&
        (i === words.length - 1 || /^(?:or|and|and the)$/u.test(after) || isDone(words, i));
      if (inContext || bare || first || isPaired(words, i))
        found.push({ places: ROUND.test(after) && after !== "time" ? [i, i + 1] : [i], number });
      continue;
    }
    const counted = numberOf(word);
    if (counted === undefined || counted > 20) continue;
    if (COUNTED.test(before) && monthOf(after) === undefined) found.push({ places: [i - 1, i], number: counted });
    else if (/^\d$/u.test(word) && /^(?:round|session)$/u.test(after))
      found.push({ places: [i, i + 1], number: counted });
    else if (found.length > 0 && /^(?:and|or|than|vs)$/u.test(before) && found.at(-1)?.places.includes(i - 2) === true)
      found.push({ places: [i], number: counted });
  }
  return found;
}
