import { isMadeThere } from "./made-there.ts";
import type { Question } from "./question.ts";
import { says } from "./says.ts";
import type { Weighed } from "./weighed.ts";

// When, where or about what the round was at which the thing was signed that is asked about.
const MADE = 1.2;
// What somebody does there, and not that they were there; a meeting to come, and not what else is to come.
const FITS = 0.65;
const DOES =
  /^(?:accompan(?:y|ies|ied)|stand|stands|support|supports|mediat\p{L}+|observ\p{L}+|guarant\p{L}+|host\p{L}*|help\p{L}*|broker\p{L}*|facilitat\p{L}+|witness\p{L}*|assist\p{L}*|escort\p{L}*|monitor\p{L}*|chair\p{L}*)$/u;
const MEETS = /^(?:meet|meets|meeting|rounds?|talks|sessions?|resume|resumes|return|reconvene|gather)$/u;
const AGAIN = /^(?:meet|meeting|again|back|round|session|talks|reconvene|resume|return|gather)$/u;

const PRESS = /^(?:reporters?|journalists?|press|media)$/u;
const ADMITS = /^(?:kept|out|allowed|admitted|admit|let|barred|access|excluded|invited)$/u;
const LANDS = /^(?:regions?|areas?|provinces?|districts?|cities|towns|islands?|ports?)$/u;

/** Whether a fact names several in a row: "Donetsk, Luhansk and Kherson". */
function namesSeveral({ fact }: Weighed): boolean {
  return fact.claims.some((c) => Object.values(c.fields).some((v) => SEVERAL.test(String(v))));
}

const SEVERAL = /\p{Lu}\p{L}+(?:, | and )(?:the )?\p{Lu}\p{L}+/u;

/** What a fact gains by what it tells, where its kind and its words are those of others too. */
export function bonusOf(weighed: Weighed, question: Question): number {
  const { fact, has } = weighed;
  const { slots, tokens, form } = question;
  if (isMadeThere(weighed, question)) return MADE;
  const isAsked = (slot: string): boolean => slots.some((s) => s.slot === slot && s.weight >= 0.8);
  if (fact.slot === "note" && has.size > 0 && isAsked("role") && says(fact, (w) => DOES.test(w))) return FITS;
  if (tokens.some((t) => PRESS.test(t.text)) && says(fact, (w) => PRESS.test(w)) && says(fact, (w) => ADMITS.test(w)))
    return FITS;
  if (tokens.some((t, i) => t.text === "which" && LANDS.test(tokens[i + 1]?.text ?? "")) && namesSeveral(weighed))
    return FITS;
  const meets = form === "when" && tokens.some((t) => AGAIN.test(t.text));
  return fact.slot === "next" && meets && isAsked("next") && says(fact, (w) => MEETS.test(w)) ? FITS : 0;
}
