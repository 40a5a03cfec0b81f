const PREFIX = 7;
// Up to this size a scan is as fast, and a desk of two hundred facts takes a fifth of a megabyte instead of one.
const SCANNED = 2500;

/** How many edits a word of this length may be off by. */
export function reach(length: number): number {
  if (length < 2) return 0;
  return length <= 4 ? 1 : 2;
}

/**
 * The words of the facts, each with the number of facts that have it; and, for any typed word, those that it can be a
 * slip of (symmetric deletes of the first seven letters: W. Garbe, SymSpell, 2012). Words are added and removed one by
 * one; a word that no fact has is not a candidate.
 */
export class Vocabulary {
  readonly #ids = new Map<string, number>();
  readonly #words: string[] = [];
  readonly #letters: number[] = [];
  #counts = new Uint32Array(64);
  // A chained hash table in plain arrays: a hundred thousand facts have millions of deletes, and objects for each would
  // cost ten times that.
  #heads = new Int32Array(16).fill(-1);
  #next = new Int32Array(16);
  #hashes = new Int32Array(16);
  #owners = new Int32Array(16);
  #size = 0;
  // In order, for completion; made when first asked for and again after a new word.
  #sorted: readonly string[] | undefined;

  count(word: string): number {
    const id = this.#ids.get(word);
    return id === undefined ? 0 : (this.#counts[id] ?? 0);
  }

  add(word: string, times = 1): void {
    const known = this.#ids.get(word);
    if (known !== undefined) {
      this.#counts[known] = (this.#counts[known] ?? 0) + times;
      return;
    }
    const id = this.#words.length;
    this.#ids.set(word, id);
    this.#words.push(word);
    this.#sorted = undefined;
    if (id === this.#counts.length) {
      const more = new Uint32Array(id * 2);
      more.set(this.#counts);
      this.#counts = more;
    }
    this.#counts[id] = times;
    this.#letters.push(lettersOf(word));
    if (id === SCANNED) for (const [known, all] of this.#words.entries()) this.#spread(all, known);
    else if (id > SCANNED) this.#spread(word, id);
  }

  remove(word: string): void {
    const id = this.#ids.get(word);
    if (id !== undefined) this.#counts[id] = Math.max(0, (this.#counts[id] ?? 0) - 1);
  }

  /**
   * Calls `each` once for every held word that can be near `typed`, and some that are not: the caller measures the
   * distance.
   */
  near(typed: string, each: (word: string, count: number) => void): void {
    if (typed.length < 2 || /\d/u.test(typed)) return;
    if (this.#words.length <= SCANNED) {
      this.#scan(typed, each);
      return;
    }
    const seen = new Set<number>();
    for (const hash of deletes(typed).slice()) {
      for (let e = this.#heads[hash & (this.#heads.length - 1)] ?? -1; e >= 0; e = this.#next[e] ?? -1) {
        if (this.#hashes[e] !== hash) continue;
        const id = this.#owners[e] ?? 0;
        if (seen.has(id)) continue;
        seen.add(id);
        const count = this.#counts[id] ?? 0;
        if (count > 0) each(this.#words[id] ?? "", count);
      }
    }
  }

  #scan(typed: string, each: (word: string, count: number) => void): void {
    const letters = lettersOf(typed);
    for (let id = 0; id < this.#words.length; id += 1) {
      // Each edit changes which letters a word has by two at most, another ending by as much again.
      const off = bits(letters ^ (this.#letters[id] ?? 0));
      if (off > 6) continue;
      const word = this.#words[id] ?? "";
      const apart = Math.abs(word.length - typed.length);
      if (off > 4 || apart > 2) {
        if (apart > 4 || word.length < 6 || word.charCodeAt(0) !== typed.charCodeAt(0)) continue;
      }
      const count = this.#counts[id] ?? 0;
      if (count > 0 && !/\d/u.test(word)) each(word, count);
    }
  }

  #spread(word: string, id: number): void {
    if (word.length > 1 && !/\d/u.test(word)) {
      const all = deletes(word);
      for (let i = 0; i < all.length; i += 1) this.#link(all[i] ?? 0, id);
    }
  }

  /** Held words that begin with what is typed, the most frequent first. */
  beginning(typed: string, limit: number): readonly { readonly word: string; readonly count: number }[] {
    this.#sorted ??= this.#words.toSorted();
    const words = this.#sorted;
    let [low, high] = [0, words.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((words[middle] ?? "") < typed) low = middle + 1;
      else high = middle;
    }
    const found: { word: string; count: number }[] = [];
    for (let i = low; words[i]?.startsWith(typed) === true; i += 1) {
      const word = words[i] ?? "";
      if (this.count(word) > 0) found.push({ word, count: this.count(word) });
    }
    return found.toSorted((a, b) => b.count - a.count).slice(0, limit);
  }

  #link(hash: number, owner: number): void {
    if (this.#size === this.#next.length) this.#grow();
    const at = hash & (this.#heads.length - 1);
    this.#next[this.#size] = this.#heads[at] ?? -1;
    this.#hashes[this.#size] = hash;
    this.#owners[this.#size] = owner;
    this.#heads[at] = this.#size;
    this.#size += 1;
  }

  #grow(): void {
    const wide = (from: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const to = new Int32Array(from.length * 2);
      to.set(from);
      return to;
    };
    [this.#next, this.#hashes, this.#owners] = [wide(this.#next), wide(this.#hashes), wide(this.#owners)];
    this.#heads = new Int32Array(this.#next.length).fill(-1);
    for (let e = 0; e < this.#size; e += 1) {
      const at = (this.#hashes[e] ?? 0) & (this.#heads.length - 1);
      this.#next[e] = this.#heads[at] ?? -1;
      this.#heads[at] = e;
    }
  }
}

/** The hashes of a word's first letters without none, one and two of them, each once. */
function deletes(word: string): Int32Array {
  const start = word.slice(0, PREFIX);
  let size = 0;
  // Few enough to look through: a set for each of a hundred thousand words takes five times as long.
  const add = (hash: number): void => {
    for (let i = 0; i < size; i += 1) if (DELETES[i] === hash) return;
    DELETES[size] = hash;
    size += 1;
  };
  add(hashOf(start, -1, -1));
  // A word at the edge of a shorter reach must still meet the longer one that it is a slip of.
  const depth = Math.max(1, reach(word.length));
  for (let i = 0; i < start.length; i += 1) {
    add(hashOf(start, i, -1));
    if (depth > 1) for (let j = i + 1; j < start.length; j += 1) add(hashOf(start, i, j));
  }
  return DELETES.subarray(0, size);
}

const DELETES = new Int32Array(1 + PREFIX + (PREFIX * (PREFIX - 1)) / 2);

/** FNV-1a over the letters but two. */
function hashOf(word: string, skip: number, skipToo: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) {
    if (i !== skip && i !== skipToo) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  }
  return hash;
}

/** Which letters a word has, one bit for every letter modulo thirty. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i += 1) letters |= 1 << (word.charCodeAt(i) % 30);
  return letters;
}

/** How many bits are set, counted in pairs, then fours, then bytes (H. Warren, Hacker's Delight, 2012, section 5-1). */
function bits(set: number): number {
  const pairs = set - ((set >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
