import { EVENT, MEETS, MONTHS, WEEKDAYS } from "#core/propose/reading/lexicon.ts";
import { matchesIn } from "#core/propose/reading/clause.ts";
import type { Rule } from "#core/propose/reading/rule.ts";
import { isOfNextRound, isUpcoming } from "#core/propose/reading/upcoming.ts";

const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const SPAN = String.raw`(?:\s?[–-]\s?|\s(?:and|to|until|through)\s)`;
const YEAR = String.raw`(?:,?\s(?:19|20)\d\d)?`;
const DATE = new RegExp(
  String.raw`\b(?:(?:last|this|next|late|early)\s(?:on\s)?)?(?:(?:${WEEKDAYS})(?:,?\s(?:the\s)?${DAY}\s(?:of\s)?(?:${MONTHS})\b\.?${YEAR}|,?\s(?:${MONTHS})\.?\s${DAY}\b${YEAR}|${SPAN}(?:${WEEKDAYS})\b|(?:\s(?:morning|afternoon|evening|night))?\b)|${DAY}(?:${SPAN}${DAY})?\s(?:of\s)?(?:${MONTHS})\b(?:${SPAN}${DAY}\s(?:${MONTHS})\b)?${YEAR}|(?:${MONTHS})\.?\s${DAY}(?:${SPAN}(?:(?:${MONTHS})\.?\s)?${DAY})?\b${YEAR}|(?:[Ee]arlier\s)?(?:[Ll]ast|[Tt]his)\s(?:week|weekend|month)\b|\b(?:[Yy]esterday|[Tt]oday|[Tt]he weekend)\b)`,
  "gu",
);
/** What every date has, looked for first. */
const ANY_DAY = /\d|day\b|yesterday|weekend|\bweek\b|\bmonth\b/iu;
const HELD = new RegExp(String.raw`\b(?:${EVENT}|${MEETS})\b`, "iu");
/** Days from one to another: "from 10 to 12 June". */
const RANGE = new RegExp(String.raw`\d${SPAN}\d|(?:${WEEKDAYS})${SPAN}(?:${WEEKDAYS})`, "u");
const FROM = /\b(?:from|between)\s$/iu;
/** "On Thursday signed an accord", "agreed on Monday". */
const DONE = /^,?\s(?:finally\s|formally\s)?(?:signed|agreed|sealed|initialled|struck|shook hands|exchanged)\b/u;
const AGREED = /\b(?:agreed|shook hands|struck a deal)\s(?:late\s|early\s)?(?:on\s)?$/u;
const DEALT = /\b(?:exchanged|swapped|sealed|shook hands|(?:reached|struck|signed) (?:an?|the) [^,.;]{3,60})\b/u;
const SAID =
  /\b(?:said|says|told|added|announced|confirmed|stated|reported|wrote|noted|tweeted|posted|published|statement|interview|briefing|released|issued|quoted|signed|landed)\b[^,;]{0,30}$/iu;
const OTHER =
  /\b(?:since|until|by|before|after|following|ahead of|prior to|dated|agreement of|accord of|treaty of|war of|from|due|deadline|scheduled for|planned for|set for|postponed to|starting)\s(?:the\s|early\s|late\s)?$/iu;
/** Where another thing's time may begin. */
const APART = /[;,]\s|\.\s|\s(?:when|while|where|whereas)\s/u;
/** "After a deal struck over the weekend". */
const OF_A_DEAL =
  /\b(?:in\sthe\swake\sof|on\sthe\sheels\sof|following|after|since|under)\s(?:[\w’'-]+\s){1,5}?(?:deal|agreement|accord|truce|ceasefire|pact|treaty|attacks?|clash(?:es)?|strike|election|vote|incident|killings?|arrests?|raid|floods?)\b[^,;]{0,40}$/iu;
/** "The commitment given during June 6 talks": those of another day. */
const GIVEN_AT =
  /\b(?:given|made|reached|struck|agreed|commitments?|agreements?|promises?|understandings?|deals?)\s(?:during|at|in)\s(?:the\s|their\s)?$/iu;
const TALKS_OF = new RegExp(String.raw`^\s(?:${EVENT})\b`, "iu");
const DISCUSSED = /\b(?:discussed|negotiated)\b/u;
const SAYER = /^,?\s(?:[\w’'.-]+\s){0,6}(?:said|told|announced|confirmed)\b/u;
const TOLD = /\b(?:said|says|told|announced|confirmed|stated|reported|according)\b/iu;
/** The day of the talks as the text states it: "Thursday" stays "Thursday". */
export const date: Rule = {
  name: "date",
  slot: "date",
  whole: true,
  *find({ bare, number }, sentence, { passages }) {
    const told = passages.slice(0, number - 1);
    if (!ANY_DAY.test(bare.slice(sentence.start, sentence.end))) return;
    for (const m of matchesIn(DATE, bare, sentence)) {
      const before = bare.slice(sentence.start, m.index);
      const after = bare.slice(m.index + m[0].length, sentence.end);
      const segment = `${before.split(APART).at(-1) ?? ""}${m[0]}${after.split(APART)[0] ?? ""}`;
      const held =
        HELD.test(segment) ||
        (DISCUSSED.test(segment) && !TOLD.test(segment)) ||
        (DONE.test(after.slice(0, 40)) && !SAID.test(before)) ||
        AGREED.test(before.slice(-30)) ||
        (DEALT.test(segment) && !OTHER.test(before)) ||
        (/^\s*(?:(?:On|From|Between|Over)\s)?$/u.test(before) && HELD.test(after)) ||
        (/,\s(?:on\s|from\s)?$|\b(?:on|from)\s$|\b(?:a\.m\.|p\.m\.|am|pm)\s$/u.test(before) &&
          HELD.test(before) &&
          !TOLD.test(before));
      const other = OTHER.test(before) && !(RANGE.test(m[0]) && FROM.test(before));
      if (
        !held ||
        SAID.test(before) ||
        other ||
        /^next\b/iu.test(m[0]) ||
        (/^today/iu.test(m[0]) && /^[’']/u.test(after)) ||
        isOfNextRound(segment) ||
        OF_A_DEAL.test(before) ||
        (GIVEN_AT.test(before) && TALKS_OF.test(after)) ||
        isUpcoming(segment, told)
      )
        continue;
      if (/^[’']s\b/u.test(after) && !HELD.test(after.slice(0, 40))) continue;
      if (SAYER.test(after) && !HELD.test(before)) continue;
      yield {
        at: { start: m.index, end: m.index + m[0].length },
        fields: { stated: { start: m.index, end: m.index + m[0].length } },
      };
      return;
    }
  },
};
