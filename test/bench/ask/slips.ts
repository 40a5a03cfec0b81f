import { commonWords, isEnglish } from "#core/lookup/english.ts";
import type { Asked } from "./questions.ts";
import { judge, type Judged } from "./judge.ts";
import { seeded } from "./typos.ts";

type Random = () => number;
/** A word with one slip of its kind; undefined where it has no place for one. */
type Slip = (word: string, random: Random) => string | undefined;

const KEYS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
const pick = <T>(all: readonly T[], random: Random): T | undefined => all[Math.floor(random() * all.length)];
const within = (word: string, random: Random): number => 1 + Math.floor(random() * (word.length - 1));

function beside(letter: string, random: Random): string {
  const row = KEYS.find((keys) => keys.includes(letter)) ?? "";
  const at = row.indexOf(letter);
  return (
    pick(
      [row[at - 1], row[at + 1]].filter((key) => key !== undefined),
      random,
    ) ?? letter
  );
}

// As it sounds: what is written in several ways.
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/u, "f"],
  [/ie/u, "ei"],
  [/ei/u, "ie"],
  [/ea/u, "ee"],
  [/ou/u, "u"],
  [/([bdfglmnprstz])\1/u, "$1"],
  [/c(?=[aour])/u, "k"],
  [/s(?=ion)/u, "t"],
  [/t(?=ion)/u, "s"],
  [/ent\b/u, "ant"],
  [/ant\b/u, "ent"],
  [/ance\b/u, "ence"],
  [/ould/u, "uld"],
  [/kn/u, "n"],
  [/gh/u, ""],
  [/or\b/u, "er"],
  [/er\b/u, "or"],
];
const ACCENTS: Readonly<Record<string, string>> = { a: "á", e: "é", i: "í", o: "ö", u: "ü", c: "ç", s: "ş", g: "ğ" };

/** Slips of kinds that `mistyped` does not make. */
const WORD_SLIPS: Readonly<Record<string, Slip>> = {
  "neighbouring key": (word, random) => {
    const at = within(word, random);
    return word.slice(0, at) + beside(word[at] ?? "", random) + word.slice(at + 1);
  },
  "key struck beside": (word, random) => {
    const at = within(word, random);
    return word.slice(0, at) + beside(word[at] ?? "", random) + word.slice(at);
  },
  "last letter left out": (word) => word.slice(0, -1),
  "first two swapped": (word) => `${word[1] ?? ""}${word[0] ?? ""}${word.slice(2)}`,
  "as it sounds": (word, random) => {
    const some = SOUNDS.flatMap(([from, to]) => (from.test(word) ? [word.replace(from, to)] : []));
    return pick(some, random);
  },
  "another vowel": (word, random) => {
    const at = [...word].flatMap((letter, i) => (i > 0 && "aeiou".includes(letter) ? [i] : []));
    const i = pick(at, random);
    if (i === undefined) return undefined;
    const vowel =
      pick(
        [..."aeiou"].filter((v) => v !== word[i]),
        random,
      ) ?? "";
    return word.slice(0, i) + vowel + word.slice(i + 1);
  },
  accents: (word) => {
    const accented = [...word].map((letter) => ACCENTS[letter] ?? letter).join("");
    return accented === word ? undefined : accented;
  },
  "two slips": (word, random) => {
    if (word.length < 8) return undefined;
    const at = 1 + Math.floor(random() * 3);
    const then = word.length - 3;
    return (
      word.slice(0, at) + word.slice(at + 1, then) + (word[then + 1] ?? "") + (word[then] ?? "") + word.slice(then + 2)
    );
  },
  split: (word, random) => {
    const at = 2 + Math.floor(random() * Math.max(1, word.length - 4));
    return word.length < 6 ? undefined : `${word.slice(0, at)} ${word.slice(at)}`;
  },
};

const SENTENCE_SLIPS: Readonly<Record<string, (words: readonly string[], random: Random) => readonly string[]>> = {
  "no space": (words, random) => {
    const at = Math.floor(random() * (words.length - 1));
    return [...words.slice(0, at), `${words[at] ?? ""}${words[at + 1] ?? ""}`, ...words.slice(at + 2)];
  },
  "space too early": (words, random) => {
    const at = Math.floor(random() * (words.length - 1));
    const [one, next] = [words[at] ?? "", words[at + 1] ?? ""];
    if (one.length < 3) return words;
    return [...words.slice(0, at), one.slice(0, -1), `${one.at(-1) ?? ""}${next}`, ...words.slice(at + 2)];
  },
  "a word twice": (words, random) => {
    const at = Math.floor(random() * words.length);
    return [...words.slice(0, at + 1), ...words.slice(at)];
  },
  "no apostrophe": (words) => words.map((word) => word.replace(/['’]/gu, "")),
};

interface Slipped {
  readonly words: string;
  /** A slip made another word of English: nothing tells it from one that was meant. */
  readonly real: boolean;
}

function slipped(words: string, kind: string, seed: number): Slipped | undefined {
  const random = seeded(seed * 7919 + 17);
  for (let i = 0; i < 3; i += 1) random();
  const all = words.split(" ");
  const whole = SENTENCE_SLIPS[kind];
  if (whole !== undefined) {
    const made = all.length < 2 ? all : whole(all, random);
    const text = made.join(" ");
    return text === words ? undefined : { words: text, real: false };
  }
  const slip = WORD_SLIPS[kind];
  const able = all.flatMap((word, at) => {
    const made = /^[a-z]{4,}$/iu.test(word) ? slip?.(word.toLowerCase(), random) : undefined;
    return made === undefined || made === word.toLowerCase() ? [] : [{ at, made }];
  });
  const one = pick(able, random);
  if (one === undefined) return undefined;
  return {
    words: all.with(one.at, one.made).join(" "),
    real: one.made.split(" ").every((part) => isEnglish(part) || commonWords().includes(part)),
  };
}

const SLIP_KINDS = [...Object.keys(WORD_SLIPS), ...Object.keys(SENTENCE_SLIPS)];

/** What comes of clean questions with a slip of each kind, a line each; `seeds`: so many slips of a kind in each. */
export async function slips(
  questions: readonly Asked[],
  desk: Parameters<typeof judge>[1],
  seeds: number,
  isEach: boolean,
): Promise<string> {
  const clean = new Map<Asked, Judged>();
  for (const asked of questions) clean.set(asked, await judge(asked, desk));
  const lines = [
    "  slip                   held  clean  first  no word: clean  first  press  wrong  not held  answered",
  ];
  for (const kind of SLIP_KINDS) {
    const came: { readonly before: Judged; readonly now: Judged; readonly real: boolean }[] = [];
    for (const [i, asked] of questions.entries()) {
      for (let seed = 1; seed <= seeds; seed += 1) {
        const made = slipped(asked.words, kind, i * seeds + seed);
        const before = clean.get(asked);
        if (made === undefined || before === undefined) continue;
        const now = await judge({ ...asked, words: made.words, typed: "typo" }, desk);
        came.push({ before, now, real: made.real });
        if (isEach && before.outcome !== now.outcome)
          console.log(
            `${made.real ? "word" : "    "} ${before.outcome}→${now.outcome} ${kind}: ${asked.words} → ${made.words} → ${now.said.slice(0, 120)}`,
          );
      }
    }
    const held = came.filter((c) => c.now.asked.gold.length > 0);
    const plain = held.filter((c) => !c.real);
    const not = came.filter((c) => c.now.asked.gold.length === 0);
    const of = (some: typeof came, is: (c: (typeof came)[number]) => boolean): string =>
      ((some.filter(is).length / Math.max(1, some.length)) * 100).toFixed(1).padStart(6);
    lines.push(
      `  ${kind.padEnd(20)} ${String(held.length).padStart(6)} ${of(held, (c) => c.before.outcome === "first")} ${of(held, (c) => c.now.outcome === "first")}` +
        `         ${of(plain, (c) => c.before.outcome === "first")} ${of(plain, (c) => c.now.outcome === "first")} ` +
        `${of(plain, (c) => ["first", "anywhere", "pressed"].includes(c.now.outcome))} ${of(held, (c) => c.now.outcome === "wrong")}` +
        `    ${String(not.length).padStart(6)}    ${of(not, (c) => c.now.outcome === "answered")}`,
    );
  }
  return lines.join("\n");
}
