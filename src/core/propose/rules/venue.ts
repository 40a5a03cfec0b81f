import { clauseEnd, matchesIn } from "#core/propose/reading/clause.ts";
import { EVENT, MEETS, MONTHS, WEEKDAYS } from "#core/propose/reading/lexicon.ts";
import type { Sentence } from "#core/propose/reading/passage.ts";
import type { Read, Reading } from "#core/propose/reading/read-article.ts";
import type { Found, Rule } from "#core/propose/reading/rule.ts";
import { trimmed, type Span } from "#core/propose/reading/span.ts";
import { isOfNextRound, isUpcoming } from "#core/propose/reading/upcoming.ts";

const BUILDING =
  "consulate|consulates|embassy|residence|palace|hotel|building|centre|center|headquarters|hall|castle|villa|ministry|monastery|house|airport|base|institute|university|resort|complex|mansion|chancellery|compound|estate|club|library|museum|school|church|chapel|temple|mosque|barracks|bunker|tent|station|port|terminal|pavilion|theatre|theater|stadium|yacht|ship|train|room|courthouse|farmhouse|clubhouse|schloss|château|chateau|premises|office|offices|lodge|farm|guesthouse|crossing|checkpoint|border post|zone|point|camp|mission";
/** The same, also with a capital. */
const NAMED_BUILDING = BUILDING.split("|")
  .map((w) => `[${w.charAt(0)}${w.charAt(0).toUpperCase()}]${w.slice(1)}`)
  .join("|");
const HELD = new RegExp(
  String.raw`\b(?:${MEETS}|took part|place)\b|\b(?:signed|sealed|shook hands|shaken hands|put their names|struck|talked|discussed|argued|haggled|worked|agreed|been at it|locked|closeted|holed up|(?:came|come|flew|travell?ed)\sto|walked\s(?:into|past)|filed\sinto|venue\s(?:was|is)|enters?|entering|(?:serv(?:ed|es|ing)|used)\sas\s(?:the\s)?(?:talks\s)?venue)\b(?!.*\b(?:which|that|to\s(?!the\sdocument))\b.*)`,
  "iu",
);
const EVENTS = new RegExp(String.raw`\b(?:${EVENT})\b`, "iu");
const CITY =
  /\b(?:in|at|outside|near|(?:came|come|flew|flown|travell?ed) to)\s(?:the\s(?:[\w-]+\s){0,3}?(?:capital|city|town|port|resort|village)(?:\sof)?,?\s)?(\p{Lu}[\p{L}\p{M}’'.-]*(?:(?:\s(?:of|de|la|el|al|sur)\s|\s)\p{Lu}[\p{L}\p{M}’'.-]*){0,2})/gu;
const NO_CITY = new RegExp(
  String.raw`^(?:${MONTHS}|${WEEKDAYS}|The|A|English|Arabic|Russian|French|Ministry|Foreign|Parliament|Congress|Europe|Asia|Africa|Middle|West|East|North|South|Eastern|Western|Northern|Southern|Central)\b`,
  "u",
);

const CAPITAL = /\b[Ii]n\s(the\s\p{Lu}[\p{L}-]+\scapital)\b(?!,?\s(?:of\s)?\p{Lu})/gu;
/** "In Oslo, the two sides met": a place at the beginning is that of the whole sentence. */
const OPENING = /^\s*(?:(?:On|From|Between)\s[^,]{3,40},\s)?(?:in|at)\s[^,]{3,60}$/iu;
/** The sentence after one that names a place. */
const MET_THERE =
  /\b(?:met|sat\sdown|sat|gathered|talked|negotiated|convened)\sthere\b|^\s*(?:(?:on\s(?:one|each|either)\sside\sof|around|across|at)\sthe\s(?:\w+\s)?table|opposite\s(?:him|her|them))\b/iu;
/** A reporter's own meeting: "we met her in Oslo". */
const OURS = /\b(?:we|I)\s(?:met|spoke|talked|sat|reached|caught up)\b/iu;

/** Where the talks were: the building and the city, each as the text names it. */
export const venue: Rule = {
  name: "venue",
  slot: "venue",
  whole: true,
  *find(passage, sentence, reading) {
    const { bare } = passage;
    const place = placeIn(passage, sentence);
    const city = cityIn(passage, sentence, reading, place);
    const at = place ?? city;
    if (at === undefined) return;
    // The clause has to say that somebody met there.
    const from = segmentStart(bare, sentence, at.start);
    const opening = OPENING.test(bare.slice(sentence.start, at.end)) && bare.charAt(at.end) === ",";
    const segment = bare.slice(from, opening ? sentence.end : clauseEnd(bare, at.end, sentence));
    if (isUpcoming(segment, reading.passages.slice(0, passage.number - 1))) return;
    if (passage.voice === undefined && OURS.test(segment)) return;
    const next = passage.sentences[passage.sentences.indexOf(sentence) + 1];
    const there = place !== undefined && next !== undefined && MET_THERE.test(bare.slice(next.start, next.end));
    if (!there && !told(segment, bare.slice(from, at.start), bare.slice(sentence.start, sentence.end))) return;
    yield {
      at,
      fields: { ...(place === undefined ? {} : { place }), ...(city === undefined ? {} : { city }) },
    } satisfies Found;
  },
};

const SAME_PLACE = /\bin the (?:same|next) place\b/iu;
const ELSEWHERE =
  /\b(?:trade in|based in|born in|said in|told .* in|statement in|ambassador in|mission in|embassy in|consulate in|presence in|war in|conflict in|fighting in|situation in|crisis in|peace in|tensions? in|violence in|clashes in|problems in|developments in|stability in|security in|ceasefire in|truce in|hostilities in|troops in|elections? in|(?:hostages|prisoners|captives|detainees|soldiers|civilians|people|men|women|workers|sailors|teachers|journalists|nationals|citizens|those)\s(?:being\s)?held\s(?:in|near|at)|interview|reporters in)\s*$/iu;

// What was agreed is to be done there: "agreed to open a control room in Oslo".
const AGREED_TO = /\b(?:agreed|decided|resolved|pledged|promised|undertook|plan(?:s|ned)?)\s(?:to|on)\b/iu;

function told(segment: string, before: string, sentence: string): boolean {
  if (isOfNextRound(segment) || SAME_PLACE.test(segment) || AGREED_TO.test(before) || ELSEWHERE.test(before))
    return false;
  // "To open an office in Oslo" tells of no meeting there.
  const done = segment.replace(/\bto\s(?:open|hold|host|begin|start|launch|conduct|enter|complete|finish)\b/giu, "");
  if (HELD.test(done) || /^\s*it was (?:the|an?)\s/iu.test(segment)) return true;
  return EVENTS.test(segment) && /\b(?:in|at)\s(?:the\s)?\S*$/u.test(before) && EVENTS.test(sentence);
}

const AFTER_THEM = new RegExp(
  String.raw`\bafter\s(?=(?:concluding|ending|holding|finishing|completing|wrapping\sup|closing)\b|(?:[\w-]+\s){0,4}?(?:${EVENT})\sin\s)`,
  "giu",
);

function segmentStart(bare: string, { start }: Span, at: number): number {
  const before = bare.slice(start, at);
  const cut = Math.max(before.lastIndexOf("; "), before.lastIndexOf(": "));
  // "Agreed to meet again after ending talks in Oslo": what is over is told apart.
  const after = [...before.matchAll(AFTER_THEM)].at(-1);
  return after !== undefined && after.index > cut ? start + after.index : cut < 0 ? start : start + cut + 2;
}

const NAMED = new RegExp(
  String.raw`\b(?:at|inside|in|into|to|outside|enter(?:ed|s|ing)?|reached|left)\s((?:the\s)?(?:Hotel|Palace|Schloss|Villa|Castle|Château|Camp|Hall|House|Ministry|Embassy)\s(?:of\s)?\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)*|(?:the|a|an|its|his|her)\s(?:(?!and\b|which\b|who\b|that\b|talks\b|delegation\b)[\p{L}\p{M}.’'-]+\s){0,6}?(?:${NAMED_BUILDING})\b(?:\s(?:building|residence|compound|complex|grounds))?|(?:the\s)?\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+){0,3}\s(?:[Hh]otel|Palace|Castle|[Cc]onference [Cc]ent(?:er|re)|Center|Centre|Hall|House|Villa|Airport|Residence))`,
  "gu",
);
const LOOSE: readonly RegExp[] = [
  new RegExp(
    String.raw`(?:(?:,|:)\s|\b[Ii]t\swas\s)((?:an?|the)\s(?:former|old|disused|quiet|small|historic|empty)\s(?:${BUILDING})\b)`,
    "gu",
  ),
  // "In the former Coffee Exchange".
  /\b(?:in|at)\s(the\s(?:former|old)\s(?!East\b|West\b|North\b|South\b|Soviet\b|Yugoslav)\p{Lu}[\p{L}’'-]+\s\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)*)/gu,
  // "The venue was the Harbour Hotel".
  new RegExp(
    String.raw`\b[Vv]enue\s(?:was|is)\s((?:the|an?)\s(?:[\p{L}\p{M}.’'-]+\s){0,4}?(?:${NAMED_BUILDING})\b)`,
    "gu",
  ),
  // "On the border between Norway and Sweden", "on the Norwegian side of the village of Storskog", "aboard a ship".
  /\bon\s(the\s(?:[\w-]+\s){0,3}?(?:border|frontier|line\sof\scontact)\s(?:between|of|with)\s(?:the\s)?\p{Lu}[\p{L}’'-]+(?:\sand\s(?:the\s)?\p{Lu}[\p{L}’'-]+)?)/gu,
  /\bon\s(the\s(?:\p{Lu}[\p{L}-]+\s){1,2}(?:side|bank|shore)\sof\sthe\s(?:[a-z]+\s){1,4}(?:of\s)?\p{Lu}[\p{L}’'-]+)/gu,
  /\bon\s(the\s\p{Lu}\p{L}+\s(?:side|bank|shore)\sof\s(?:the\s)?\p{Lu}[\p{L}’'-]+(?:\s(?:[a-z]+\s){0,3}(?:point|river|border|frontier|crossing|bridge|line|post))?)/gu,
  /\bat\s(an?\s(?:undisclosed|unnamed|secret|neutral|remote)\s(?:[a-z]+\s){0,4}(?:border|frontier|location|place|venue|site))\b/gu,
  /\bon\s(the\s\p{Lu}\p{L}+[-–]\p{Lu}\p{L}+\s(?:[a-z]+\s)?(?:border|frontier))\b/gu,
  /\b(?:aboard|on\sboard)\s((?:an?|the)\s(?:[\p{L}\p{M}.’'-]+\s){0,3}?(?:ship|yacht|train|ferry|boat|vessel|frigate))\b/gu,
  // "Norway's embassy", "UN headquarters", "the UN's Palais des Nations".
  /\bat\s((?:the\s)?(?:\p{Lu}[\p{L}.]*\s){0,4}\p{Lu}[\p{L}.]*[’']s?\s(?:embassy|consulate|mission|headquarters|residence|foreign\sministry|chancellery|offices?|home))\b/gu,
  /\bat\s(\p{Lu}[\p{L}.]+\s(?:headquarters|HQ))\b/gu,
];
/** What a building's name goes on with: "of the Sea Service", "in Oslo", and not "on Thursday". */
const MORE = new RegExp(
  String.raw`^\s(?:of\s(?:the\s)?(?:[\p{L}’'.-]+\s){0,3}?\p{Lu}[\p{L}’'.-]*(?:\s\p{Lu}[\p{L}’'.-]*)*)?(?:,?\s?(?:in|on|at|near|outside)\s(?!(?:${WEEKDAYS}|${MONTHS})\b)(?:the\s(?:[a-z]+\s){1,3}(?:of\s)?)?\p{Lu}[\p{L}’'.-]*(?:\s\p{Lu}[\p{L}’'.-]*)*)?`,
  "u",
);
/** "The ministry's mansion", "a hotel overlooking the harbour": the place goes on. */
const OWN = new RegExp(
  String.raw`^(?:[’']s?\s(?:[\w-]+\s){0,3}?(?:${NAMED_BUILDING})\b|\s(?:overlooking|beside|above|off|opposite|behind|on\sthe\s(?:edge|outskirts|shores?|banks?)\sof|at\sthe\sfoot\sof)\s(?:[\w’'-]+\s?){1,4}(?:\sof\s(?:the\s)?\p{Lu}[\p{L}’'-]+)?)`,
  "u",
);
/** "The consulate" alone: what it is was said before. */
const SAID_BEFORE = /^(?:the|its|his|her|their)\s\p{Ll}+$/u;

function placeIn({ bare }: Read, sentence: Sentence): Span | undefined {
  for (const m of [NAMED, ...LOOSE].flatMap((p) => [...matchesIn(p, bare, sentence)])) {
    const [, place = ""] = m;
    const start = m.index + m[0].length - place.length;
    // "According to the White House", "Chile came to the embassy's help".
    if (/\baccording\s$/iu.test(bare.slice(sentence.start, m.index))) continue;
    const own = OWN.exec(bare.slice(start + place.length, sentence.end))?.[0] ?? "";
    const end = start + place.length + own.length;
    const more = MORE.exec(bare.slice(end, sentence.end))?.[0] ?? "";
    const span = trimmed(bare, { start, end: end + more.length });
    if (span !== undefined && !SAID_BEFORE.test(bare.slice(span.start, span.end))) return span;
  }
  return undefined;
}

/** "Talks in Norway": where nothing nearer is named. */
const TALKS_IN = new RegExp(String.raw`\b(?:${EVENT}|met|gathered)\sin\s$`, "iu");
/** "The meeting started at noon at Moldo". */
const BEGAN_AT = /\b(?:held|took\splace|takes\splace|started|began|begun|opened)\s(?:[^,;.]{0,25}\s)?at\s$/iu;
const CITY_TOO = /^[^.;]{0,60}\b(?:in|at)\s(?:the\scity\sof\s)?\p{Lu}/u;

/** "The war in Gaza": what the talks are about is not where they are. */
const SPOKEN_OF =
  /\b(?:war|conflict|fighting|crisis|situation|hostilities|violence|unrest|ceasefire|cease-fire|truce)\sin\s(?:the\s)?(\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?)/gu;
const SPOKEN = new WeakMap<Reading, ReadonlySet<string>>();

function spokenOf(reading: Reading): ReadonlySet<string> {
  const known = SPOKEN.get(reading);
  if (known !== undefined) return known;
  const all = reading.passages.flatMap(({ bare }) => [...bare.matchAll(SPOKEN_OF)].map(([, place = ""]) => place));
  const found = new Set(all);
  SPOKEN.set(reading, found);
  return found;
}

function cityIn(passage: Read, sentence: Sentence, reading: Reading, place: Span | undefined): Span | undefined {
  const { bare, parties } = passage;
  const { names } = reading;
  for (const m of matchesIn(CAPITAL, bare, sentence)) {
    const [all, city = ""] = m;
    if (place === undefined && !ELSEWHERE.test(bare.slice(sentence.start, m.index + all.length - city.length)))
      return { start: m.index + all.length - city.length, end: m.index + all.length };
  }
  for (const m of matchesIn(CITY, bare, sentence)) {
    const [, city = ""] = m;
    const start = m.index + m[0].length - city.length;
    const span = trimmed(bare, { start, end: start + city.replace(/[’']s?$/u, "").length });
    if (span === undefined || NO_CITY.test(city)) continue;
    // "At Oslo's request": a capital that does something is a government.
    if (place === undefined && /^[’']s?\s/u.test(bare.slice(span.end))) continue;
    const said = bare.slice(span.start, span.end);
    if (spokenOf(reading).has(said)) continue;
    const country = parties.find((p) => p.start === span.start && p.end >= span.end);
    // A country is where it was only if nothing nearer is named; its capital is a city.
    const named = country !== undefined && !country.capital && names.places.exact(said) === undefined;
    if (named && !(place === undefined && TALKS_IN.test(bare.slice(sentence.start, span.start)))) continue;
    if (named && CITY_TOO.test(bare.slice(span.end, sentence.end))) continue;
    if (
      place !== undefined &&
      span.start >= place.start &&
      span.end <= place.end &&
      !/\sin\s/u.test(bare.slice(place.start, span.start))
    )
      continue;
    const from = segmentStart(bare, sentence, span.start);
    const near = bare.slice(from, span.start);
    if (
      /\bat\s$/u.test(near) &&
      !BEGAN_AT.test(near) &&
      country === undefined &&
      names.places.exact(said) === undefined
    )
      continue;
    const opens = OPENING.test(bare.slice(sentence.start, span.end)) && bare.charAt(span.end) === ",";
    if (ELSEWHERE.test(near) || (place === undefined && !opens && !HELD.test(near) && !EVENTS.test(near))) continue;
    return span;
  }
  return undefined;
}
