/** A term that stands for an asked word, and what a row that has it gains: rarity times how surely it was meant. */
export interface Weighted {
  readonly term: string;
  readonly weight: number;
}

export interface Match {
  readonly doc: number;
  readonly score: number;
}

/**
 * The best few of many, kept in a heap with the worst on top; of equal scores the one offered under the lower number is
 * better.
 */
export class Best {
  readonly #limit: number;
  readonly #heap: Match[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** What the last of them has; less than any while there is room. */
  get least(): number {
    return this.#heap.length < this.#limit ? -Infinity : (this.#heap[0]?.score ?? -Infinity);
  }

  offer(doc: number, score: number): void {
    const heap = this.#heap;
    if (heap.length < this.#limit) {
      heap.push({ doc, score });
      this.#rise();
    } else if (worse(heap[0], { doc, score })) {
      heap[0] = { doc, score };
      this.#sink();
    }
  }

  sorted(): readonly Match[] {
    return this.#heap.toSorted((a, b) => b.score - a.score || a.doc - b.doc);
  }

  #rise(): void {
    const heap = this.#heap;
    for (let at = heap.length - 1; at > 0;) {
      const up = (at - 1) >> 1;
      if (!worse(heap[at], heap[up])) return;
      swap(heap, at, up);
      at = up;
    }
  }

  #sink(): void {
    const heap = this.#heap;
    for (let at = 0; ;) {
      const left = at * 2 + 1;
      const least = worse(heap[left + 1], heap[left]) ? left + 1 : left;
      if (!worse(heap[least], heap[at])) return;
      swap(heap, at, least);
      at = least;
    }
  }
}

function worse(a: Match | undefined, b: Match | undefined): boolean {
  if (a === undefined) return false;
  if (b === undefined) return true;
  return a.score < b.score || (a.score === b.score && a.doc > b.doc);
}

function swap(heap: Match[], a: number, b: number): void {
  const [x, y] = [heap[a], heap[b]];
  if (x !== undefined) heap[b] = x;
  if (y !== undefined) heap[a] = y;
}
