import { BOTH } from "#core/facts/sides.ts";
import type { View } from "#core/facts/view.ts";
import { parseQuestion, SYNONYM, type QuestionWord } from "./parsed-question.ts";
import type { Holding } from "./holding.ts";
import { intentsIn, type Intent } from "./intent.ts";
import { slotsHeld } from "./kinds.ts";
import { LITTLE_WORDS } from "./little-words.ts";
import { mentions, wholeNames } from "./mention.ts";
import { questionWords } from "./words-in.ts";
import { isSlip } from "#core/text/slip.ts";

/**
 * The parts of a question: the slots that it asks for, the names in it, and every other word with the terms it may
 * stand for.
 */
export interface Parts {
  /** Its words, empty where they are in a party's name of several words. */
  readonly asking: readonly string[];
  readonly intents: readonly Intent[];
  /** Ids of the round, people and places, and sides that it names. */
  readonly talks: string | undefined;
  readonly names: readonly string[];
  readonly sides: readonly string[];
  readonly asked: readonly QuestionWord[];
  /** Words of `asked` that no held fact has. */
  readonly missing: readonly string[];
  /** Every word but little ones and names, those that ask for a slot too. */
  readonly own: readonly QuestionWord[];
}

export function readParts(question: string, view: View, holding: Holding): Parts {
  const { indexes } = holding.layers;
  const words = questionWords(question);
  const used = new Set<number>();
  // "states" in a name is not a slip of "estate".
  const inNames = new Set(wholeNames(words, [...view.parties.all, BOTH]));
  const asking = words.map((w, i) => (inNames.has(i) ? "" : w));
  const held = (word: string) => indexes.some((i) => i.vocabulary.count(word) > 0);
  // A slot that holds nothing is asked for only by words that ask for no other.
  const told = intentsIn(asking, used, { held, slots: slotsHeld(indexes) });
  const intents = told.length > 0 ? told : intentsIn(asking, used, { held });
  const taken = new Set([...used].filter((i) => !LITTLE_WORDS.has(words[i] ?? "")));
  const slotWords = new Set(used);
  const [talks] = mark(mentions(words, view.talks.all, taken), used);
  const people = mark(mentions(words, view.people.all, used), used);
  const places = mark(mentions(words, view.places.all, used), used);
  const parties = mark(mentions(words, [...view.parties.all, BOTH], used), used);
  const rest = words.filter(
    (w, i) => !used.has(i) && !LITTLE_WORDS.has(w) && ![...LITTLE_WORDS].some((s) => isSlip(w, s)),
  );
  const said = words.filter((w, i) => !LITTLE_WORDS.has(w) && (rest.includes(w) || !used.has(i) || slotWords.has(i)));
  const asked = parseQuestion(rest.join(" "), indexes).words;
  return {
    asking,
    intents,
    talks: talks?.id,
    names: [...people, ...places].map((n) => n.id),
    sides: parties.map((p) => p.id),
    asked,
    missing: asked.filter((w) => surest(w) < SYNONYM || !holding.anyHas(w)).map((w) => w.typed),
    own: said.length === rest.length ? asked : parseQuestion(said.join(" "), indexes).words,
  };
}

function mark<T>(found: readonly { item: T; at: readonly number[] }[], used: Set<number>): readonly T[] {
  for (const { at } of found) for (const i of at) used.add(i);
  return [...new Set(found.map((f) => f.item))];
}

/**
 * How surely a word is one that is held. Two slips in a short word are more than a person makes: "hotel" is not "held".
 */
export function surest(word: QuestionWord): number {
  if (word.correction !== undefined && !isSlip(word.typed, word.correction)) return 0;
  return word.terms[0]?.weight ?? 0;
}
