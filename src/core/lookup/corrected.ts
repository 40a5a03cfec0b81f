import type { Names } from "#core/facts/names.ts";
import { lazy } from "#core/text/lazy.ts";
import { distance, isSlip } from "#core/text/slip.ts";
import { isAsking } from "./asking-words.ts";
import { cueWords } from "./asked-slots.ts";
import { commandWords } from "./command-words.ts";
import { CALENDAR } from "./calendar-words.ts";
import type { FactLayers } from "./desk-index.ts";
import { commonWords, isEnglish, isRare, mayBeName, newsWords, rankOf, usualWords } from "./english.ts";
import { countWord } from "./held.ts";
import { countryOf } from "#core/facts/country.ts";
import { LITTLE_WORDS } from "./little-words.ts";
import { isNameWord, nameWordsNear } from "./name-index.ts";
import { cost, isStruckBeside } from "./spelling.ts";
import { STOP_WORDS } from "./stop-words.ts";
import { SHORTENED, USUAL } from "./usual-slips.ts";
import { Vocabulary } from "./vocabulary.ts";

const SAID = [
  "round",
  "rounds",
  "talks",
  "meeting",
  "meetings",
  "session",
  "delegation",
  "delegations",
  "side",
  "which",
  "whose",
  "where",
  "anything",
];
// Of two words that are as near, questions have these more often.
const OFTEN = "first second third what when were they there have from with does that long many time team".split(" ");
const closed = lazy(() =>
  vocabularyOf(
    [
      ...commonWords(),
      ...newsWords(),
      ...[...LITTLE_WORDS, ...STOP_WORDS].filter(isEnglish),
      ...cueWords().flatMap(inflected),
      ...commandWords(),
      ...SAID,
      ...CALENDAR,
    ],
    3,
  ),
);
const english = lazy(() => vocabularyOf(usualWords(), 5));
const closedWords = lazy(() => new Set([...cueWords(), ...commandWords(), ...SAID, ...CALENDAR]));

function vocabularyOf(words: readonly string[], least: number): Vocabulary {
  const vocabulary = new Vocabulary();
  for (const word of words) if (word.length >= least) vocabulary.add(word);
  return vocabulary;
}

// What a slip may cost at most: a word that nothing knows may be a name that is not held.
const MOST = { closed: 1.8, long: 2.5, name: 1.5, held: 1.5, english: 0.79, spoken: 0.83, short: 0.9 } as const;
// A name is asked for less often than one asks at all, and a word that facts have less often than that.
const NAME_COST = 0.1;
// What questions about talks are about is asked for most.
const SAID_COST = -0.2;
const OFTEN_COST = -0.1;
const HELD_COST = 0.2;
const OTHER_COST = 0.4;

/** Whether a word is spoken so often, or is so long, that a key struck beside hardly makes a name of it: "groyp". */
function isSpoken(word: string): boolean {
  const rank = rankOf(word) ?? Infinity;
  if (word.length > 7 && rank < 8000) return true;
  return word.length > 6 ? rank < 3000 : word.length > 4 && rank < 1200;
}

/** "wht", "jue": a word of four letters without one of them. */
function hasDropped(typed: string, meant: string): boolean {
  return typed.length === 3 && meant.length === 4 && typed[0] === meant[0] && distance(typed, meant, 1) === 1;
}

/** "tye", "waxs": a little word of three letters with a key that is beside its own. Other keys may make a name. */
function isShortSlip(typed: string, meant: string): boolean {
  return meant.length === 3 && typed.length < 5 && STOP_WORDS.has(meant) && isStruckBeside(typed, meant);
}

function inflected(word: string): readonly string[] {
  if (LITTLE_WORDS.has(word) || STOP_WORDS.has(word)) return [word];
  const start = word.replace(/e$/u, "");
  return [word, `${word}s`, `${start}ed`, `${start}ing`].filter((form) => form === word || isEnglish(form));
}

/** Whether a word is one as it stands: nothing to correct. */
export function isWord(word: string, names: Names, layers: FactLayers): boolean {
  return (
    word.length < 3 ||
    /\d/u.test(word) ||
    closedWords().has(word) ||
    LITTLE_WORDS.has(word) ||
    isEnglish(word) ||
    isRare(word) ||
    countryOf(word) !== undefined ||
    isNameWord(word, names) ||
    countWord(word, layers) > 0
  );
}

/**
 * The likeliest word that a typed one is a slip of: one that questions are asked with, a name's, or one that facts
 * have.
 */
export function corrected(word: string, names: Names, layers: FactLayers): string {
  const usual = USUAL.get(word);
  if (usual !== undefined) return usual;
  const shortened = SHORTENED.get(word);
  const isHeld = word.length > 1 && (isNameWord(word, names) || countWord(word, layers) > 0);
  if (shortened !== undefined && !isHeld) return shortened;
  // "irans", "witkoffs": a name's, without its apostrophe.
  const owner = word.endsWith("s") && !isNameWord(word, names) ? word.slice(0, -1) : word;
  const isOwner = owner.length > 3 && owner !== word;
  if (isOwner && mayBeName(owner) && isNameWord(owner, names)) return owner;
  // "turkeys", of a country that no list of the desk's has; more than one such bird is asked for less often.
  if (isOwner && countryOf(word) === undefined && countryOf(owner) !== undefined) return owner;
  if (isWord(word, names, layers)) return word;
  let best: { readonly meant: string; readonly off: number } | undefined;
  const offer = (more: number, most: number) => (meant: string) => {
    // Hardly anybody strikes the first letter wrong, but for a swap: "vance" is a name and not "dance".
    const begins =
      word[0] === meant[0] ||
      (word[0] === "k" && meant[0] === "c") ||
      (word[0] === meant[1] && word[1] === meant[0]) ||
      meant.slice(1) === word ||
      word.length > 7;
    const may = isSlip(word, meant) || hasDropped(word, meant) || isShortSlip(word, meant);
    const slip = begins && may ? cost(word, meant) : Infinity;
    if (slip > (word.length < 5 ? Math.min(most, MOST.short) : most)) return;
    const off = slip + more;
    if (best === undefined || off < best.off) best = { meant, off };
  };
  for (const said of SAID) offer(SAID_COST, MOST.closed)(said);
  for (const often of OFTEN) offer(OFTEN_COST, MOST.closed)(often);
  const long = word.length > 6 ? MOST.long : 0;
  closed().near(word, (meant) => offer(isAsking(meant) ? OFTEN_COST : 0, Math.max(MOST.closed, long))(meant));
  nameWordsNear(word, names, offer(NAME_COST, Math.max(MOST.name, long)));
  for (const { vocabulary } of layers.indexes) vocabulary.near(word, offer(HELD_COST, Math.max(MOST.held, long)));
  english().near(word, (meant) => offer(OTHER_COST, isSpoken(meant) ? MOST.spoken : MOST.english)(meant));
  return (best as { meant: string } | undefined)?.meant ?? inForm(word) ?? word;
}

/** The same where a word of English has an ending: "econmoists". */
function inForm(word: string): string | undefined {
  const [, start = "", ending] = /^([a-z]{6,})(s|ed|ing)$/u.exec(word) ?? [];
  if (ending === undefined) return undefined;
  let best: { readonly meant: string; readonly off: number } | undefined;
  english().near(start, (meant) => {
    const off = start[0] === meant[0] && isSlip(start, meant) ? cost(start, meant) : Infinity;
    if (off <= MOST.english && off < (best?.off ?? Infinity)) best = { meant, off };
  });
  return best === undefined ? undefined : `${(best as { meant: string }).meant}${ending}`;
}
