import { clauseBegin, clauseFrom, matchesIn } from "#core/propose/reading/clause.ts";
import { EVENT } from "#core/propose/reading/lexicon.ts";
import { trimmed, type Span } from "#core/propose/reading/span.ts";
import type { Read, Reading } from "#core/propose/reading/read-article.ts";
import type { Sentence } from "#core/propose/reading/passage.ts";
import type { Found, Rule } from "#core/propose/reading/rule.ts";
import { speakerOf } from "./quote.ts";

const BEFORE: readonly RegExp[] = [
  /\s(?:was|were|is|are|will)\s?(?:not|n[’']t|never)\s(?:be\s)?(?:even\s|yet\s|\w+ly\s)?(?:discussed|taken up|raised|addressed|touched (?:up)?on|on (?:the|our|their|its) (?:agenda|table)|among the (?:topics|issues|subjects|points|matters)|part of (?:it|them|(?:the|its|their) (?:\w+\s)?(?:agenda|talks|discussions|mandate|remit|brief|negotiations|programme))|within (?:the|its|their) (?:mandate|remit|scope)|up for discussion|mentioned|included|covered|considered|examined|negotiated|debated|tackled|dealt with|under discussion)\b/giu,
  /\s(?:(?:did|does|do)\snot|never)\s(?:come up|came up|feature|featured|figure|figured)\b/giu,
  /\s(?:has|have|had)\s(?:not|never)\s(?:come up|been (?:discussed|raised|addressed|mentioned|touched (?:up)?on))\b/giu,
  /\s(?:was|were|is|are|remained|stayed)\s(?:\w+ly\s)?(?:off the (?:table|agenda)|excluded|left out|left off the agenda|kept off the (?:table|agenda)|(?:dropped|struck|removed|taken) (?:from|off) the (?:table|agenda)|(?:taken|kept|ruled) out(?=\s(?:of the|at|by|from|before|early|beforehand|in)\b|[.,;])|set aside|put aside|left aside|(?:left|kept|saved) for (?:later|another)|shelved|parked|bracketed|kept out|outside the scope|off[- ]limits|taboo)\b/giu,
];
const AFTER: readonly RegExp[] = [
  /\b(?:did|do|does|will|would)\snot\s(?:discuss|touch (?:up)?on|raise|address|cover|talk about|include|deal with)\s/giu,
  /\b(?:ruled out|excluded|refused)\s(?:any\s)?(?:talks? (?:on|about)|discussing|discussion of|to discuss)\s/giu,
  /\b(?:avoided|steered clear of|stayed away from|set aside|put aside|left aside|shelved)\s(?:discussing\s|the\s(?:subject|question|topic|issue)\sof\s)?(?!by\b|for\b|in\b|at\b)/giu,
  /\b(?:nobody|no one|neither side|neither)\s(?:(?:was|were|wanted|dared|wished)\s(?:allowed\s)?to\s)?(?:mention(?:ed)?|raised?|(?:speak|spoke|talk(?:ed)?|touch(?:ed)?)\s(?:of|about|(?:up)?on))\s/giu,
  /\bwithout\s(?:discussing|touching (?:up)?on|raising|addressing)\s/giu,
];
const QUOTED: readonly RegExp[] = [
  new RegExp(
    String.raw`\b(?:focus|${EVENT})\s(?:is|are|was|were|will be)\s(?:not|n[’']t)\s(?:on|about|aimed at|intended to|meant to|designed to|concerned with)\s`,
    "giu",
  ),
  /\band\s(?:is|are|was|were)\snot\s(?:about|aimed at|on|intended to|meant to)\s/giu,
  /\b(?:is|are|was|were)\snot\s(?:on the (?:agenda|table)|up for discussion)\b/giu,
];

/** What was kept out of the talks, as the text or somebody in a quotation says it. */
export const excluded: Rule = {
  name: "excluded",
  slot: "excluded",
  harmless: ["negated", "modal"],
  *find(passage, sentence, reading) {
    const { bare } = passage;
    for (const m of BEFORE.flatMap((p) => [...matchesIn(p, bare, sentence)])) {
      const topic = subjectOf(bare, m.index, sentence);
      if (topic !== undefined && isTopic(bare.slice(topic.start, topic.end)))
        yield { at: spanOf(m), fields: { topic } };
    }
    for (const m of [...AFTER, ...QUOTED.slice(0, 2)].flatMap((p) => [...matchesIn(p, bare, sentence)])) {
      const topic = clauseFrom(bare, m.index + m[0].length, sentence);
      if (topic !== undefined && isTopic(bare.slice(topic.start, topic.end)))
        yield { at: spanOf(m), fields: { topic } };
    }
    yield* quoted(passage, sentence, reading);
  },
};

const ASIDE = /^(?:which|who|whose|where|that)\s/iu;
const ASIDE_ALONE = /^(?:which|that)$/iu;
const OF_WHAT = /\b(?:on|about|over|regarding|concerning)\s(?!.*\b(?:on|about|over|regarding|concerning)\s)/iu;

/** What stands before a verb: without the aside that may stand between them, "which both armies claim". */
function subjectOf(bare: string, verb: number, sentence: Sentence): Span | undefined {
  const start = clauseBegin(bare, verb, sentence);
  const near = trimmed(bare, { start, end: verb });
  if (near === undefined) return beforeAside(bare, verb, sentence);
  const words = bare.slice(near.start, near.end);
  // "No decision was taken on herring, which was kept off the agenda".
  if (ASIDE_ALONE.test(words)) {
    const said = bare.slice(sentence.start, start).trimEnd().replace(/,$/u, "");
    const of = OF_WHAT.exec(said);
    if (of === null) return undefined;
    return trimmed(bare, { start: sentence.start + of.index + of[0].length, end: sentence.start + said.length });
  }
  // "Beef, which Chile sells, was left out", "rice, two words on a list, was left out".
  if (!ASIDE.test(words) && !/,\s*$/u.test(bare.slice(start, verb))) return firstSubject(bare, near);
  const end = bare.slice(0, start).trimEnd().length;
  return trimmed(bare, { start: clauseBegin(bare, Math.max(sentence.start, end - 1), sentence), end });
}

/** "Fish, which had held up the last round, was left out": what stands before the aside. */
function beforeAside(bare: string, verb: number, sentence: Sentence): Span | undefined {
  const all = bare.slice(sentence.start, verb);
  const aside = /,\s(?:which|who|whose|where|an?|the|two|three|both|all|long|once)\s[^,;]{3,120},$/u.exec(all);
  return aside === null ? undefined : trimmed(bare, { start: sentence.start, end: sentence.start + aside.index });
}

/** "The temples are before a court and": the second verb's subject is the first one's. */
function firstSubject(bare: string, near: Span): Span | undefined {
  const words = bare.slice(near.start, near.end);
  const verb = /\s(?:is|are|was|were|has|have|had|remains?)\s.*\sand$/u.exec(words);
  return verb === null ? near : trimmed(bare, { start: near.start, end: near.start + verb.index });
}

function* quoted(passage: Read, sentence: Sentence, reading: Reading): Iterable<Found> {
  const { text } = passage;
  for (const quotation of passage.quotations) {
    if (
      quotation.start < sentence.start ||
      quotation.start >= sentence.end ||
      text.slice(quotation.start, quotation.end).split(" ").length < 4
    )
      continue;
    const speaker = speakerOf(passage, quotation, reading);
    for (const m of QUOTED.slice(0, 2).flatMap((p) => [...matchesIn(p, text, quotation)])) {
      const start = m.index + m[0].length;
      const rest = text.slice(start, quotation.end);
      const until = /,?\s(?:until|which will only happen after|which will happen only after|before)\s/iu.exec(rest);
      const stop = rest.search(/,\s(?:which|until|but|and)\s|[.;!?]|,$|\s(?:until|but)\s/u);
      const topic = trimmed(text, { start, end: stop < 0 ? quotation.end : start + stop });
      if (topic === undefined) continue;
      const later =
        until === null
          ? undefined
          : trimmed(text, { start: start + until.index + until[0].length, end: start + lastStop(rest) });
      const words = sentenceAt(text, m.index, quotation);
      yield {
        at: topic,
        fields: {
          topic,
          ...(words === undefined ? {} : { words }),
          ...(speaker?.span === undefined ? {} : { speaker: speaker.span }),
          ...(later === undefined ? {} : { until: later }),
        },
        side: speaker?.side,
        ...(speaker?.span === undefined && speaker?.name !== undefined ? { hints: { speaker: speaker.name } } : {}),
      };
    }
  }
}

function lastStop(rest: string): number {
  const stop = rest.search(/[.;!?](?:\s|$)/u);
  return stop < 0 ? rest.length : stop;
}

/** The sentence of a quotation around a place in it, where it is short enough to be kept. */
function sentenceAt(text: string, at: number, { start, end }: Span): Span | undefined {
  const head = Math.max(
    start,
    ...[...text.slice(start, at).matchAll(/[.!?]\s+/gu)].map((m) => start + m.index + m[0].length),
  );
  const stop = text.slice(at, end).search(/[.!?](?:\s|$)/u);
  const span = trimmed(text, { start: head, end: stop < 0 ? end : at + stop + 1 });
  return span === undefined || span.end - span.start > 300 ? undefined : span;
}

function isTopic(words: string): boolean {
  // "A diplomat says it was left for another day": what it is stands elsewhere.
  return (
    !/\b(?:says?|said|adds?|added)\s(?:that\s)?(?:it|they|this|that)$/iu.test(words) &&
    words.length > 2 &&
    // A meeting that was shelved is not a subject of the talks.
    !/^(?:(?:the|a|any|all)\s)?(?:[\w’'-]+\s){0,2}?(?:plans?|talks|meetings?|summit|visit|session|trip|negotiations|round)\b/iu.test(
      words,
    ) &&
    !/^(?:it|they|this|that|he|she|we|there|which)$/iu.test(words)
  );
}

function spanOf(m: RegExpExecArray): Span {
  return { start: m.index + (/^\s/u.test(m[0]) ? 1 : 0), end: m.index + m[0].length };
}
