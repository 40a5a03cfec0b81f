import { fold } from "#core/text/text.ts";
import { distance, isSlip } from "#core/text/slip.ts";

interface Entry {
  readonly parts: readonly string[];
  /** Whether each part is a word's beginning only. */
  readonly open: readonly boolean[];
  readonly meant: string;
}

/** What words of another language mean: whole words and phrases, and beginnings of words whose endings change. */
export class WordList {
  readonly #whole = new Map<string, string>();
  // By their first letter and by how many words they are, the longest first.
  readonly #begun: ReadonlyMap<string, readonly Entry[]>;

  // One word's beginnings, each with its meaning, and the length of the longest.
  readonly #beginnings = new Map<string, string>();
  readonly #longest: number;
  readonly #words: ReadonlySet<string>;
  readonly #wordsByFirst: ReadonlyMap<string, readonly string[]>;

  constructor(list: Readonly<Record<string, string>>, spelt = fold) {
    const all = Object.keys(list).map((words) => spelt(words.replace(/-$/u, "")).split(" "));
    this.#words = new Set(all.flat());
    this.#wordsByFirst = Map.groupBy(new Set(all.filter((p) => p.length > 1).flat()), ([first = ""]) => first);
    const begun: Entry[] = [];
    for (const [words, meant] of Object.entries(list)) {
      const parts = words.split(" ").flatMap((part) => {
        const all = spelt(part).split(" ");
        return all.map((text, i) => ({ text, open: part.endsWith("-") && i === all.length - 1 }));
      });
      // A phrase's last word may end in any way, if it is not a short one that others begin with.
      const open = parts.map(
        ({ text, open: begins }, i) => begins || (i > 0 && i === parts.length - 1 && text.length > 2),
      );
      const entry = { parts: parts.map(({ text }) => text), open, meant };
      if (open.includes(true)) begun.push(entry);
      if (!words.includes("- ") && !words.endsWith("-")) this.#whole.set(entry.parts.join(" "), meant);
    }
    for (const {
      parts: [first = "", ...more],
      meant,
    } of begun)
      if (more.length === 0 && !this.#beginnings.has(first)) this.#beginnings.set(first, meant);
    this.#longest = Math.max(...[...this.#beginnings.keys()].map((first) => first.length));
    begun.sort((a, b) => b.parts.join(" ").length - a.parts.join(" ").length);
    this.#begun = Map.groupBy(begun, ({ parts }) => `${parts[0]?.[0] ?? ""}${parts.length}`);
  }

  /** The meaning of the words that begin here, and how many they are. */
  read(words: readonly string[], from: number): { readonly meant: string; readonly size: number } | undefined {
    const fits = ({ parts, open }: Entry): boolean =>
      parts.every((part, i) =>
        open[i] === true ? (words[from + i] ?? "").startsWith(part) : words[from + i] === part,
      );
    for (const size of [4, 3, 2]) {
      const said = words.slice(from, from + size);
      if (said.length < size) continue;
      const begun = this.#begun.get(`${words[from]?.[0] ?? ""}${size}`) ?? [];
      const meant = this.#whole.get(said.join(" ")) ?? begun.find(fits)?.meant;
      if (meant !== undefined) return { meant, size };
    }
    const word = words[from] ?? "";
    const meant = this.#whole.get(word) ?? this.#beginning(word);
    return meant === undefined ? undefined : { meant, size: 1 };
  }

  /**
   * Whether the word there is surely one of the list: as it stands, in a phrase, or by a beginning of four letters. A
   * name, which both languages write alike, says nothing: "asean".
   */
  isSure(words: readonly string[], at: number, isEnding?: RegExp): boolean {
    const [word = "", read] = [words[at], this.read(words, at)];
    if (read === undefined) return false;
    if (read.size > 1) return true;
    if (read.meant.slice(0, ALIKE) === word.slice(0, ALIKE)) return false;
    if (this.#whole.has(word) || this.#beginning(word, LEAST_SURE) !== undefined) return true;
    return [2, 3].some(
      (size) => this.#beginnings.has(word.slice(0, size)) && isEnding?.test(word.slice(size)) === true,
    );
  }

  /** The meaning of the longest beginning that a word has. */
  #beginning(word: string, least = 1): string | undefined {
    for (let size = Math.min(word.length, this.#longest); size >= least; size -= 1) {
      const meant = this.#beginnings.get(word.slice(0, size));
      if (meant !== undefined) return meant;
    }
    return undefined;
  }

  /** The word of the list's phrases that a typed one is a slip of; itself where there is none. */
  spelt(word: string): string {
    if (word.length < 5 || this.#words.has(word)) return word;
    const near = this.#wordsByFirst.get(word[0] ?? "") ?? [];
    return near.find((known) => known.length > 4 && isSlip(word, known)) ?? word;
  }

  /** The same for a word with a slip in it: another letter at its beginning makes another word. */
  readSlip(word: string): string | undefined {
    if (word.length < 5) return undefined;
    let best: { readonly meant: string; readonly off: number } | undefined;
    const weigh = (known: string, meant: string, ends: boolean): void => {
      if (known.length < 5 || known[0] !== word[0] || known.includes(" ")) return;
      // A slip and a long rest are two words: "политзаключенных" is no "полет".
      if (!ends && word.length - known.length > REST) return;
      const most = known.length < 8 ? 1 : 2;
      const starts = ends ? [word] : [-1, 0, 1].map((more) => word.slice(0, known.length + more));
      const off = Math.min(...starts.map((start) => distance(start, known, most))) - known.length / LONG;
      if (off < most && (best === undefined || off < best.off)) best = { meant, off };
    };
    for (const [known, meant] of this.#whole) weigh(known, meant, true);
    for (const { parts, meant } of this.#begun.get(`${word[0] ?? ""}1`) ?? []) weigh(parts[0] ?? "", meant, false);
    return best?.meant;
  }
}

const LEAST_SURE = 4;
const ALIKE = 4;
const REST = 6;
// Of two that are as near, the longer one is surer.
const LONG = 64;
