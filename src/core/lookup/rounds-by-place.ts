import { MAKES } from "./making-words.ts";
import { monthOf } from "./calendar-words.ts";
import { ROUND } from "./rounds-counted.ts";
import type { TalksKnown } from "./talks-asked.ts";

/** Words before a place that talks were held at. */
export const HELD_IN = /^(?:in|at|the|from|of|for|before|after|to|since|over|or)$/u;

/** A word that a question with a verb begins with. */
export const VERB = /^(?:is|are|was|were|did|do|does|has|have|had|can|will|would|who|whos|whats)$/u;

/** "venue, Sfax", "Sfax outcome": a few words without a verb, and the place at their edge. */
function isBare(words: readonly string[], i: number): boolean {
  return (
    words.length > 1 && words.length < 5 && (i === 0 || i === words.length - 1) && !words.some((w) => VERB.test(w))
  );
}

/** Words before a place that surely name it as one. */
export const INSIDE = /^(?:in|at)$/u;
// What came of a round, or was done there, is called by its place as the round is: "the Geneva accord".
const OF_PLACE =
  /^(?:agreements?|deals?|accords?|pacts?|memorandum|memo|protocol|communique|declaration|statement|signing|ceremony|outcome|document)$/u;
const MADE = /^(?:in|at|of|from|after|before|since|during|under|by|the|exact|signed|reached|is|was|and|or)$/u;

const FAILS = /^(?:fail|failed|collapse|collapsed|stall|stalled|succeed|break|end|ended|last|work)$/u;
const LONGER = /^(?:longer|shorter|better|worse|bigger|earlier|later|more|less)$/u;

/** "how long was Sfax", "when did Sfax start", "why did Sfax fail": the place stands for the round. */
function isTimed(words: readonly string[], i: number): boolean {
  const after = words[i + 1];
  const does = /^(?:was|were|did|does)$/u.test(words[i - 1] ?? "");
  // "did Sfax fail to sign" may be its government.
  if (does && words[i + 2] !== "to" && (FAILS.test(after ?? "") || LONGER.test(after ?? ""))) return true;
  if (!/^how long|^(?:how many|what|which) days?|^when /u.test(words.join(" "))) return false;
  return (
    /^(?:was|did|does)$/u.test(words[i - 1] ?? "") &&
    (after === undefined || /^(?:last|take|go|run|start|begin|open|end|finish|close|held)$/u.test(after))
  );
}

const JOINS = /^(?:or|and|vs|versus|than)$/u;

/** "which lasted longer, Bergen or Sfax": one of two places of talks. */
function isJoined(words: readonly string[], i: number, known: readonly TalksKnown[]): boolean {
  const isPlace = (at: number): boolean => known.some((k) => k.places.has(words[at] ?? ""));
  const ofTwo = words[i - 3] === "between" || (JOINS.test(words[i - 1] ?? "") && ROUND.test(words[i - 3] ?? ""));
  return (
    (JOINS.test(words[i + 1] ?? "") && isPlace(i + 2)) || (ofTwo && JOINS.test(words[i - 1] ?? "") && isPlace(i - 2))
  );
}

/** The places that stand for the talks that were held there, and which talks those are. */
export function placesIn(
  words: readonly string[],
  known: readonly TalksKnown[],
  heldIn: RegExp,
  sure: (at: number) => boolean,
) {
  return words.flatMap((word, i) => {
    const isCalled = (ROUND.test(words[i + 1] ?? "") || isTimed(words, i)) && !ROUND.test(word);
    const ofPlace = OF_PLACE.test(words[i + 1] ?? "") && (i === 0 || MADE.test(words[i - 1] ?? ""));
    const isIn =
      /^(?:in|at|after|before|during)$/u.test(words[i - 1] ?? "") || ROUND.test(words[i + 1] ?? "") || ofPlace;
    const fits = (k: TalksKnown): boolean =>
      k.places.has(word) || (isCalled && k.called.has(word)) || (isIn && k.lands.has(word));
    const at = known.filter(fits);
    const beside =
      sure(i) ||
      ofPlace ||
      heldIn.test(words[i - 1] ?? "") ||
      ROUND.test(words[i + 1] ?? "") ||
      isJoined(words, i, known) ||
      monthOf(words[i + 1] ?? "") !== undefined ||
      (/^(?:in|on|of)$/u.test(words[i + 1] ?? "") && monthOf(words[i + 2] ?? "") !== undefined) ||
      monthOf(words[i - 1] ?? "") !== undefined ||
      isBare(words, i) ||
      isTimed(words, i) ||
      words[i - 1] === "than";
    // "was the accord signed in Rome": where it was is what is asked.
    const isAsked = heldIn === INSIDE && MAKES.test(words[i - 2] ?? "");
    return at.length === 0 || !beside || isAsked ? [] : [[[i], fits] as const];
  });
}
