import { wordsIn } from "./words-in.ts";
import type { Row } from "./row.ts";
import { isIn, postingOf, SHIFT, STEP } from "./posting.ts";
import { Best, type Match, type Weighted } from "./best.ts";
import { surface } from "./surface.ts";
import { termOf } from "./stem.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { Vocabulary } from "./vocabulary.ts";

/**
 * What a term in one field counts, and BM25's saturation and length norm (Robertson, Zaragoza and Taylor, BM25F, 2004).
 */
const FIELD = { subject: 2, label: 2, text: 1, aliases: 0.9, tags: 0.9 } as const;
const K1 = 0.8;
const B = 0.35;
// So many times fewer rows than postings: each is searched for among them.
const FEW = 8;
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
  #rows: (Row | undefined)[] = [];
  #docs = new Map<string, number>();
  #lengths: number[] = [];
  #total = 0;
  #scores = new Float32Array(64);
  #stamps = new Uint8Array(64);

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
      this.#note(term, doc * SHIFT + Math.min(SHIFT - 1, Math.round(weight * STEP)));
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
    this.#total -= this.length(doc);
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
    for (const posting of shortest) {
      if (found.length >= most) break;
      const doc = Math.floor(posting / SHIFT);
      if (this.#rows[doc] !== undefined && lists.every((list) => list === shortest || isIn(list, doc))) found.push(doc);
    }
    return found;
  }

  length(doc: number): number {
    return this.#lengths[doc] ?? 0;
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
    if (this.#scores.length < this.#rows.length) {
      this.#scores = new Float32Array(this.#rows.length * 2);
      this.#stamps = new Uint8Array(this.#rows.length * 2);
    }
    const [scores, stamps] = [this.#scores, this.#stamps];
    const touched: number[] = [];
    const most = asked.map((terms) => (K1 + 1) * Math.max(0, ...terms.map((t) => t.weight)));
    // What says the most comes first, so that the rest need not be looked for in every row.
    const order = [...asked.keys()].toSorted((a, b) => (most[b] ?? 0) - (most[a] ?? 0));
    let rest = most.reduce((sum, n) => sum + n, 0);
    for (const i of order) {
      const closed = touched.length > limit && this.#isAbove(rest, touched, limit, hidden);
      rest -= most[i] ?? 0;
      for (const { term, weight } of asked[i] ?? []) {
        const number = this.#terms.get(term);
        const postings = number === undefined ? NONE : (this.#postings[number] ?? NONE);
        const add = (doc: number, posting: number): void => {
          if (stamps[doc] === i + 1) return;
          const tf = (posting % SHIFT) / STEP;
          const norm = K1 * (1 - B + (B * this.length(doc)) / average);
          stamps[doc] = i + 1;
          scores[doc] = (scores[doc] ?? 0) + (weight * tf * (K1 + 1)) / (tf + norm);
        };
        if (closed && touched.length * FEW < postings.length) {
          for (const doc of touched) {
            const posting = postingOf(postings, doc);
            if (posting !== undefined) add(doc, posting);
          }
          continue;
        }
        for (const posting of postings) {
          const doc = Math.floor(posting / SHIFT);
          if (stamps[doc] === 0) {
            if (closed) continue;
            touched.push(doc);
          }
          add(doc, posting);
        }
      }
    }
    const best = new Best(limit);
    for (const doc of touched) {
      const row = this.#rows[doc];
      if (row !== undefined && hidden?.has(row.id) !== true) best.offer(doc, scores[doc] ?? 0);
      scores[doc] = 0;
      stamps[doc] = 0;
    }
    return best.sorted();
  }

  /** Whether the best few score more already than a row with only what is left could. */
  #isAbove(rest: number, touched: readonly number[], limit: number, hidden?: ReadonlySet<string>): boolean {
    let above = 0;
    for (const doc of touched) {
      const row = this.#rows[doc];
      if ((this.#scores[doc] ?? 0) <= rest || row === undefined || hidden?.has(row.id) === true) continue;
      above += 1;
      if (above === limit) return true;
    }
    return false;
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
  #note(term: number, posting: number): void {
    const known = this.#postings[term] ?? NONE;
    if (known.length === 0) this.#postings[term] = [posting];
    else known.push(posting);
  }

  #rebuild(): void {
    const fresh = new RowIndex();
    for (const row of this.#rows) if (row !== undefined) fresh.put(row);
    this.vocabulary = fresh.vocabulary;
    [this.#terms, this.#postings, this.#used] = [fresh.#terms, fresh.#postings, fresh.#used];
    [this.#rows, this.#docs, this.#lengths] = [fresh.#rows, fresh.#docs, fresh.#lengths];
  }
}
