import { live, type Fact } from "#core/facts/fact.ts";
import { rounds, type View } from "#core/facts/view.ts";
import type { SlotName } from "#core/facts/slot-names.ts";
import { ordinalOf } from "./calendar-words.ts";
import type { Question } from "./question.ts";

const NOUNS: readonly (readonly [RegExp, SlotName])[] = [
  [/^(?:places?|venue|building|city|spot|location|yer|yerde|место|месте)$/u, "venue"],
  [
    /^(?:people|persons?|man|woman|men|team|teams|leaders?|leads?|heads?|delegations?|negotiators?|kisi|kisiler|люди|человек)$/u,
    "led",
  ],
  [/^(?:length|duration)$/u, "duration"],
  [/^(?:agenda|topics?|issues?)$/u, "agenda"],
  [/^(?:format|way)$/u, "format"],
];
const SAME =
  /^(?:(?:is|was|were|are) (?:it|that|this|they|these) )?(?:(?:in|at|by|with) )?(?:the )?(?:same|ayni|то же|те же|тот же|там же)(?: (.*))?$/u;
// "was the first there too": where another round was is asked.
const THERE = /^(?:was|were|is|did) (?:.* )?(there|here)(?: too| also| as well| again)?$/u;
const REST =
  /^(?:|again|too|as|before|earlier|then|as before|as last time|last time|each time|both times|every time|mi|miydi|mu|muydu|mıydı)$/u;

/**
 * What is held of the same thing in another round: "same place?", "the same people as before?". `round`: another one
 * that the question names. Undefined where it asks for none; no facts where the other round holds none.
 */
export function sameAgain(
  words: readonly string[],
  now: Question,
  told: readonly Fact[],
  view: View,
): readonly Fact[] | undefined {
  const [first] = told;
  const numbers = words.flatMap((word) => ordinalOf(word) ?? []);
  const isThere =
    first?.slot === "venue" && (now.talks.ids !== undefined || numbers.length > 0) && THERE.test(words.join(" "));
  const found = isThere ? THERE.exec("was there") : SAME.exec(words.join(" "));
  if (first === undefined || found === null) return undefined;
  const [noun = "", ...more] = (isThere ? "" : (found[1] ?? "")).split(" ");
  const slot = NOUNS.find(([is]) => is.test(noun))?.[1];
  const rest = (slot === undefined ? [noun, ...more] : more).join(" ");
  const named = now.talks.ids;
  if (named === undefined && !REST.test(rest)) return undefined;
  const all = rounds(view, view.talks.get(first.talks)?.negotiation);
  const at = all.findIndex((t) => t.id === first.talks);
  const other =
    all.find((t) => named?.has(t.id) === true && t.id !== first.talks) ??
    (isThere ? all.at((numbers[0] ?? 0) - 1) : undefined) ??
    all[at - 1] ??
    all[at + 1];
  const meant = slot ?? first.slot;
  const of = (talks: string): readonly Fact[] =>
    view.facts.filter(
      (f) => live(f) && f.slot === meant && f.talks === talks && (slot !== undefined || f.side === first.side),
    );
  const theirs = other === undefined ? [] : of(other.id);
  return theirs.length === 0 ? [] : [...theirs, ...of(first.talks)];
}
