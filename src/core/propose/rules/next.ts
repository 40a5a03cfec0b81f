import { clauseBegin, clauseEnd, matchesIn } from "#core/propose/reading/clause.ts";
import { EVENT, MONTHS, WEEKDAYS } from "#core/propose/reading/lexicon.ts";
import type { Rule } from "#core/propose/reading/rule.ts";
import { trimmed, type Span } from "#core/propose/reading/span.ts";
import {
  AGAIN,
  HELD_LATER,
  isOfMeeting,
  isUpcoming,
  MEETS_ALONE,
  ROUND_BEGINS,
} from "#core/propose/reading/upcoming.ts";

const NEXT = "next|second|third|fourth|fifth|new|follow-up|another|further|subsequent|future";
const ROUND = `(?:${EVENT}|phase|contacts)`;
/** When something is to be done: "tomorrow", "on 9 May", "in the autumn", "within a month". */
const WHEN = String.raw`(?:again|tomorrow|tonight|next|once more|later|soon|within|by|before|after|early|(?:on|in|at|for|from)\s(?:(?:the\s)?\d+(?:st|nd|rd|th)?|(?:${MONTHS}|${WEEKDAYS})|(?:the\s)?(?:coming|first|second|third|fourth|last|end|beginning|middle|early|mid|late|spring|summer|autumn|fall|winter|new year|ten|nine|eight|noon|two|three|four|six|a\s(?:week|month|fortnight)))|this\s(?:week|month|year|spring|summer|autumn|fall|winter))\b`;
const WHO =
  "teams?|delegations?|sides?|parties|negotiators|experts|lawyers|ministers?|envoys?|groups?|committees?|commissions?|officials|engineers|scientists|leaders?|presidents?|premiers?|members|observers|inspectors|mediators?|missions?|parliaments?|diplomats|representatives|they|we|talks";
const MEET_LATER =
  "be back|come back|see each other|sit down|travel|fly|visit|gather|convene|meet|report|vote|sign|start|begin|present|submit|return|reassemble|regroup|hold|host|discuss|take stock|review|exchange|resume|continue|decide|inspect";
/** "The contract must be ratified by", "will then be put to a vote". */
const RATIFIED =
  /\b(?:contract|agreement|deal|accord|pact|treaty|package|memorandum|protocol|settlement)\b[^,.;]{0,40}?\s(?:(?:must|has\sto|have\sto|needs\sto|will|is\sto)\s(?:now\s|still\s|first\s|then\s)?(?:be\s(?:reviewed|ratified|approved|endorsed|confirmed|voted\son|subject\sto|(?:put|submitted)\sto)|go\s(?:back\s)?to)|(?:now\s)?goes\s(?:back\s)?to)\b/giu;
const STEP: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:${NEXT})\s(?:[\w-]+\s){0,3}?${ROUND}\b[^.;]{0,60}?\s(?:(?:will|would|shall|is to|are to)\s(?:also\s|now\s)?(?:be\s)?(?:held|hold|begin|start|open|resume|take place|convened?|happen|follow|hosted|in|on|scheduled|planned|announced|decided|determined|fixed|set|agreed|confirmed|notified)|(?:is|are|was|were|has been|have been)\s(?:also\s|now\s|already\s|tentatively\s)?(?:scheduled|planned|set|expected|due|agreed|announced|slated|pencilled in|foreseen|envisaged|fixed|arranged|called))\b`,
    "giu",
  ),
  /\b(?:(?:will|would|shall|are due to|are to|are set to|are scheduled to|are expected to|is expected to|plan to|planned to|agreed to|intend to|were due to|were to)\s)(?:also\s)?(?:meet (?:again|next|soon)|reconvene|hold (?:another|a second|a third|the next|further|new|a new|a further|a follow-up|more)|continue (?:the |their |these |to )?(?:talks|dialogue|consultations|negotiations|discussions|contacts|work|meeting|meet)|resume\b(?=\s(?:the\s|their\s)?(?:[\w-]+\s){0,2}?(?:talks|negotiations|dialogue|discussions|consultations|contacts|meetings?|work)\b|\s(?:on|in|at|next|later|soon)\b|[.,]|$)|return to)\b/giu,
  new RegExp(
    String.raw`\b(?:${ROUND})\s(?:(?:will|would|are to|are due to|are set to|are scheduled to|are expected to|were to)\s)(?:resume|continue|reconvene|go on|move to|be resumed|be continued)\b|\b(?:committees?|commissions?|groups?|delegations?|negotiators|experts|ministers|envoys|sides|parties|teams)\s(?:will|are to|is to)\s(?:re)?convene\b`,
    "giu",
  ),
  new RegExp(
    String.raw`\b(?:will|is to|are to)\s(?:also\s|now\s|then\s)?(?:host|receive)\s(?:the|a|an|another)\s(?:[\w-]+\s){0,3}?${ROUND}\b`,
    "giu",
  ),
  new RegExp(
    String.raw`\b(?:${WHO})(?:\sand\s(?:hers|his|theirs|ours))?(?:,[^,.;]{2,40}(?:\sand\s[^,.;]{2,40})?,|,)?(?:\s(?:from|of)\s[^,.;]{3,40}?)?\s(?:will|shall|(?:who\s)?(?:is|are)\s(?:to|(?:due|set|scheduled|expected|planned)\sto))\s(?:all\s|now\s|also\s|then\s)?(?:${MEET_LATER})\b[^,;.]{0,50}?\s${WHEN}`,
    "giu",
  ),
  new RegExp(
    String.raw`\b(?:ratification|signing|signature|implementation|vote|referendum|visit|summit|handover|exchange|withdrawal|inspection|${EVENT})\b[^,.;]{0,60}?\s(?:is|are)\s(?:\w+ly\s)?(?:planned|scheduled|expected|due|set|foreseen|envisaged|slated)\s(?:for|to\s(?:be\sheld|take\splace|begin|start|resume|follow)|in|on|by|at|before|within)\b`,
    "giu",
  ),
  new RegExp(
    String.raw`(?:^|[.;]\s)(?:In|On|Next|Tomorrow|Later|Within|Early)\s[^,.;]{2,40}?,?\s(?:the\s)?(?:[\w-]+\s){0,2}?(?:${WHO})(?:\s(?:from|of)\s[^,.;]{3,40}?)?\s(?:will|are to|is to)\s`,
    "giu",
  ),
  new RegExp(
    String.raw`\b(?:ballot|vote|poll|referendum|signing|ceremony)\b[^,.;]{0,30}?\s(?:opens|begins|starts|takes\splace|is\sheld)\s(?:on|in|at|next|tomorrow)\b`,
    "giu",
  ),
  /\b(?:votes?|signs?|decides?|meets?|begins?|starts?|resumes?|returns?|flies|fly|travels?|visits?|goes|go)\b[^,.;]{0,40}?\s(?:next\s\w+|tomorrow)\b/giu,
  new RegExp(
    String.raw`\b(?:agreed|decided|(?:agreement|understanding)\s(?:was|has\sbeen)\sreached|reached\san?\s(?:agreement|understanding))\s(?:to|on|for|that)\s[^.;]{0,60}?\b(?:next|another|follow-up|new)\s(?:[\w-]+\s){0,3}?${ROUND}\b`,
    "giu",
  ),
  /(?<=\b(?:agreed|decided)\b[^.;]{0,80}\sand\s)to\s(?:meet again|reconvene|hold another|continue\s(?:the\s|their\s)?(?:talks|dialogue|negotiations|consultations))\b/giu,
  new RegExp(
    String.raw`\b(?:will|to)\s(?:work\s(?:towards?|on)|aim\s(?:for|at)|prepare(?:\sfor)?)\s(?:(?:holding|convening)\s)?(?:the|an?|another|their)\s(?:${NEXT})\s(?:[\w-]+\s){0,2}?${ROUND}\b`,
    "giu",
  ),
  new RegExp(
    String.raw`\b(?:${NEXT})\s(?:[\w-]+\s){0,2}?${ROUND}(?:\sof\s[\w-]+)?\s(?:\w+ly\s)?(?:scheduled|planned|expected|due|set|slated|pencilled\sin)\s(?:to|for|in|on|at|by|within|next|early|late|later|this)\b`,
    "giu",
  ),
  new RegExp(
    String.raw`\b(?:${EVENT})\s(?:continue|resume|reconvene|go\son|start\sagain)s?\s(?:on|in|at|next|tomorrow|later)\b`,
    "giu",
  ),
  new RegExp(
    String.raw`\b(?:agreement|accord|deal|treaty|pact|memorandum|protocol|document|text|declaration)\b[^,.;]{0,40}?\s(?:will|is\sto)\sbe\s(?:signed|initialled|ratified|presented|adopted|submitted|published|put\sto)\b[^,.;]{0,50}?\s${WHEN}`,
    "giu",
  ),
  RATIFIED,
  ROUND_BEGINS,
  new RegExp(
    String.raw`\bagreed on (?:a date for |the date of |the date for |holding )?(?:a |the )?(?:${NEXT})\s(?:[\w-]+\s){0,2}?${ROUND}\b`,
    "giu",
  ),
  new RegExp(
    String.raw`\b(?:agreed|decided) to (?:schedule|convene|organi[sz]e|hold|meet for|have) (?:a |the |another )?(?:${NEXT})?\s?(?:[\w-]+\s){0,2}?${ROUND}\b`,
    "giu",
  ),
];

/** Whether a clause tells what comes next, and no result. */
export function isNext(words: string): boolean {
  return (
    STEP.some((p) => words.search(p) >= 0) ||
    /\bto meet again\b|\b(?:next|another|follow-up) (?:round|meeting|session)\b/iu.test(words)
  );
}

/** "With the next round scheduled for May, they left": what stands behind the "with", up to the comma. */
function withRound(bare: string, begin: number, at: number, end: number): Span | undefined {
  const lead = /(?:^|,\s)with\s(?=(?:the\s|an?\s)?$)/iu.exec(bare.slice(begin, at));
  if (lead === null) return undefined;
  const comma = bare.slice(at, end).indexOf(", ");
  return trimmed(bare, { start: begin + lead.index + lead[0].length, end: comma < 0 ? end : at + comma });
}

const FORETOLD =
  /\b(?:will|shall|to)\s(?:all\s|now\s|also\s|then\s)?(?:meet|gather|convene|sit down|hold|host|begin|start)\b(?!.*\b(?:again|next|another|second|third|fourth|fifth)\b)/iu;

/** What comes next, as the text says it will. What only might come is none. */
export const next: Rule = {
  name: "next",
  slot: "next",
  harmless: ["modal", "earlier"],
  *find({ bare, number }, sentence, { passages }) {
    let last = -1;
    const told = passages.slice(0, number - 1);
    const steps = isUpcoming(bare.slice(sentence.start, sentence.end), told)
      ? [...STEP, AGAIN, MEETS_ALONE, HELD_LATER]
      : STEP;
    for (const m of steps.flatMap((p) => [...matchesIn(p, bare, sentence)]).toSorted((a, b) => a.index - b.index)) {
      const end = clauseEnd(bare, m.index + m[0].length, sentence);
      const begin = clauseBegin(bare, m.index, sentence);
      const own =
        /^(?:agreed|decided|to\s(?!be\b))/iu.test(m[0]) && !/^to\s(?:work|aim|prepare)/iu.test(m[0]) ? m.index : begin;
      const step = withRound(bare, begin, m.index, end) ?? trimmed(bare, { start: own, end });
      if (step === undefined || step.start < last) continue;
      // A preview begins with the talks that it is about: no others were told of.
      if (number === 1 && FORETOLD.test(m[0]) && !isOfMeeting(bare.slice(sentence.start, sentence.end))) continue;
      if (
        m[0].search(RATIFIED) < 0 &&
        /\b(?:could|may|might|should|must|hop(?:e|es|ed)|propos\w+|possibl[ey]|want(?:s|ed)?|ready to|willing to|urged?|calls? for|called for)\b/u.test(
          bare.slice(begin, m.index + m[0].length),
        )
      )
        continue;
      last = step.end;
      yield { at: { start: m.index, end: m.index + m[0].length }, fields: { step } };
    }
  },
};
