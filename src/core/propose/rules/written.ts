import { clauseBegin, clauseEnd, matchesIn } from "#core/propose/reading/clause.ts";
import type { Sentence } from "#core/propose/reading/passage.ts";
import type { Read } from "#core/propose/reading/read-article.ts";
import type { Found } from "#core/propose/reading/rule.ts";
import { trimmed, type Span } from "#core/propose/reading/span.ts";
import { isNext } from "./next.ts";

const TEXT =
  "(?:joint\\s|final\\s|single\\s|signed\\s|agreed\\s)?(?:text|document|page|paper|agreement|deal|accord|communiqu[ée]|protocol|memorandum|pact|treaty|terms)";
/** ", the document says", ", according to the text". */
const SAYS_THE_TEXT = new RegExp(
  String.raw`,\s(?:according\sto\s(?:the|their)\s${TEXT}|(?:the|their)\s${TEXT}\s(?:says?|said|states?|stated|reads?|provides?))(?=[,.;]|$|\sand\b)`,
  "giu",
);
const TO_BE_DONE = /\s(?:will|shall|may|must|is\sto|are\sto)\s/u;
/** "… and each side may send inspectors", behind what the text was said to say. */
const AND_ALSO = /^,?\sand\s/u;

const EARNERS =
  "workers|drivers|employees|members|staff|crews?|loaders|nurses|teachers|miners|pilots|dockers|cleaners|doctors|carers|families|farmers|households|fishermen|villages|victims";
/** "The drivers will get 5 per cent". */
const RECEIVES = new RegExp(
  String.raw`\b(?:${EARNERS})\s(?:will|are\sto|is\sto)\s(?:all\s|each\s|now\s)?(?:get|receive|be\spaid)\s(?=[^.;]{0,60}\d|[^.;]{0,40}\b(?:rise|raise|increase|bonus|payment|pay)\b)`,
  "giu",
);
const ONLY_ASKED = /\b(?:offer\w*|propos\w+|demand\w*|wants?|draft|plans?|said\sto|reported\w*|talked\sabout)\b/iu;
/** Words by which nothing came of it. */
export const DENIED = /\b(?:no|not|none|neither|never|without|cannot|nobody|nothing)\b/iu;

/** What a paper is said to lay down, and what people will get by it, each as its whole clause. */
export function* written({ bare }: Read, sentence: Sentence): Iterable<Found> {
  for (const m of matchesIn(SAYS_THE_TEXT, bare, sentence)) {
    const before = trimmed(bare, { start: clauseBegin(bare, m.index, sentence), end: m.index });
    const from = m.index + m[0].length;
    const and = AND_ALSO.exec(bare.slice(from, sentence.end))?.[0].length;
    const after =
      and === undefined ? undefined : trimmed(bare, { start: from + and, end: clauseEnd(bare, from + and, sentence) });
    yield* laidDownAs(bare, before);
    yield* laidDownAs(bare, after);
  }
  if (ONLY_ASKED.test(bare.slice(sentence.start, sentence.end))) return;
  for (const m of matchesIn(RECEIVES, bare, sentence)) {
    const start = clauseBegin(bare, m.index, sentence);
    yield* laidDownAs(bare, trimmed(bare, { start, end: clauseEnd(bare, m.index + m[0].length, sentence) }));
  }
}

function* laidDownAs(bare: string, result: Span | undefined): Iterable<Found> {
  if (result === undefined) return;
  const words = bare.slice(result.start, result.end);
  const verb = words.search(TO_BE_DONE);
  if (verb < 0 || DENIED.test(words) || isNext(words)) return;
  // The verb says what will be: only what stands before it can speak against that.
  const at = result.start + verb;
  yield { at: { start: at, end: at }, fields: { result } };
}
