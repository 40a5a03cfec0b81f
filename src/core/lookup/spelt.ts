import type { View } from "#core/facts/view.ts";
import { monthInCase, monthOf } from "./calendar-words.ts";
import { corrected } from "./corrected.ts";
import type { FactLayers } from "./desk-index.ts";
import { isVerbal } from "./english.ts";
import { countHaving, countWord } from "./held.ts";
import { isNameWord, isWholeName, namesIn } from "./name-index.ts";
import { heldBySound, nameInOther } from "./names-by-sound.ts";
import { countryHeard } from "./names-heard.ts";
import { placesOf } from "./places-of.ts";
import { spaced, type Spaced } from "./spaced.ts";
import { termOf } from "./stem.ts";
import { STOP_WORDS } from "./stop-words.ts";
import type { Token } from "./token.ts";
import { inEnglish, type Tongue } from "./tongue.ts";

/** The words of a question in English, with their slips corrected and their spaces in the right places. */
export function spelt(
  typed: readonly string[],
  tongue: Tongue,
  view: View,
  layers: FactLayers,
  capital: ReadonlySet<string>,
): Spaced {
  const isWhole = (word: string): boolean => isWholeName(word, view) || monthOf(word) !== undefined;
  // A name of talks is made of words that each language has: "İran ABD görüşmeleri".
  const isName = (word: string): boolean =>
    isNameWord(word, view, tongue === "en" ? undefined : NAMED) || monthOf(word) !== undefined;
  const cases = new Map<string, string | undefined>();
  const inCase = (word: string): string | undefined => {
    if (!cases.has(word)) cases.set(word, nameInOther(word, view, tongue) ?? monthInCase(word));
    return cases.get(word);
  };
  const isInCase = (word: string): boolean => inCase(word) !== undefined;
  const heard = (at: number) => countryHeard(typed, at, tongue, view);
  // Each word of a name alone may sound like another one: "Ким Чен Ын".
  const whole = tongue === "en" ? new Set() : placesOf(namesIn(typed, view, new Set()).filter((n) => n.size > 1));
  // A word that is written as a name is one, and no slip of another word.
  const isNoSlip = (word: string): boolean => isInCase(word) || capital.has(word);
  const read = inEnglish(typed, tongue, isName, isNoSlip, heard);
  const { tokens: meant, moved }: Spaced =
    tongue === "en"
      ? asNamed(spaced(read, view, layers), capital, isName)
      : {
          moved: [],
          tokens: read.map((token): Token => {
            if (whole.has(token.at)) return token;
            // What was put into English is in no case.
            const isOther = token.text === token.typed && !isWhole(token.text);
            const named = isOther ? inCase(token.text) : undefined;
            // Nor is it a slip: “putin”, of whom nothing is held, is no “putting”.
            if (token.text !== token.typed) return token;
            return { ...token, text: named ?? heldAs(token, layers) ?? corrected(token.text, view, layers) };
          }),
        };
  return { tokens: joined(meant, layers), moved };
}

function heldAs({ text, typed }: Token, layers: FactLayers): string | undefined {
  return text === typed ? heldBySound(text, layers) : undefined;
}

const NAMED = ["people", "places", "parties"] as const;

const DO = /^(?:did|does|do)$/u;

/**
 * The same where a word that nothing knows is a name that is not held, and no slip: it is written as one, or stands
 * where a verb cannot, "what did amit say".
 */
function asNamed({ tokens, moved }: Spaced, capital: ReadonlySet<string>, isName: (word: string) => boolean): Spaced {
  const isOther = ({ text, typed }: Token, before = ""): boolean =>
    text !== typed &&
    !isName(text) &&
    !typed.startsWith(text) &&
    (capital.has(typed) || (DO.test(before) && isVerbal(text) && !STOP_WORDS.has(text)));
  return { moved, tokens: tokens.map((t, i) => (isOther(t, tokens[i - 1]?.text) ? { ...t, text: t.typed } : t)) };
}

/** "raod map": two words that no fact has, where it has them as one. */
function joined(tokens: readonly Token[], layers: FactLayers): readonly Token[] {
  const all: Token[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const [a, b] = [tokens[i], tokens[i + 1]];
    if (a === undefined) continue;
    const whole = b === undefined ? "" : a.text + b.text;
    const held = (w: string): boolean => countHaving(termOf(w), layers) > 0;
    // "direct or indirect" has no director.
    const words = b !== undefined && !STOP_WORDS.has(a.text) && !STOP_WORDS.has(b.text);
    if (words && whole.length > 5 && countWord(whole, layers) > 0 && (!held(a.text) || !held(b.text))) {
      all.push({ text: whole, typed: `${a.typed} ${b.typed}`, at: a.at });
      i += 1;
    } else all.push(a);
  }
  return all;
}
