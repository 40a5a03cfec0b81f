import { isOfDay, numberOf } from "./calendar-words.ts";
import { isFrame } from "./frame-words.ts";
import { isLight } from "./main-verb.ts";
import type { Question } from "./question.ts";
import type { Weighed } from "./weighed.ts";

/** Whether a question says more than a fact does: a "yes" would be to all of it. */
export function saysMore({ fact, has }: Weighed, { words, slots }: Question): boolean {
  const asking = slots.find((s) => s.slot === fact.slot)?.at;
  return words.some(
    (word) =>
      !has.has(word) &&
      asking?.has(word.at) !== true &&
      numberOf(word.text) === undefined &&
      !isFrame(word.text) &&
      !isLight(word.text) &&
      !isOfTime(word.text),
  );
}

function isOfTime(word: string): boolean {
  return isOfDay(word) || LENGTH.test(word);
}

const LENGTH = /^(?:hours?|minutes?|days?|long|more|less|than)$/u;
