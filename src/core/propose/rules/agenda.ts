import { clauseBegin, clauseFrom, matchesIn } from "#core/propose/reading/clause.ts";
import { EVENT, MONTHS, WEEKDAYS } from "#core/propose/reading/lexicon.ts";
import { trimmed, type Span } from "#core/propose/reading/span.ts";
import type { Read, Reading } from "#core/propose/reading/read-article.ts";
import type { Sentence } from "#core/propose/reading/passage.ts";
import type { Found, Rule } from "#core/propose/reading/rule.ts";
import { speakerOf } from "./quote.ts";

const TOPICS = "issues?|topics?|subjects?|themes?|points?|items?|matters?|questions?|problems?";
// What was talked about stands after these.
const AFTER: readonly RegExp[] = [
  /\b(?:discussed|discussing|focus(?:ed|es|ing)? (?:\w+ly )?on|cent(?:red|ered|res|ers) (?:\w+ly )?(?:on|around)|covered|covering|addressed|raised|considered|took up|taken up|went (?:through|over)|worked (?:through|on)|looked at|turned to|was spent (?:mostly |largely |entirely )?on|were spent (?:mostly |largely |entirely )?on|touched (?:up)?on|exchanged views on|exchange of views on|reviewed|dealt with|examined|revolved around|concentrated on|talked about|spoke about|devoted to|dedicated to|tackled|debated|(?:talked|spoke|argued|wrangled|haggled|negotiated|bargained|quarrelled)(?: [^,.;“”]{1,40}?)? (?:about|over)|spent [^,.;“”]{2,40}? on|took stock of|compared notes on|exchanged? (?:ideas|views|opinions|assessments?|perspectives) (?:on|about)|(?:opportunity|chance|occasion) to (?:also )?(?:review|discuss|examine|assess|take stock of|exchange (?:ideas|views|opinions|assessments?|perspectives) on)|brought up|consideration of|(?:discussion|examination|review|exchange of (?:ideas|opinions)) (?:of|on|about)(?=\s(?!the\s(?:talks|meeting)))|(?:(?:two|both|three)\s)?(?:delegations|sides|teams|parties|ministers) negotiated|(?:discuss|discusses|are discussing|is discussing))\s(?:also\s|(?:mainly|chiefly|mostly|primarily)\swith\s)?/giu,
  /\b(?:dealt|dealing|deals)\s(?:\w+ly\s)with\s|\b(?:views|ideas|opinions)\s(?:were|was)\sexchanged\s(?:on|about)\s/giu,
  /(?:^|[.;]\s)\s*(?:at\s(?:the\s)?(?:heart|cent(?:re|er)|core|top)\sof\s(?:the|their)\s[\w-]+|at\s(?:issue|stake))\s(?:was|were|is|are)\s/giu,
  new RegExp(
    String.raw`\b(?:${TOPICS})\s(?:to\sbe\s\w+ed|(?:was|were|that\swere)?\s?(?:examined|discussed|considered|raised))(?:\s(?:is|are|was|were)|:)\s`,
    "giu",
  ),
  /\b(?:bargaining|haggling|wrangling|horse-trading|argument|dispute)\s(?:was|is|were)\s(?:over|about)\s/giu,
  /\b(?:attention|time|focus|emphasis|place)\s(?:was|were|is)\s(?:also\s)?(?:paid|given|devoted|drawn|placed|spent)\s(?:to|on)\s|\bpaid\s(?:\w+\s)?attention\sto\s/giu,
  new RegExp(
    String.raw`\b(?:(?:main|key|central|other|significant|major)\s)?(?:${TOPICS}|agenda)(?:\s(?:on the (?:agenda|table)|under discussion|of the (?:talks|meeting)|discussed))?\s(?:also\s)?(?:included?s?|including|comprised|covered|covers|contains?|will include|features?|featured|(?:was|were|are|is)(?:\s(?:\w+ly\s)?(?:limited|confined|restricted|devoted|dedicated)\sto)?)\s`,
    "giu",
  ),
  /\bon the (?:table|agenda)(?:\s(?:is|are|was|were))?(?::\s|\s(?=(?:is|are|was|were)\s))(?:(?:is|are|was|were)\s)?/giu,
  new RegExp(
    String.raw`\b(?:one|two|three|four|five|six|a single|several)\s(?:\w+\s)?(?:${TOPICS})(?:\s\w+)?(?:,[^,.:;]{3,40}\s(?:says?|said))?:\s`,
    "giu",
  ),
  /\bunder discussion (?:is|are|was|were)\s/giu,
  new RegExp(
    String.raw`\b(?:for|in|during|of|with|hold|held|holding|began|opened|resumed|concluded|ended)\s(?:[\w-]+\s){0,3}?(?:talks|consultations|negotiations|discussions|dialogue)\s(?:on|about|over|concerning|regarding)\s`,
    "giu",
  ),
  new RegExp(
    String.raw`\b(?:talks|consultations|negotiations|discussions|meeting)\s(?:are|were|is|was|will be)\s(?:strictly\s|only\s|mainly\s|solely\s|exclusively\s|largely\s|purely\s)?(?:about|on)\s`,
    "giu",
  ),
];
// And before these.
const BEFORE: readonly RegExp[] = [
  /\s(?:was|were|is|are|has been|have been|had been|being)\s(?:also\s|all\s)?(?:discussed|raised|addressed|reviewed|dealt with|gone (?:through|over)|debated|on the (?:agenda|table)|high on the agenda|under discussion|considered|touched (?:up)?on|at the top of the agenda)\b/giu,
  /\s(?:was|were|is|are)\s(?:also\s)?among the (?:issues|topics|subjects|points)\b/giu,
  /\s(?:took up|occupied|filled|consumed|ate up)\s(?:most|much|the|all|everything|two|three|half|nearly|almost|a good|a large)\b/giu,
  /\s(?:topped|dominated)\sthe\s(?:agenda|talks|discussions|meeting|session|(?:first|second|third|last|final|opening)\s(?:day|session|hours?|morning))\b/giu,
  /\s(?:was|were|is|are)\s(?:also\s)?(?:on\s(?:the|their)\slist|(?:the|a)\s(?:main|central|key|chief|first|only)\s(?:topics?|issues?|subjects?|points?|items?))\b/giu,
  /\s(?:also\s)?came\sup(?=\s(?:as\swell|too|again|during|in|at)\b|[.,;])/giu,
];
const NO_TOPIC =
  /^(?:\d|(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b)|^(?:and|or|in|on|with|by|at|to|for|that|not|when|where|there|here|later|again|tomorrow|everything|anything|something|most of|much of|the whole|the rest|among(?:st)?\sothers|the\s(?:past|last|years?|months?|weeks?|days?|weekend)\b|examined|a date|the need|held|expected|due|set|likely|led|attended|also|over|scheduled|planned)\b/iu;

/** What was talked about, as the text words it; also as somebody says it of the talks in a quotation. */
export const agenda: Rule = {
  name: "agenda",
  slot: "agenda",
  *find(passage, sentence, reading) {
    const { bare } = passage;
    yield* held(passage, sentence);
    yield* answered(passage, sentence, reading);
    for (const pattern of AFTER) {
      for (const m of matchesIn(pattern, bare, sentence)) {
        const start = m.index + m[0].length;
        const topic = inMarks(passage, start) ?? clauseFrom(bare, start, sentence);
        if (
          topic === undefined ||
          !isTopic(passage.text.slice(topic.start, topic.end)) ||
          purposed(passage, sentence, m.index, m[0])
        )
          continue;
        yield { at: { start: m.index, end: start }, fields: { topic } };
      }
    }
    for (const pattern of BEFORE) {
      for (const m of matchesIn(pattern, bare, sentence)) {
        const start = listBegin(bare, m.index, sentence);
        const end = m.index - (ET_CETERA.exec(bare.slice(start, m.index))?.[0].length ?? 0);
        const topic = trimmed(bare, { start, end });
        if (topic === undefined || !isTopic(bare.slice(topic.start, topic.end))) continue;
        yield { at: { start: m.index, end: m.index + m[0].length }, fields: { topic } };
      }
    }
    yield* quoted(passage, sentence, reading);
  },
};

/** "They discussed “the return of ships”": the words in the marks. */
function inMarks({ text, quotations }: Read, at: number): Span | undefined {
  const quotation = quotations.find((q) => q.start === at + 1);
  return quotation === undefined ? undefined : trimmed(text, quotation);
}

const LEAD_IN =
  /^\s*(?:(?:During|At|In|On|After|Among|Also|Furthermore)\b[^,]{0,60},\s)?(?:(?:[\w-]+\s){0,3}?(?:areas|issues|topics|questions|subjects|matters)\ssuch\sas\s)?/iu;
/** The end of a list that names no more: "and others". */
const ET_CETERA = /,?\s(?:among(?:st)?\sothers|and\s(?:others|more|so\son)|etc\.?),?$/iu;
const VERB = /\b(?:was|were|is|are|has|had|have|said|says|met|held|discussed|agreed|will|would|who|which)\b/u;

/** Where a list begins whose last item stands before a verb: "trade, links and visas were discussed". */
function listBegin(bare: string, verb: number, sentence: Sentence): number {
  const near = clauseBegin(bare, verb, sentence);
  const start = sentence.start + (LEAD_IN.exec(bare.slice(sentence.start, verb))?.[0].length ?? 0);
  const all = bare.slice(start, verb);
  return start < near && /,\s/u.test(all) && (/ and /u.test(all) || ET_CETERA.test(all)) && !VERB.test(all)
    ? start
    : near;
}

function isTopic(words: string): boolean {
  return (
    words.length >= 4 &&
    !/\bagenda\b/iu.test(words) &&
    !NO_TOPIC.test(words) &&
    !/^(?:left|put|set|kept|held|\w+ed)\s(?:to|by|in|on|up|out|for|aside|off|with|at|from|and)\b/iu.test(words) &&
    !/^(?:it|they|he|she|this|that|these|them|which|all of them|each other|(?:the|this|that|these|those) (?:issues?|matters?|topics?|questions?|points?|talks))$/iu.test(
      words,
    ) &&
    !/_{3}/u.test(words)
  );
}

const HELD = new RegExp(
  String.raw`(?<!\b(?:before|after|since|until|ahead of)\s(?:the|their)\s)\b(?:${EVENT})\s(?:(?:between|with|among)\s[^,.;:]{3,70}?\s)?(?:in\s[\p{L}’-]+\s)?(?:(?:on|last|this)\s(?:${WEEKDAYS})\s)?(?:on|about|over|concerning|regarding)\s(?!(?:the\s)?(?:\d|${WEEKDAYS}|${MONTHS}|sidelines?|margins?|eve|same|first|second|ground|invitation|behalf)\b)`,
  "giu",
);
const AGREED_TO = /\b(?:agreed|decided|pledged|promised|undertook|resolved)\s(?:to|on)\s[^.;]*$/iu;
const HELD_ENDS = new RegExp(
  String.raw`\s(?:on|in)\s(?:\d|(?:${WEEKDAYS}|${MONTHS})\b)|\swith\s(?:an?|the|both)\s|\s(?:in|at)\s\p{Lu}|\s(?:have|has|had|ended|concluded|closed|began|opened|started|resumed|lasted|took|broke|collapsed|failed|were|was|are|is|will|would|brought|led|produced)\s`,
  "u",
);

/** "Talks between A and B on fish": up to the day, the place or the verb. */
function* held({ bare }: Read, sentence: Sentence): Iterable<Found> {
  for (const m of matchesIn(HELD, bare, sentence)) {
    const start = m.index + m[0].length;
    const clause = clauseFrom(bare, start, sentence);
    // "Agreed to speed up discussions on trade" is a result.
    if (clause === undefined || AGREED_TO.test(bare.slice(sentence.start, m.index))) continue;
    const stop = bare.slice(start, clause.end).search(HELD_ENDS);
    const topic = trimmed(bare, { start, end: stop < 0 ? clause.end : start + stop });
    if (topic !== undefined && isTopic(bare.slice(topic.start, topic.end)))
      yield { at: { start: m.index, end: start }, fields: { topic } };
  }
}

/** "What was on the agenda?" and, in the next paragraph, "Three things: A and B". */
function* answered({ bare, number, sentences }: Read, sentence: Sentence, { passages }: Reading): Iterable<Found> {
  const asked = passages[number - 2];
  if (sentence !== sentences[0] || asked === undefined || !ASKED.test(asked.bare)) return;
  const label = /^(?:A|Answer|\p{Lu}[\p{Lu}. ]{1,40}):\s/u.exec(bare.slice(sentence.start, sentence.end))?.[0] ?? "";
  const lead = /^[^:.]{2,40}:\s/u.exec(bare.slice(sentence.start + label.length, sentence.end));
  if (lead === null) return;
  const start = sentence.start + label.length + lead[0].length;
  const topic = clauseFrom(bare, start, sentence);
  if (topic !== undefined) yield { at: { start: sentence.start, end: start }, fields: { topic } };
}
const ASKED =
  /\b(?:what|which)\b[^?]*\b(?:agenda|on the table|discuss(?:ed)?|(?:talk(?:ed|ing)?|negotiat(?:e|ed|ing)|sp(?:eak|oke)|argu(?:e|ed))\s(?:about|over|of))\b[^?]*\?\s*$/iu;

const WHO = new RegExp(
  String.raw`\b(?:${EVENT}|sides?|delegations?|parties|negotiators|they|both|officials|ministers|envoys|diplomats|experts|engineers|commissioners|commissions?|committees?|leaders|presidents|teams?|met|meeting|and|also|two)\b`,
  "iu",
);

/** "to discuss", "asked about": a wish does not say what was discussed. */
function purposed({ bare, parties }: Read, sentence: Sentence, at: number, trigger: string): boolean {
  const before = bare.slice(sentence.start, at);
  if (/^discuss/iu.test(trigger) && /\b(?:be|been|being|is|are|was|were)\s(?:\w+ly\s)?$/iu.test(before)) return true;
  if (/^focus/iu.test(trigger)) return /\b(?:should|must|not|will not)\s$/iu.test(before);
  if (/^(?:raised|covered|addressed|reviewed|examined|tackled)/iu.test(trigger))
    return !WHO.test(before) && !parties.some((p) => p.start >= sentence.start && p.end <= at);
  return /\bto\s$/u.test(before);
}

const IN_QUOTE = new RegExp(
  String.raw`\b(?:talks|consultations|negotiations|discussions|meeting|focus)\s(?:are|were|is|was)\s(?:strictly\s|only\s|mainly\s|solely\s|exclusively\s|purely\s)?(?:about|on)\s((?:(?!\sand\s(?:are|is|not)\b|\sbut\b)[^,.;“”"])+)`,
  "giu",
);

const WE_DISCUSSED =
  /\b[Ww]e\s(?:also\s|have\s)?(?:discussed|addressed|talked about|covered|went through|reviewed|spoke about)\s((?:(?!\sand\swe\b|\sbut\b)[^,.;“”"])+)/gu;

function* quoted(passage: Read, sentence: Sentence, reading: Reading): Iterable<Found> {
  const { text } = passage;
  for (const quotation of passage.quotations) {
    if (quotation.start < sentence.start || quotation.start >= sentence.end) continue;
    for (const m of [IN_QUOTE, WE_DISCUSSED].flatMap((p) => [...matchesIn(p, text, quotation)])) {
      const [, words = ""] = m;
      const start = m.index + m[0].length - words.length;
      const topic = trimmed(text, { start, end: start + words.length });
      if (topic === undefined || /\b(?:not|never|no)\s$/iu.test(text.slice(quotation.start, start))) continue;
      yield { at: { start: m.index, end: start }, fields: { topic }, according: saidBy(passage, quotation, reading) };
    }
  }
}

/** Who says what stands in a quotation, as the paragraph names them. */
function saidBy(passage: Read, quotation: Span, reading: Reading): Span | undefined {
  const speaker = speakerOf(passage, quotation, reading);
  if (speaker?.span === undefined) return undefined;
  const { post } = speaker;
  return post !== undefined && post.end === speaker.span.start - 1
    ? { start: post.start, end: speaker.span.end }
    : speaker.span;
}
