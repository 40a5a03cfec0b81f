import { matchesIn } from "#core/propose/reading/clause.ts";
import type { Sentence } from "#core/propose/reading/passage.ts";
import type { Read } from "#core/propose/reading/read-article.ts";
import { trimmed, within, type Span } from "#core/propose/reading/span.ts";

const STATED =
  /\b(?:according to|(?:as\s)?confirmed by|as told by)\s([^,;.()“”"—]{2,100}?)(?=,|;|\.?$|\.\s|\s[–—-]\s|\)|\swas\b|\sthe\stalks\b)/giu;
const SAID = "said|says|announced|confirmed|reported|stated|added|noted|told reporters|disclosed|explained";
const AFTER = new RegExp(String.raw`,\s([^,;“”"]{2,90}?)\s(?:${SAID})\b(?!\sthat)`, "giu");
const BEFORE = new RegExp(
  String.raw`(?:^|[,;]\s|\.\s)(?:(?:But|And|Later|Afterwards),?\s)?([^,;“”"]{2,90}?)\s(?:${SAID})\s(?:on\s\w+\s|in a statement\s)?(?:that\s)?(?=\p{L})`,
  "gu",
);

const NOBODY = /^(?:and|who|which|he|she|it|they|that|also|but|we|i)\b/iu;

/** Whom a sentence has it from, where it says so: `according to both nations`, `Norway's foreign ministry`. */
export function accordingIn(passage: Read, sentence: Sentence, at: Span): Span | undefined {
  const { bare } = passage;
  const stop = trimmed(bare, sentence)?.end ?? sentence.end;
  const whole = { start: sentence.start, end: stop };
  for (const m of matchesIn(STATED, bare, whole)) {
    const span = trimmed(bare, { start: m.index, end: m.index + m[0].length });
    const plain =
      span === undefined
        ? undefined
        : { start: span.start + (/^as\s(?=confirmed)/iu.exec(m[0])?.[0].length ?? 0), end: span.end };
    if (plain !== undefined && !within(at, plain)) return plain;
  }
  for (const m of matchesIn(AFTER, bare, whole)) {
    const [all, who = ""] = m;
    if (m.index < at.start || NOBODY.test(who)) continue;
    const start = m.index + all.indexOf(who);
    return trimmed(bare, { start, end: start + who.length });
  }
  for (const m of matchesIn(BEFORE, bare, whole)) {
    const [all, who = ""] = m;
    const start = m.index + all.indexOf(who);
    if (start + who.length > at.start || /_{3}/u.test(who) || NOBODY.test(who)) continue;
    return trimmed(bare, { start, end: start + who.length });
  }
  return undefined;
}
