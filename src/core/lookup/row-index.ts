import { wordsIn } from "./words-in.ts";
import type { Row } from "./row.ts";
import { docOf, isIn, posting, weightOf } from "./posting.ts";
import { bestRows } from "./best-rows.ts";
import type { Match, Weighted } from "./best.ts";
import { surface } from "./surface.ts";
import { termOf } from "./stem.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { Vocabulary } from "./vocabulary.ts";

/** What a term in one field counts (BM25F: Robertson, Zaragoza and Taylor, 2004). */
const FIELD = { subject: 2, label: 2, text: 1, aliases: 0.9, tags: 0.9 } as const;
const NONE: number[] = [];

/**
 * An inverted index that takes rows one at a time: a changed fact is one `put`, whatever else is held. A row that goes
 * leaves its number unused until half of them are, when the rest is put again.
 */
export class RowIndex {
  vocabulary = new Vocabulary();
  #terms = new Map<string, number>();
  #postings: number[][] = [];
  #used: number[] = [];
  // The heaviest posting of each term; a row that goes takes nothing from it.
  #heaviest = new Uint8Array(64);
  #rows: (Row | undefined)[] = [];
  #docs = new Map<string, number>();
  #lengths: number[] = [];
  #total = 0;

  get size(): number {
    return this.#docs.size;
  }

  get words(): number {
    return this.#total;
  }

  row(doc: number): Row | undefined {
    return this.#rows[doc];
  }

  get(id: string): Row | undefined {
    const doc = this.#docs.get(id);
    return doc === undefined ? undefined : this.#rows[doc];
  }

  ids(): Iterable<string> {
    return this.#docs.keys();
  }

  /** Holds a row in the place of the one with its id. */
  put(row: Row): void {
    this.drop(row.id);
    const doc = this.#rows.length;
    this.#rows.push(row);
    this.#docs.set(row.id, doc);
    const weights = new Map<number, number>();
    const note = (text: string, weight: number): number => {
      const words = wordsIn(text);
      for (const word of words) {
        if (STOP_WORDS.has(word)) continue;
        const term = this.#term(termOf(word));
        weights.set(term, (weights.get(term) ?? 0) + weight);
      }
      return words.length;
    };
    note(row.subject, FIELD.subject);
    for (const alias of row.aliases) note(alias, FIELD.aliases);
    note(row.label, FIELD.label);
    const length = note(row.text, FIELD.text);
    for (const tag of row.tags) note(tag, FIELD.tags);
    for (const facet of row.facets ?? []) weights.set(this.#term(facet), 1);
    for (const [term, weight] of weights) {
      this.#note(term, posting(doc, weight));
      this.#used[term] = (this.#used[term] ?? 0) + 1;
    }
    for (const word of surface(row)) this.vocabulary.add(word);
    this.#lengths.push(length);
    this.#total += length;
  }

  drop(id: string): void {
    const doc = this.#docs.get(id);
    const row = doc === undefined ? undefined : this.#rows[doc];
    if (doc === undefined || row === undefined) return;
    this.#docs.delete(id);
    this.#rows[doc] = undefined;
    this.#total -= this.#lengths[doc] ?? 0;
    const words = surface(row);
    for (const word of words) this.vocabulary.remove(word);
    const terms = [...words].filter((w) => !STOP_WORDS.has(w)).map(termOf);
    for (const term of new Set([...terms, ...(row.facets ?? [])])) {
      const number = this.#terms.get(term);
      if (number !== undefined) this.#used[number] = (this.#used[number] ?? 0) - 1;
    }
    if (this.#rows.length > 64 && this.#docs.size * 2 < this.#rows.length) this.#rebuild();
  }

  /** How many rows have a term. */
  having(term: string): number {
    const number = this.#terms.get(term);
    return number === undefined ? 0 : (this.#used[number] ?? 0);
  }

  /** Whether a row has a term. */
  has(term: string, doc: number): boolean {
    return isIn(this.#postings[this.#terms.get(term) ?? -1] ?? NONE, doc);
  }

  /** The documents that have all of these terms, in order; the first `most` of them. */
  havingAll(terms: readonly string[], most = Infinity): readonly number[] {
    const lists = terms.map((term) => this.#postings[this.#terms.get(term) ?? -1] ?? NONE);
    const shortest = lists.toSorted((a, b) => a.length - b.length)[0] ?? NONE;
    const found: number[] = [];
    for (const held of shortest) {
      if (found.length >= most) break;
      const doc = docOf(held);
      if (this.#rows[doc] !== undefined && lists.every((list) => list === shortest || isIn(list, doc))) found.push(doc);
    }
    return found;
  }

  /**
   * BM25F of every row that has any of the asked terms, the best `limit`, ties in the order of the rows. Of several
   * terms that stand for one asked word, the best counts, and only it.
   */
  match(
    asked: readonly (readonly Weighted[])[],
    average: number,
    limit: number,
    hidden?: ReadonlySet<string>,
  ): readonly Match[] {
    const words = asked.map((terms) =>
      terms.flatMap(({ term, weight }) => {
        const number = this.#terms.get(term);
        const postings = number === undefined ? undefined : this.#postings[number];
        return number === undefined || postings === undefined
          ? []
          : [{ postings, weight, heaviest: this.#heaviest[number] ?? 0 }];
      }),
    );
    const isSeen = (doc: number): boolean => {
      const row = this.#rows[doc];
      return row !== undefined && hidden?.has(row.id) !== true;
    };
    return bestRows(words, { lengths: this.#lengths, average, isSeen }, limit);
  }

  #term(term: string): number {
    const known = this.#terms.get(term);
    if (known !== undefined) return known;
    this.#terms.set(term, this.#postings.length);
    this.#postings.push(NONE);
    this.#used.push(0);
    return this.#postings.length - 1;
  }

  // Most terms of a small index are in one row: an array grown from nothing would have room for seventeen.
  #note(term: number, held: number): void {
    const known = this.#postings[term] ?? NONE;
    if (known.length === 0) this.#postings[term] = [held];
    else known.push(held);
    if (term >= this.#heaviest.length) {
      const more = new Uint8Array(term * 2);
      more.set(this.#heaviest);
      this.#heaviest = more;
    }
    this.#heaviest[term] = Math.max(this.#heaviest[term] ?? 0, weightOf(held));
  }

  #rebuild(): void {
    const fresh = new RowIndex();
    for (const row of this.#rows) if (row !== undefined) fresh.put(row);
    this.vocabulary = fresh.vocabulary;
    [this.#terms, this.#postings] = [fresh.#terms, fresh.#postings];
    [this.#used, this.#heaviest] = [fresh.#used, fresh.#heaviest];
    [this.#rows, this.#docs, this.#lengths] = [fresh.#rows, fresh.#docs, fresh.#lengths];
  }
}
