import { clauseBegin, clauseEnd, matchesIn } from "#core/propose/reading/clause.ts";
import { trimmed } from "#core/propose/reading/span.ts";
import { subjectSide, type Rule } from "#core/propose/reading/rule.ts";
import { isNext } from "./next.ts";

const PAPER =
  "understanding|agreement|agreements|deal|memorandum|memoranda|accord|accords|notes|protocol|protocols|roadmap|road map|consensus|progress|ceasefire|cease-fire|truce|treaty|pact|declaration|communiqué|communique|joint statement|compromise|arrangement|arrangements|framework|breakthrough|common ground|convention|documents?|letters|lists|prisoners|plan|timetable|commitment|commitments|mechanism";
const ACTIVE: readonly RegExp[] = [
  /\b(?:agreed|decided|undertook|pledged|committed(?: themselves)?|resolved|vowed)\s(?:in principle\s|also\s|jointly\s|again\s)?(?:to|on|that|upon|not to)\s/giu,
  /\b(?:have|has|had)\ssettled\son\s|\bsettled\son\s/giu,
  new RegExp(
    String.raw`\b(?:reached|signed|exchanged|initialled|initialed|adopted|concluded|achieved|struck|sealed|made|approved|produced|yielded|issued|found|endorsed|established|set up|created)\s(?:(?:an?|the|two|three|several|some|their|its|new|joint|diplomatic|important|initial|preliminary|concrete|significant|good|certain|verbal|common|full|draft|[\w-]+al|[\w-]+ive|[\w-]+ed)\s){0,4}?(?:${PAPER})\b`,
    "giu",
  ),
  /\b(?:resulted in|led to|ended with|culminated in|concluded with|paved the way for)\s(?=(?:an?|the|two)\s)/giu,
  /\b(?:identified|outlined|worked out|hammered out|drew up)\s(?=[^.;]{0,60}\b(?:steps|measures|plan|list|ways)\b)/giu,
];
const PASSIVE = new RegExp(
  String.raw`\b(?:${PAPER}|steps|measures|date|list)\b[^.;:]{0,80}?\s(?:was|were|has been|have been|had been)\s(?:also\s|successfully\s)?(?:reached|signed|exchanged|made|agreed|identified|achieved|adopted|initialled|found|approved)\b`,
  "giu",
);

/** What came of the talks, as a clause of the text. What was refused, wished or only possible is none. */
export const outcome: Rule = {
  name: "outcome",
  slot: "outcome",
  *find(passage, sentence) {
    const { bare } = passage;
    for (const m of ACTIVE.flatMap((p) => [...matchesIn(p, bare, sentence)])) {
      const end = clauseEnd(bare, m.index + m[0].length, sentence);
      const cut = bare
        .slice(m.index + m[0].length, end)
        .search(
          /,?\sand\s(?:(?:also|then|they|both)\s)*(?:agreed|decided|signed|reached|exchanged|pledged|said|added|to meet)\b/u,
        );
      const result = trimmed(bare, { start: m.index, end: cut < 0 ? end : m.index + m[0].length + cut });
      const from = clauseBegin(bare, m.index, sentence);
      if (result === undefined || isNext(bare.slice(result.start, result.end)) || result.end - result.start < 15)
        continue;
      if (/\b(?:previously|last (?:week|month|year)|earlier)\b/iu.test(bare.slice(from, result.end))) continue;
      yield {
        at: { start: m.index, end: m.index + m[0].trimEnd().length },
        fields: { result },
        side: subjectSide(passage, sentence.start, m.index),
      };
    }
    for (const m of matchesIn(PASSIVE, bare, sentence)) {
      const start = clauseBegin(bare, m.index, sentence);
      const result = trimmed(bare, { start, end: clauseEnd(bare, m.index + m[0].length, sentence) });
      if (result === undefined || isNext(bare.slice(result.start, result.end))) continue;
      yield { at: { start: m.index, end: m.index + m[0].length }, fields: { result }, side: undefined };
    }
  },
};
