import { EVENT, MEETS, MONTHS, WEEKDAYS } from "#core/propose/reading/lexicon.ts";
import { matchesIn } from "#core/propose/reading/clause.ts";
import type { Rule } from "#core/propose/reading/rule.ts";
import { isOfNextRound, isUpcoming } from "#core/propose/reading/upcoming.ts";

const DAY = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const SPAN = String.raw`(?:\s?[–-]\s?|\s(?:and|to|until|through)\s)`;
const YEAR = String.raw`(?:,?\s(?:19|20)\d\d)?`;
const DATE = new RegExp(
  String.raw`\b(?:(?:last|this|next|late|early)\s(?:on\s)?)?(?:(?:${WEEKDAYS})(?:,?\s(?:the\s)?${DAY}\s(?:of\s)?(?:${MONTHS})\b\.?${YEAR}|,?\s(?:${MONTHS})\.?\s${DAY}\b${YEAR}|${SPAN}(?:${WEEKDAYS})\b|(?:\s(?:morning|afternoon|evening|night))?\b)|${DAY}(?:${SPAN}${DAY})?\s(?:of\s)?(?:${MONTHS})\b(?:${SPAN}${DAY}\s(?:${MONTHS})\b)?${YEAR}|(?:${MONTHS})\.?\s${DAY}(?:${SPAN}(?:(?:${MONTHS})\.?\s)?${DAY})?\b${YEAR})`,
  "gu",
);
const HELD = new RegExp(String.raw`\b(?:${EVENT}|${MEETS})\b`, "iu");
const SAID =
  /\b(?:said|says|told|added|announced|confirmed|stated|reported|wrote|noted|tweeted|posted|published|statement|interview|briefing|released|issued|quoted|signed|landed)\b[^,;]{0,30}$/iu;
const OTHER =
  /\b(?:since|until|by|before|after|following|ahead of|prior to|dated|agreement of|accord of|treaty of|war of|from|due|deadline|scheduled for|planned for|set for|postponed to|starting)\s(?:the\s|early\s|late\s)?$/iu;
const SAYER = /^,?\s(?:[\w’'.-]+\s){0,6}(?:said|told|announced|confirmed)\b/u;
const TOLD = /\b(?:said|says|told|announced|confirmed|stated|reported|according)\b/iu;
/** The day of the talks as the text states it: "Thursday" stays "Thursday". */
export const date: Rule = {
  name: "date",
  slot: "date",
  whole: true,
  *find({ bare, number }, sentence, { passages }) {
    const told = passages.slice(0, number - 1);
    for (const m of matchesIn(DATE, bare, sentence)) {
      const before = bare.slice(sentence.start, m.index);
      const after = bare.slice(m.index + m[0].length, sentence.end);
      const segment = `${before.split(/[;,]\s/u).at(-1) ?? ""}${m[0]}${after.split(/[;,.]\s/u)[0] ?? ""}`;
      const held =
        HELD.test(segment) ||
        (/^\s*(?:On\s)?$/u.test(before) && HELD.test(after)) ||
        (/,\s(?:on\s)?$|\bon\s$/u.test(before) && HELD.test(before) && !TOLD.test(before));
      if (!held || SAID.test(before) || OTHER.test(before) || isOfNextRound(segment) || isUpcoming(segment, told))
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
