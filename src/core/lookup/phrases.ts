import { lazy } from "#core/text/lazy.ts";
import { variants } from "./spelling.ts";
import { termOf } from "./stem.ts";
import { Vocabulary } from "./vocabulary.ts";

// How people ask, and what a source writes for it; one row each: the words in their order, other words between them
// allowed, then what is meant.
const MEANT =
  "how big|area;how large|area;what size|area;how long live|life expectancy;how many people|population;how many live|population;" +
  "export to|export partner;exports to|export partner;import from|import partner;sell to|export partner;buy from|import partner;" +
  "where is|location;where are|location;where lie|location;kind government|government type;form government|government type;" +
  "sort government|government type;system government|government type;head of state|chief of state;president or monarch|chief of state;" +
  "king or president|chief of state;president or king|chief of state;head government|head of government;prime minister|head of government;" +
  "how tall|height elevation;how high|height elevation;how old|age;how hot|climate temperature;how cold|climate temperature;how rich|gdp;" +
  "how far|distance;how heavy|weight;how deep|depth;how wide|width;how fast|speed;how dense|density;what weather|climate";

interface Phrase {
  readonly asked: readonly string[];
  readonly meant: readonly string[];
}

const phrases = lazy((): readonly Phrase[] =>
  MEANT.split(";").map((row) => {
    const [asked = "", meant = ""] = row.split("|");
    return { asked: asked.split(" ").map(termOf), meant: meant.split(" ").map(termOf) };
  }),
);

const APART_MAX = 4;
const SURE = 0.6;

// A phrase's words need not be in any fact, so that the facts' own vocabulary cannot correct them.
const phraseWords = lazy(() => {
  const words = new Vocabulary();
  for (const word of new Set(MEANT.split(";").flatMap((row) => row.split("|")[0]?.split(" ") ?? [])))
    words.add(word, 100);
  return words;
});

/** What a mistyped word may be in a phrase. */
export function inPhrase(typed: string): readonly string[] {
  const [best] = phraseWords().count(typed) > 0 ? [] : variants(typed, [phraseWords()], false, 1);
  return best === undefined || best.weight < SURE ? [] : [termOf(best.word)];
}

/**
 * Terms that phrases of a question stand for: "how big" asks for an area. Each place of `terms` lists what one word may
 * be.
 */
export function hintsOf(terms: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const found = phrases().filter(({ asked }) => {
    let at = -1;
    return asked.every((want, i) => {
      const next = terms.findIndex((t, j) => j > at && (i === 0 || j - at <= APART_MAX) && t.includes(want));
      at = next;
      return next >= 0;
    });
  });
  const within = (p: Phrase): boolean =>
    found.some((o) => o.asked.length > p.asked.length && p.asked.every((w) => o.asked.includes(w)));
  return found.filter((p) => !within(p)).map((p) => p.meant);
}
