import { matchesIn } from "#core/propose/reading/clause.ts";
import type { Sentence } from "#core/propose/reading/passage.ts";
import type { Read } from "#core/propose/reading/read-article.ts";
import type { Rule } from "#core/propose/reading/rule.ts";
import type { Span } from "#core/propose/reading/span.ts";

const KINDS =
  "properties|property|estates?|consulates?|trade missions?|compounds?|dachas?|buildings?|villas?|warehouses?|embass(?:y|ies)|residences?|mansions?|missions?|houses?|offices?|plots?|facilit(?:y|ies)|premises|schools?|hospitals?|hotels?|apartments?|vessels?|ships?|ports?|plants?";
const MEASURE =
  /\b(?:(?:imposed|placed|maintains?|lifted)\s(?:[\w-]+\s){0,2}?restrictions|seized|seizure|confiscated|confiscation|restricted|froze|frozen|closed|closure|sold|expropriated|shut down|taken over|occupied|nationali[sz]ed|impounded|vacated|handed over)\b/iu;
const NUMBER = "\\d{1,4}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|dozens of";
const TOTAL = new RegExp(
  String.raw`\b(${NUMBER})\s((?:[\p{L}.-]+\s){0,3}?)(properties|estates|compounds|buildings|villas|missions|houses|facilities|plots|consulates|embassies|premises)\b`,
  "giu",
);
const PLACE = String.raw`(?:the\s)?\p{Lu}[\p{L}\p{M}’'.-]*(?:\s(?:of\s)?\p{Lu}[\p{L}\p{M}’'.-]*){0,2}`;
const ITEM = new RegExp(
  String.raw`\b(${KINDS})\s(?:in|on|at|near)\s(${PLACE}(?:(?:,\s(?!and\s)${PLACE})*,?\sand\s(?!an?\s|the\s[a-z]|trade|two|consul)${PLACE})?)`,
  "gu",
);

const OWNED = new RegExp(String.raw`^(?:[’']s?)?\s(?:diplomatic\s|state\s|[a-z]+\s)?(?:${KINDS})\b`, "iu");

/** The properties that a sentence tells something done to: all of them together, and each with its place. */
export const property: Rule = {
  name: "property",
  slot: "property",
  *find(passage, sentence) {
    const { bare } = passage;
    const measured = MEASURE.exec(bare.slice(sentence.start, sentence.end));
    if (measured === null) return;
    const measure = {
      start: sentence.start + measured.index,
      end: sentence.start + measured.index + measured[0].length,
    };
    const owner = ownerIn(passage, sentence, measure);
    const shared = { measure, ...(owner === undefined ? {} : { owner }) };
    for (const m of matchesIn(TOTAL, bare, sentence)) {
      const [all, counted = "", , kind = ""] = m;
      const end = m.index + all.length;
      const count = /^(?:several|dozens of)$/iu.test(counted)
        ? {}
        : { count: { start: m.index, end: m.index + counted.length } };
      yield { at: measure, fields: { kind: { start: end - kind.length, end }, ...count, ...shared } };
    }
    for (const m of matchesIn(ITEM, bare, sentence)) {
      const [all, kind = "", places = ""] = m;
      const from = m.index + all.length - places.length;
      for (const place of placesIn(places, from)) {
        yield { at: measure, fields: { kind: { start: m.index, end: m.index + kind.length }, place, ...shared } };
      }
    }
  },
};

function placesIn(places: string, from: number): readonly Span[] {
  return [...places.matchAll(/(?:[^,]+?)(?=,\s(?:and\s)?|\sand\s|$)/gu)].flatMap((m) => {
    const words = m[0].replace(/^[,\s]*(?:and\s)?/u, "").trimEnd();
    const start = from + m.index + m[0].indexOf(words);
    return words === "" ? [] : [{ start, end: start + words.length }];
  });
}

/** Whose they are: the party whose adjective stands before them. */
function ownerIn({ bare, parties }: Read, sentence: Sentence, measure: Span): Span | undefined {
  const owner = parties.find(
    (p) => p.start >= sentence.start && p.end <= sentence.end && OWNED.test(bare.slice(p.end, p.end + 60)),
  );
  return owner === undefined || owner.start === measure.start ? undefined : { start: owner.start, end: owner.end };
}
