import { sought, type ParsedQuestion, type QuestionWord } from "./parsed-question.ts";
import type { RowIndex } from "./row-index.ts";

/** What one term of a row says about a question. */
export interface Reading {
  /** Which asked word it stands for, or -1, and how surely. */
  readonly at: number;
  readonly weight: number;
  /** 0 for little words. */
  readonly rarity: number;
  /** Which of the question's three-letter pieces the term has. */
  readonly pieces: readonly number[];
}

/** Reads the terms of one index against one question, each once. */
export class Reader {
  readonly words: readonly QuestionWord[];
  /** How many different three-letter pieces the question's words have. */
  readonly pieces: number;
  /** The terms of the kinds that are asked for, and which of the words say so. */
  readonly kinds: ReadonlySet<string>;
  readonly sayingKind: readonly number[];
  readonly #index: RowIndex;
  readonly #rarity: (term: string) => number;
  readonly #meant = new Map<string, { readonly at: number; readonly weight: number }>();
  readonly #pieceNumbers = new Map<number, number>();
  readonly #readings = new Map<number, Reading>();

  constructor(asked: ParsedQuestion, index: RowIndex, rarity: (term: string) => number) {
    this.words = sought(asked);
    this.kinds = new Set(asked.kinds.map((k) => k.term));
    this.sayingKind = this.words.flatMap(({ terms }, at) => (terms.some((t) => this.kinds.has(t.term)) ? [at] : []));
    this.#index = index;
    this.#rarity = rarity;
    for (const [at, { terms }] of this.words.entries()) {
      for (const { term, weight } of terms)
        if ((this.#meant.get(term)?.weight ?? 0) < weight) this.#meant.set(term, { at, weight });
    }
    for (const { typed, terms } of asked.words) {
      eachPiece(terms.find((t) => !this.kinds.has(t.term))?.term ?? typed, (piece) => {
        if (!this.#pieceNumbers.has(piece)) this.#pieceNumbers.set(piece, this.#pieceNumbers.size);
      });
    }
    this.pieces = this.#pieceNumbers.size;
  }

  read(number: number): Reading {
    const known = this.#readings.get(number);
    if (known !== undefined) return known;
    const term = this.#index.termAt(number);
    const meant = this.#meant.get(term);
    // Little words are in no posting.
    const rarity = this.#index.having(term) === 0 ? 0 : this.#rarity(term);
    const pieces: number[] = [];
    if (rarity > 0) {
      eachPiece(term, (piece) => {
        const known = this.#pieceNumbers.get(piece);
        if (known !== undefined) pieces.push(known);
      });
    }
    const reading = { at: meant?.at ?? -1, weight: meant?.weight ?? 0, rarity, pieces };
    this.#readings.set(number, reading);
    return reading;
  }
}

const EDGE = 32;

/** Three letters in a row as one number, the word's edges being letters too. */
function eachPiece(term: string, each: (piece: number) => void): void {
  let [before, last] = [EDGE, term.charCodeAt(0)];
  for (let i = 1; i <= term.length; i += 1) {
    const next = i < term.length ? term.charCodeAt(i) : EDGE;
    each((before * 65_536 + last) * 65_536 + next);
    [before, last] = [last, next];
  }
}
