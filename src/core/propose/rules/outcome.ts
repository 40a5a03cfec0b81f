import { clauseBegin, clauseEnd, matchesIn } from "#core/propose/reading/clause.ts";
import type { Sentence } from "#core/propose/reading/passage.ts";
import { BOTH_SIDES } from "#core/propose/reading/parties.ts";
import type { Read } from "#core/propose/reading/read-article.ts";
import { trimmed } from "#core/propose/reading/span.ts";
import { subjectSide, type Found, type Rule } from "#core/propose/reading/rule.ts";
import { announced } from "./announced.ts";
import { isNext } from "./next.ts";
import { DENIED, written } from "./written.ts";

const PAPER =
  "understanding|agreement|agreements|deal|memorandum|memoranda|accord|accords|notes|protocol|protocols|roadmap|road map|consensus|progress|ceasefire|cease-fire|truce|treaty|pact|declaration|communiqué|communique|joint statement|compromise|arrangement|arrangements|framework|breakthrough|common ground|convention|documents?|letters|lists?|pledges?|prisoners|plan|timetable|commitment|commitments|settlement|mechanism|contract|contracts";
const ACTIVE: readonly RegExp[] = [
  /(?<!\b(?:to|(?<!\bit\s(?:has\s)?)(?:was|were|been|be|is|are))\s)\b(?:agreed?|agrees|decided|undertook|pledged|committed(?: themselves)?|resolved|vowed|promised|consented|undertaken)\s(?:in principle\s|also\s|jointly\s|again\s|further\s|\w+ly\s|(?:(?:late|early)\s)?(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s|(?:in|at|during)\s[^,.;]{2,40}?\s)?(?:to|on|that|upon(?!\s(?:in|at|by|during)\b)|not to)\s(?!(?:nothing|little|none|no|neither|disagree|differ)\b)(?!(?:the\s)?(?:first|second|third|last|final|same)\s(?:day|morning|evening|night|afternoon)\b)/giu,
  /\b(?:exchanged|released|freed|swapped|handed over|repatriated)\s(?:the\s)?(?:[\d,]+|[a-z]+(?:teen|ty)|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|all|dozens of|hundreds of)\s(?:[\w-]+\s){0,3}?(?:prisoners|captives|detainees|hostages|soldiers|bodies|remains|fighters|sailors|fishermen|crew|civilians)\b/giu,
  /\b(?:have|has|had)\ssettled\son\s|\bsettled\son\s/giu,
  new RegExp(
    String.raw`\b(?:reached|signed|exchanged|initialled|initialed|adopted|concluded|achieved|struck|sealed|made|approved|produced|yielded|issued|found|endorsed|established|set up|created)\s(?:(?!(?:of|for|to|on|in|with|that|from|about|at|by|no|and|any)\b)[\w’'-]+\s){0,4}?(?:${PAPER})\b`,
    "giu",
  ),
  /\b(?:resulted in|led to|culminated in|paved the way for)\s(?=(?:an?|the|two)\s)/giu,
  new RegExp(
    String.raw`\b(?:ended|concluded|closed|wrapped up|finished|broke up)\s(?:[^,.;]{1,60}?\s)?with\s(?:an?|the|two)\s(?:[\w-]+\s){0,3}?(?:${PAPER})\b`,
    "giu",
  ),
  new RegExp(
    String.raw`\bagreed\s(?=(?:an?|the|their)\s(?:(?:[\w-]+\s){1,3}?(?:of|for)\s|(?:[\w-]+\s){0,2}?(?:${PAPER})\b))`,
    "giu",
  ),
  /\b(?:pledged|promised|committed|earmarked)\s(?=[€$£\d]|an?\s|(?:more|further|new|extra)\s|(?:aid|funds?|money)\b)/giu,
  /\b(?:won|secured|obtained|gained)\s(?=(?:an?|the)\s(?:[\w.,%-]+\s){0,3}?(?:rise|raise|increase|bonus|guarantee|pledge|commitment|concession|extension|pause|payment)s?\b)/giu,
  /\b(?:came|come)\sto\s(?:terms|an?\s(?:agreement|understanding|arrangement|compromise))\s(?:on|over|about|to|that)\s|\b(?:gave|given)\s(?:the|their)\s(?:green\slight|go-ahead|blessing)\sto\s/giu,
  /\b(?:shook hands|shaken hands)\son\s(?=(?:an?|the|two|three)\s)/giu,
  /\b(?:entrusted|instructed|tasked|mandated|charged)\s(?=[^,.;]{3,50}?\s(?:with|to)\s)(?!(?<=charged\s)[^,.;]{3,50}?\swith\s[a-z]+ing\b)/giu,
  /\b(?:narrowed|bridged|overcame|overcome|resolved|ironed out|settled|reduced)\s(?:their|the|some|most|several|all|many|remaining|outstanding)\s(?:[\w-]+\s){0,2}?(?:differences|gaps?|divergences|disputes?|issues|disagreements|obstacles)\b/giu,
  /\b(?:identified|outlined|worked out|hammered out|drew up)\s(?=[^.;]{0,60}\b(?:steps|measures|plan|list|ways)\b)/giu,
];
/** What parties do with a paper of any name. */
const PAPERED =
  /\b(?:signed|initialled|initialed|adopted|approved|endorsed|finali[sz]ed)\s(?=(?:an?|the|two|three|four|five|six|several|\d+|their|its)\s)/giu;
/** What a party does with what was asked of it: "Chile has accepted the release of". */
const DONE =
  /\b(?:accepted|approved|ratified|endorsed|granted|lifted|extended|reduced|renewed|established|fixed|set|capped|cut|raised|lowered|halved|doubled|eased|reopened|restored|waived|suspended|settled|cleared)\s(?=(?:an?|the|its|their|all|two|three|four|five|six|\d[\d,.]*|(?:[\w-]+\s){0,2}(?:quotas?|catch|tariffs?|duties|limits?|prices?|wages?))\s)(?!(?:the|a|an|its|their)\s(?:date|invitation|hand|tone|stage|example|record|condolences|thanks|gratitude|greetings|welcome|alarm|hopes?|questions?|issues?|concerns?|topic|matter)\b)/giu;
/** "Under the deal, wages will rise": each clause that says what will be. */
/** A paper that both have agreed to; a plan or a draft is not one yet. */
const SETTLED =
  "understanding|agreement|deal|memorandum|accords?|protocol|ceasefire|cease-fire|truce|treaty|pact|compromise|arrangement|convention|settlement";
const UNDER_IT = new RegExp(
  String.raw`(?:^|[.;]\s)(?:Under|As part of|In line with)\s(?:the|its|their|this)\s(?!(?:[\w-]+\s){0,3}?(?:draft|proposed|planned|possible|potential|rejected|earlier|old|previous)\b)(?:[\w-]+\s){0,3}?(?:${SETTLED}|terms)\b[^,.;]{0,40},\s(?=[^.;]{3,90}?\s(?:will|would|shall|is to|are to|must|may|gets?|receives?|keeps?|takes?|pays?|returns?|withdraws?|lifts?|opens?|releases?|cuts?|ends?)\s)`,
  "giu",
);
/** Where the next of several such clauses begins. */
const AND_WILL = /,?\s(?:and|while)\s(?=(?:[\p{L}\d’'-]+\s){1,7}?(?:will|would|shall|is to|are to|must)\s)/gu;
/** "The pact takes effect at midnight". */
const IN_FORCE = new RegExp(
  String.raw`(?<!\b(?:after|since|before|when|until|once|if)\s[^,.;]{0,40})\b(?:${PAPER})\b[^,.;]{0,40}?\s(?:took|takes|has taken|will take|came|comes|has come|will come|entered|enters|will enter|went|goes|will go)\s(?:into\s)?(?:force|effect)\b`,
  "giu",
);

/** "Both sides will observe a truce", "each country will draw no more than". */
const UNDERTAKEN = new RegExp(
  String.raw`\b(?:(?:the\s)?two\s(?:sides|parties|countries|governments|states)|both\s(?:sides|parties|countries|governments|states|armies|forces|unions|blocs|companies|ministries)|each\s(?:side|party|country|government|state))\swill\s(?:also\s|now\s|each\s)?(?!be\b|have\b|meet\b|hold\b|continue\b|resume\b|reconvene\b|discuss\b|talk\b|try\b|seek\b|return\sto\b|not\b|never\b)[a-z]+\s`,
  "giu",
);
/** What a paper lays down. */
const LAID_DOWN = new RegExp(
  String.raw`\b(?:it|(?:the|their|this)\s(?:[\w-]+\s){0,2}?(?:text|document|page|${PAPER}))\s(?:also\s)?(?:provides?\s(?:that|for)|covers|includes|envisages|establishes|creates|allows|permits|extends|bans|ends|reopens|commits|obliges|requires|binds|stipulates|lays\sdown|foresees|guarantees|gives|grants|allots|allocates|assigns|divides|caps|sets\sout)\s(?:that\s)?`,
  "giu",
);
const PASSIVE = new RegExp(
  String.raw`\b(?:${PAPER}|steps|measures|date|list)\b[^.;:]{0,80}?\s(?:was|were|has been|have been|had been)\s(?:also\s|successfully\s)?(?:reached|signed|exchanged|made|agreed|identified|achieved|adopted|initialled|found|approved|settled|drawn up|concluded|finali[sz]ed)\b(?!\sby\s\p{Lu})|\bdecisions?\s(?:was|were|has\sbeen)\s(?:also\s)?(?:made|taken|reached)\s(?:to|that|on)\s|\s(?:was|were|has been|have been)\s(?:set|fixed|capped|agreed)\s(?:at|to)\s(?=[\d$€£]|(?:one|two|three|four|five|six|seven|eight|nine|ten|half)\b)|(?<!\b(?:it|that|this|nothing|everything))\s(?:was|were|has been|have been)\s(?:also\s|then\s|finally\s|\w+ly\s)?(?:agreed|signed|initialled|initialed|adopted|settled|approved|established|exchanged)\b(?!\s(?:that|to|by\s(?!both\b|the\s(?:two|sides|parties))))|\b(?:[\d,]+|two|three|four|five|six|seven|eight|nine|ten|twelve|dozens\sof|hundreds\sof|all)\s(?:[\w-]+\s){0,4}?(?:prisoners|captives|detainees|hostages|soldiers|bodies|remains|fighters|sailors|fishermen|civilians|children)\b[^.;,]{0,50}?\s(?:was|were|have been)\s(?:also\s)?(?:returned|freed|released|handed over|repatriated|exchanged|swapped)\b`,
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
    yield* laidDown(passage, sentence);
    yield* announced(passage, sentence);
    yield* written(passage, sentence);
    const papered = [PAPERED, DONE]
      .flatMap((p) => [...matchesIn(p, bare, sentence)])
      .filter(
        (m) =>
          PARTIES_DO.test(bare.slice(subjectBegin(bare, m.index, sentence), m.index)) ||
          subjectSide(passage, subjectBegin(bare, m.index, sentence), m.index) !== undefined,
      );
    const all = [...ACTIVE, UNDERTAKEN, LAID_DOWN].flatMap((p) => [...matchesIn(p, bare, sentence)]);
    for (const m of [...all, ...papered]) {
      const end = clauseEnd(bare, m.index + m[0].length, sentence);
      const cut = bare
        .slice(m.index + m[0].length, end)
        .search(
          /,?\sand\s(?:(?:also|then|they|both)\s)*(?:agreed|decided|signed|reached|exchanged|pledged|said|added|to\s[a-z]+)\b/u,
        );
      const more = /^(?:agree|decide|undertook|pledge|commit|resolve|vow|promise)/iu.test(m[0]) && cut >= 0;
      const result = trimmed(bare, { start: m.index, end: cut < 0 ? end : m.index + m[0].length + cut });
      const from = clauseBegin(bare, m.index, sentence);
      if (result === undefined || isNext(bare.slice(result.start, result.end)) || result.end - result.start < 15)
        continue;
      if (/\b(?:previously|last (?:week|month|year)|earlier)\b/iu.test(bare.slice(from, result.end))) continue;
      yield {
        at: { start: m.index, end: m.index + m[0].replace(/\snot\sto\s*$/u, "").trimEnd().length },
        fields: { result },
        side:
          subjectSide(passage, sentence.start, m[0].includes(" will ") ? m.index + m[0].length : m.index) ??
          oursIn(passage, sentence, m),
      };
      if (more) yield* furtherSteps(passage, sentence, m, m.index + m[0].length + cut, end);
    }
    const inForce = /\b(?:force|effect)\b/u.test(bare.slice(sentence.start, sentence.end)) ? [IN_FORCE] : [];
    for (const m of [PASSIVE, ...inForce].flatMap((p) => [...matchesIn(p, bare, sentence)])) {
      const start = clauseBegin(bare, m.index, sentence);
      const result = trimmed(bare, { start, end: clauseEnd(bare, m.index + m[0].length, sentence) });
      if (result === undefined || isNext(bare.slice(result.start, result.end))) continue;
      yield { at: { start: m.index, end: m.index + m[0].length }, fields: { result }, side: undefined };
    }
  },
};

const ITEM = /(?:^|[\s;:])\(?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s$/u;

/** Where the subject of a verb may stand: "the Parties: (a) adopted; (b) approved" has one for all. */
function subjectBegin(bare: string, at: number, sentence: Sentence): number {
  return ITEM.test(bare.slice(sentence.start, at)) ? sentence.start : clauseBegin(bare, at, sentence);
}

/** "We agreed to A", says one who took part. */
function oursIn({ bare, voice }: Read, { start }: Sentence, { index, 0: said }: RegExpExecArray): Found["side"] {
  const we = voice !== undefined && /\b[Ww]e\s(?:have\s|also\s)*$/u.test(bare.slice(start, index));
  return we && /^agree/iu.test(said) ? BOTH_SIDES : undefined;
}

/** "Agreed to A and to B": each "to" is a result of its own. */
function* furtherSteps(
  passage: Read,
  sentence: Sentence,
  m: RegExpExecArray,
  from: number,
  to: number,
): Iterable<Found> {
  const { bare } = passage;
  const starts = [...bare.slice(from, to).matchAll(/,?\sand\s(?=to\s[a-z])/gu)].map(
    (x) => from + x.index + x[0].length,
  );
  for (const [i, start] of starts.entries()) {
    const next = starts[i + 1];
    const result = trimmed(bare, { start, end: next ?? to });
    if (result === undefined || result.end - result.start < 15 || isNext(bare.slice(result.start, result.end)))
      continue;
    yield {
      at: { start: m.index, end: m.index + m[0].trimEnd().length },
      fields: { result },
      side: subjectSide(passage, sentence.start, m.index),
    };
  }
}

/** What a paper lays down for later, clause by clause; what it rules out is left to a person. */
function* laidDown({ bare }: Read, sentence: Sentence): Iterable<Found> {
  for (const m of matchesIn(UNDER_IT, bare, sentence)) {
    const from = m.index + m[0].length;
    const end = clauseEnd(bare, from, sentence);
    const cuts = [...bare.slice(from, end).matchAll(AND_WILL)];
    const starts = [from, ...cuts.map((c) => from + c.index + c[0].length)];
    const ends = [...cuts.map((c) => from + c.index), end];
    for (const [i, start] of starts.entries()) {
      const result = trimmed(bare, { start, end: ends[i] ?? end });
      if (result === undefined || DENIED.test(bare.slice(result.start, result.end))) continue;
      yield { at: { start: m.index, end: from }, fields: { result }, side: undefined };
    }
  }
}
