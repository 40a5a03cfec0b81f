import type { Fact } from "#core/facts/fact.ts";
import { rounds, type View } from "#core/facts/view.ts";
import { numberOf, ordinalOf } from "./calendar-words.ts";
import { wordsIn } from "./words-in.ts";

const NOUN = "(?:ones?|rounds?|talks|meetings?|sessions?|times?)";
const OTHER_NOUN = "(?:tur\\S*|gorusme\\S*|toplanti\\S*|раунд\\S*|встреч\\S*|раз)";
/** "the round before that", "the previous one", "last time"; what a question says of the round before the one told. */
const BEFORE = new RegExp(
  `(?:^| )(?:(?:the )?(?:${NOUN} )?before (?:that|this|it|then|${NOUN})(?: ${NOUN})?|(?:the )?${NOUN} (?:before|earlier)$|` +
    `(?:the )?(?:earlier|previous|prior|preceding|former) ${NOUN}|(?:the )?last time(?! (?:they|we|it|he|she|both|the) )|(?:an?|one) ${NOUN} (?:earlier|before)|` +
    `(?:bir )?onceki(?: ${OTHER_NOUN}|$)|bundan once|gecen sefer|(?:в )?(?:предыдущ|прошл|прежн)\\S+(?: ${OTHER_NOUN}|$)|до этого|перед этим)(?= |$)`,
  "u",
);
/** The same of the round after. */
const AFTER = new RegExp(
  `(?:^| )(?:(?:the )?(?:${NOUN} )?after (?:that|this|it)(?: ${NOUN})?|(?:the )?${NOUN} after$|` +
    `(?:the )?(?:next|following|subsequent|later) ${NOUN}|(?:bir )?sonraki(?: ${OTHER_NOUN}|$)|(?:в )?следующ\\S+(?: ${OTHER_NOUN}|$)|после этого)(?= |$)`,
  "u",
);
const ADVERB = /^ ?(?:(?:before|after) (?!one)|(?:the )?last time|bundan|gecen|до |перед |после )/u;
const ASKS = /^(?:when|where|who|is|are|will|would|has|have)$/u;
// Words that point back where nothing else is said: "and before?"
const ALONE = /^(?:before|earlier|previously|beforehand|once|oncesinde|daha once|раньше|прежде)$/u;

/** A question with the round in it that it points to from the one told; `edge`: there is none before that. */
export type Pointed =
  | { readonly words: readonly string[]; readonly rest: readonly string[]; readonly talks: string }
  | { readonly edge: string };

/**
 * The round that a question means by the one that was told, "the round before that", or by a bare number, "and three?",
 * as one names it. Undefined where it means none so.
 */
export function pointedRound(words: readonly string[], told: Fact | undefined, view: View): Pointed | undefined {
  if (told === undefined) return undefined;
  const all = rounds(view, view.talks.get(told.talks)?.negotiation);
  const at = all.findIndex((t) => t.id === told.talks);
  const said = words.join(" ");
  const numbered = (number: number, words: readonly string[], rest: readonly string[] = []): Pointed => {
    const talks = all[number - 1]?.id;
    return talks === undefined ? { edge: told.talks } : { words, rest, talks };
  };
  const number = bareNumber(words);
  if (number !== undefined && number <= all.length) return numbered(number, ["round", String(number)]);
  if (ALONE.test(said)) return numbered(at, ["round", String(at)]);
  for (const [step, pointing] of [
    [-1, BEFORE],
    [1, AFTER],
  ] as const) {
    const found = pointing.exec(said);
    if (found === null) continue;
    const [start, end] = [said.slice(0, found.index), said.slice(found.index + found[0].length)];
    // What comes after the last round may be planned, and "when is the next round" asks for that: it is whole.
    if (step === 1 && (at + 1 === all.length || (found[0].includes("next") && words.some((w) => ASKS.test(w)))))
      return undefined;
    const into = ADVERB.test(found[0]) && !/ (?:in|of|at|from|for)$/u.test(` ${start}`) ? "in" : "";
    const other = at + step + 1;
    return numbered(other, wordsIn(`${start} ${into} round ${other} ${end}`), wordsIn(`${start} ${end}`));
  }
  return undefined;
}

const BESIDE_NUMBER = /^(?:the|in|of|for|on|at|from)$/u;

/** "three", "the 3rd", "number 2": a number of a round, and nothing else. */
function bareNumber(words: readonly string[]): number | undefined {
  const [only = "", ...more] = words.filter((w) => !BESIDE_NUMBER.test(w));
  if (more.length > 0 || (only === "one" && words.includes("the"))) return undefined;
  const number = numberOf(only) ?? ordinalOf(only);
  return number === undefined || number < 1 ? undefined : number;
}
