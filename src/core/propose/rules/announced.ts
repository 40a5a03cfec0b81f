import { clauseBegin, clauseEnd, matchesIn } from "#core/propose/reading/clause.ts";
import type { Sentence } from "#core/propose/reading/passage.ts";
import type { Read } from "#core/propose/reading/read-article.ts";
import type { Found } from "#core/propose/reading/rule.ts";
import { trimmed } from "#core/propose/reading/span.ts";
import { isNext } from "./next.ts";

/** What makes of "Chile will" a result: that somebody announced it, or the deal that it is part of. */
const DEAL =
  /\b(?:announced|under\s(?:the|this|their)\s(?:deal|agreement|accord|pact|truce|memorandum)|in\s(?:return|exchange))\b/iu;
const WILL =
  /^(?:[’']s?)?\s(?:will|shall|is\sto|are\sto)\s(?:also\s|now\s)?(?!be\b|have\b|meet\b|hold\b|continue\b|resume\b|decide\b|seek\b|try\b|not\b|never\b)[a-z]+\s/iu;
/** "In return, Chile lifts the ban": said as what is given. */
const IN_RETURN = /(?:^|;\s)\s*in\s(?:return|exchange)(?:\sfor\s[^,;]{3,60})?,\s/giu;
const GIVES =
  /^(?:[’']s?)?\s(?!is\b|are\b|has\b|have\b|wants?\b|expects?\b|hopes?\b|asks?\b|seeks?\b|demands?\b|needs?\b|could\b|would\b|may\b)[a-z]+(?:s|ed)\s/u;
/** "A hotline will be opened, they agreed". */
const THEY_AGREED =
  /,\s(?:they|both(?:\ssides)?|(?:the\s)?(?:two\s)?(?:sides|parties|ministers|delegations|teams|governments|envoys))\s(?:have\s|had\s|also\s)?(?:agreed|decided)(?=[.,;]|\son\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|$)/giu;
/** "A joint commission will be set up". */
const SET_UP =
  /\b(?:joint|common|working|contact)\s(?:[\w-]+\s){1,3}(?:[^.;,]{0,30}\s)?(?:will|is\sto|are\sto)\sbe\s(?:set\sup|established|created|formed|opened|launched)\b/giu;

/** What one side will do by a deal, and what both have agreed will be, each as its whole clause. */
export function* announced(passage: Read, sentence: Sentence): Iterable<Found> {
  const { bare, parties } = passage;
  const all = bare.slice(sentence.start, sentence.end);
  const clause = (from: number, to: number): Found["at"] | undefined =>
    trimmed(bare, { start: from, end: clauseEnd(bare, to, sentence) });
  const said = DEAL.test(all);
  const given = new Set(matchesIn(IN_RETURN, bare, sentence).map((m) => m.index + m[0].length));
  for (const { start, end, side } of parties) {
    if (start < sentence.start || end > sentence.end || !said) continue;
    const rest = bare.slice(end, sentence.end);
    const from = /\bthe\s$/iu.test(bare.slice(sentence.start, start)) ? start - 4 : start;
    const verb = WILL.exec(rest) ?? (given.has(from) ? GIVES.exec(rest) : null);
    if (verb === null || !/(?:^|[,;:]\s|\band\s|\bwhile\s|\bthat\s)\s*$/u.test(bare.slice(sentence.start, from)))
      continue;
    const result = clause(from, end + verb[0].length);
    if (result !== undefined && !isNext(bare.slice(result.start, result.end)))
      yield { at: { start: from, end: end + verb[0].length }, fields: { result }, side };
  }
  for (const m of matchesIn(THEY_AGREED, bare, sentence)) {
    const result = trimmed(bare, { start: clauseBegin(bare, m.index, sentence), end: m.index });
    if (result !== undefined && !isNext(bare.slice(result.start, result.end)))
      yield { at: { start: result.start, end: m.index }, fields: { result } };
  }
  for (const m of matchesIn(SET_UP, bare, sentence)) {
    const result = clause(clauseBegin(bare, m.index, sentence), m.index + m[0].length);
    if (result !== undefined) yield { at: { start: m.index, end: m.index + m[0].length }, fields: { result } };
  }
}
