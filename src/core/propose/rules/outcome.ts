import { clauseBegin, clauseEnd, matchesIn } from "#core/propose/reading/clause.ts";
import { BOTH_SIDES } from "#core/propose/reading/parties.ts";
import { trimmed } from "#core/propose/reading/span.ts";
import { subjectSide, type Rule } from "#core/propose/reading/rule.ts";
import { isNext } from "./next.ts";

const PAPER =
  "understanding|agreement|agreements|deal|memorandum|memoranda|accord|accords|notes|protocol|protocols|roadmap|road map|consensus|progress|ceasefire|cease-fire|truce|treaty|pact|declaration|communiqué|communique|joint statement|compromise|arrangement|arrangements|framework|breakthrough|common ground|convention|documents?|letters|lists|prisoners|plan|timetable|commitment|commitments|mechanism";
const ACTIVE: readonly RegExp[] = [
  /\b(?:agreed|decided|undertook|pledged|committed(?: themselves)?|resolved|vowed)\s(?:in principle\s|also\s|jointly\s|again\s)?(?:to|on|that|upon|not to)\s/giu,
  /\b(?:exchanged|released|freed|swapped|handed over|repatriated)\s(?:the\s)?(?:[\d,]+|[a-z]+(?:teen|ty)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|all|dozens of|hundreds of)\s(?:[\w-]+\s){0,3}?(?:prisoners|captives|detainees|hostages|soldiers|bodies|remains|fighters|sailors|fishermen|crew|civilians)\b/giu,
  /\b(?:have|has|had)\ssettled\son\s|\bsettled\son\s/giu,
  new RegExp(
    String.raw`\b(?:reached|signed|exchanged|initialled|initialed|adopted|concluded|achieved|struck|sealed|made|approved|produced|yielded|issued|found|endorsed|established|set up|created)\s(?:(?:an?|the|two|three|several|some|their|its|new|joint|diplomatic|important|initial|preliminary|concrete|significant|good|certain|verbal|common|full|draft|[\w-]+al|[\w-]+ive|[\w-]+ed)\s){0,4}?(?:${PAPER})\b`,
    "giu",
  ),
  /\b(?:resulted in|led to|culminated in|paved the way for)\s(?=(?:an?|the|two)\s)/giu,
  new RegExp(
    String.raw`\b(?:ended|concluded|closed|wrapped up|finished|broke up)\s(?:[^,.;]{1,60}?\s)?with\s(?:an?|the|two)\s(?:[\w-]+\s){0,3}?(?:${PAPER})\b`,
    "giu",
  ),
  /\b(?:identified|outlined|worked out|hammered out|drew up)\s(?=[^.;]{0,60}\b(?:steps|measures|plan|list|ways)\b)/giu,
];
/** What parties do with a paper of any name. */
const PAPERED =
  /\b(?:signed|initialled|initialed|adopted|approved|endorsed|finali[sz]ed)\s(?=(?:an?|the|two|three|four|five|six|several|\d+|their|its)\s)/giu;
/** "Both sides will observe a truce", "each country will draw no more than". */
const UNDERTAKEN = new RegExp(
  String.raw`\b(?:(?:the\s)?two\s(?:sides|parties|countries|governments|states)|both\s(?:sides|parties|countries|governments|states)|each\s(?:side|party|country|government|state))\swill\s(?:also\s|now\s|each\s)?(?!be\b|have\b|meet\b|hold\b|continue\b|resume\b|reconvene\b|discuss\b|talk\b|try\b|seek\b|return\sto\b|not\b|never\b)[a-z]+\s`,
  "giu",
);
/** What a paper lays down. */
const LAID_DOWN = new RegExp(
  String.raw`\b(?:it|(?:the|their|this)\s(?:[\w-]+\s){0,2}?(?:text|document|page|${PAPER}))\s(?:also\s)?(?:provides?\s(?:that|for)|commits|obliges|requires|binds|stipulates|lays\sdown|foresees|guarantees)\s(?:that\s)?`,
  "giu",
);
const PASSIVE = new RegExp(
  String.raw`\b(?:${PAPER}|steps|measures|date|list)\b[^.;:]{0,80}?\s(?:was|were|has been|have been|had been)\s(?:also\s|successfully\s)?(?:reached|signed|exchanged|made|agreed|identified|achieved|adopted|initialled|found|approved|settled|drawn up|concluded|finali[sz]ed)\b|\s(?:was|were|has been|have been)\s(?:set|fixed|capped|agreed)\s(?:at|to)\s(?=[\d$€£]|(?:one|two|three|four|five|six|seven|eight|nine|ten|half)\b)`,
  "giu",
);
const PARTIES_DO =
  /\b(?:sides?|parties|delegations?|teams?|ministers?|envoys?|officials?|negotiators?|governments?|countries|nations|states|they|both|talks|commissions?)\b/iu;

/** What came of the talks, as a clause of the text. What was refused, wished or only possible is none. */
export const outcome: Rule = {
  name: "outcome",
  slot: "outcome",
  *find(passage, sentence) {
    const { bare } = passage;
    const papered = [...matchesIn(PAPERED, bare, sentence)].filter(
      (m) =>
        PARTIES_DO.test(bare.slice(sentence.start, m.index)) ||
        subjectSide(passage, sentence.start, m.index) === BOTH_SIDES,
    );
    const all = [...ACTIVE, UNDERTAKEN, LAID_DOWN].flatMap((p) => [...matchesIn(p, bare, sentence)]);
    for (const m of [...all, ...papered]) {
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
        side: subjectSide(passage, sentence.start, m[0].includes(" will ") ? m.index + m[0].length : m.index),
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
