import type { Fact } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import { SYNONYM, type QuestionWord } from "./parsed-question.ts";
import { wordsIn } from "./words-in.ts";
import type { Layers } from "./search.ts";
import { termOf } from "./stem.ts";
import { STOP_WORDS } from "./stop-words.ts";

/** Whether a fact has a person or a place in one of its fields. */
export function inFields(fact: Fact, id: string): boolean {
  return fact.claims.some((claim) => Object.values(claim.fields).includes(id));
}

/** Which facts have which words, by the index. Each word is looked up once. */
export class Holding {
  readonly layers: Layers;
  readonly #view: View;
  readonly #byWord = new Map<QuestionWord, ReadonlyMap<string, number>>();
  readonly #byName = new Map<string, ReadonlySet<string>>();

  constructor(layers: Layers, view: View) {
    this.layers = layers;
    this.#view = view;
  }

  /** Whether a fact has a word, or one that it likely stands for. */
  has(fact: Fact, word: QuestionWord): boolean {
    return this.surely(fact, word) > 0;
  }

  /** Whether any fact has it. A shared index also has words of facts that this desk retracted. */
  anyHas(word: QuestionWord): boolean {
    return this.#weights(word).size > 0;
  }

  /** How surely a fact has a word: 1 as it was typed, 0 not at all. */
  surely({ id }: Fact, word: QuestionWord): number {
    return this.#weights(word).get(id) ?? 0;
  }

  #weights(word: QuestionWord): ReadonlyMap<string, number> {
    let weights = this.#byWord.get(word);
    if (weights === undefined) {
      // A word whose own stem is held is not a slip of another: "banks" are not "talks".
      const own = word.terms[0]?.weight === 1;
      const likely = word.terms
        .filter(({ weight }) => weight === 1 || (own ? weight === SYNONYM : weight >= SYNONYM))
        .toSorted((a, b) => a.weight - b.weight);
      weights = new Map(likely.flatMap(({ term, weight }) => [...this.#having([term])].map((of) => [of, weight])));
      this.#byWord.set(word, weights);
    }
    return weights;
  }

  /** Whether a fact is about a person or a place: its fields say so, or its words. */
  concerns(fact: Fact, name: string): boolean {
    if (inFields(fact, name)) return true;
    let ids = this.#byName.get(name);
    if (ids === undefined) {
      ids = this.#named(name);
      this.#byName.set(name, ids);
    }
    return ids.has(fact.id);
  }

  // A person by the last name, a place by all of its own.
  #named(id: string): ReadonlySet<string> {
    const person = this.#view.people.get(id);
    const words = wordsIn((person ?? this.#view.places.get(id))?.name ?? "").filter((w) => !STOP_WORDS.has(w));
    return (person === undefined ? words : words.slice(-1))
      .map((word) => this.#having([termOf(word)]))
      .reduce((all, some) => all.intersection(some), this.#having(words.map(termOf)));
  }

  #having(terms: readonly string[]): ReadonlySet<string> {
    const { indexes, hidden } = this.layers;
    return new Set(
      indexes.flatMap((index, layer) =>
        terms.flatMap((term) => index.idsHaving(term).filter((id) => layer > 0 || hidden?.has(id) !== true)),
      ),
    );
  }
}
