import { clauseKey } from "./clause.ts";
import { letters } from "./languages/letters.ts";

const MOMENTS: Readonly<Record<string, string>> = {
  began:
    "began begin begun started start opened commenced başladı начались началась начался началось открылись стартовали",
  ended: "ended finished concluded closed over bitti sona erdi закончились завершились завершилась окончились",
};
// What may stand beside the verb: the event itself and words for it, never a part of it ("the first session", "with an
// hour's delay").
const EVENT =
  "the a talks meeting negotiations negotiation discussions round görüşmeler toplantı müzakereler переговоры встреча раунд were was had";

const BY_WORD = new Map(
  Object.entries(MOMENTS).flatMap(([moment, forms]) =>
    forms.split(" ").map((form) => [letters(form), moment] as const),
  ),
);
const EVENT_WORDS = new Set(letters(EVENT).split(" "));

/**
 * `the talks began`, `the meeting started`, `переговоры начались` → `began`; any other clause is itself, its typography
 * set aside.
 */
export function momentNamed(clause: string): string {
  const words = letters(clause).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const rest = words.filter((word) => !EVENT_WORDS.has(word));
  const moments = new Set(rest.map((word) => BY_WORD.get(word)));
  const [moment] = moments;
  return moments.size === 1 && moment !== undefined ? moment : clauseKey(clause);
}
