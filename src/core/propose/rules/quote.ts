import type { Quotation } from "#core/propose/reading/passage.ts";
import type { PersonMention } from "#core/propose/reading/people.ts";
import type { Read, Reading } from "#core/propose/reading/read-article.ts";
import type { Found, Rule } from "#core/propose/reading/rule.ts";
import { trimmed, within, type Span } from "#core/propose/reading/span.ts";
import type { Side } from "#core/propose/reading/proposal.ts";

/** Most characters that a quotation has here; a longer one is proposed up to its last sentence within them. */
const WORDS_MAX = 300;
const WORDS_LEAST = 4;
const FRAGMENT_LEAST = 6;
const SAYS =
  /\b(?:said|says|told|tells|adds?|added|stated|states|stressed|emphasi[sz]ed|noted|notes|explained|declared|wrote|remarked|commented|insisted|continued|concluded|recalled|warned|argued|announced|quoted|observed|tweeted|posted|saying|according to|replied|joked|admitted|described|called|acknowledged|underlined|reiterated|pointed out|reads?|quipped|writes|posts|tweets|conceded|insists|stresses|explains|complained|summed up|put it|underscored|underscores|highlighted|highlights|affirm(?:ed|s)|assert(?:ed|s)|maintain(?:ed|s)|claim(?:ed|s)|vow(?:ed|s)|pledged|caution(?:ed|s)|lament(?:ed|s)|laughed|shrugged|quips|jokes|warns|argues|confirm(?:ed|s)|reveal(?:ed|s)|disclosed|declares|comments|remarks|observes|concludes|recalls|notes|believes|thinks|in the words of)\b/giu;
const BODY =
  /(?:[Tt]he\s)?(?:[\p{L}\p{M}.’'-]+\s){0,5}?(?:ministry|department|statement|spokesperson|spokesman|spokeswoman|official|diplomat|source|government|delegation|agency|embassy|Kremlin|White House|communiqué|communique|office|presidency|readout|negotiator|envoy|minister|ambassador)\b(?:\sof\s(?:Foreign Affairs|the\s\p{Lu}[\p{L}]+|\p{Lu}\p{L}+))?/u;

interface Speaker {
  readonly span?: Span;
  readonly name?: string;
  readonly post?: Span | undefined;
  readonly side?: Side | undefined;
}

/** What somebody is quoted as saying, word for word, and who said it. */
export const quote: Rule = {
  name: "quote",
  slot: "quote",
  harmless: ["negated", "modal", "condition", "question", "earlier", "unsaid"],
  *find(passage, sentence, reading) {
    for (const quotation of passage.quotations) {
      if (quotation.start < sentence.start || quotation.start >= sentence.end) continue;
      const words = wordsOf(passage, quotation);
      if (words === undefined) continue;
      const speaker = speakerOf(passage, quotation, reading);
      if (speaker === undefined) continue;
      yield {
        at: quotation,
        fields: {
          words,
          ...(speaker.span === undefined ? {} : { speaker: speaker.span }),
          ...(speaker.post === undefined ? {} : { post: speaker.post }),
        },
        side: speaker.side,
        ...(speaker.span === undefined && speaker.name !== undefined ? { hints: { speaker: speaker.name } } : {}),
      } satisfies Found;
    }
  },
};

function wordsOf({ text }: Read, { start, end }: Quotation): Span | undefined {
  let to = end;
  while (to > start && /[\s,]/u.test(text.charAt(to - 1))) to -= 1;
  if (to - start > WORDS_MAX) {
    const cut = text.slice(start, start + WORDS_MAX).search(/[.!?](?:\s(?!.*[.!?]\s).*)?$/u);
    if (cut < 0) return undefined;
    to = start + cut + 1;
  }
  // A few words in the middle of a sentence are an expression, and no statement.
  const least = /^\p{Ll}/u.test(text.slice(start)) ? FRAGMENT_LEAST : WORDS_LEAST;
  return text.slice(start, to).split(/\s+/u).length < least ? undefined : { start, end: to };
}

const SPEAKERS = new WeakMap<Reading, Map<Quotation, Speaker | undefined>>();

/** Who says a quotation: named after it, before it, or the one who said the one before. Looked for once. */
export function speakerOf(passage: Read, quotation: Quotation, reading: Reading): Speaker | undefined {
  const known = SPEAKERS.get(reading) ?? new Map<Quotation, Speaker | undefined>();
  SPEAKERS.set(reading, known);
  if (!known.has(quotation)) known.set(quotation, speakerIn(passage, quotation, reading));
  return known.get(quotation);
}

function speakerIn(passage: Read, quotation: Quotation, reading: Reading): Speaker | undefined {
  const { bare } = passage;
  const after = /^[”"»’']?,?\s?([^“”"«»]*)/u.exec(bare.slice(quotation.end));
  const told =
    after === null
      ? undefined
      : saidIn(
          passage,
          quotation.end + (after[0].length - (after[1]?.length ?? 0)),
          sentenceStop(after[1] ?? ""),
          reading,
          "after",
          quotation,
        );
  if (
    told !== undefined &&
    /[,?!—–_]$|^$/u.test(bare.slice(quotation.start, quotation.end).slice(-1)) &&
    !/[.]$/u.test(passage.text.slice(quotation.start, quotation.end))
  )
    return told;
  const before = /[^“”"«»]*$/u.exec(bare.slice(0, Math.max(0, quotation.start - 1)))?.[0] ?? "";
  const start = quotation.start - 1 - before.length;
  const lead = lastSentence(before);
  const led = saidIn(passage, start + before.length - lead.length, lead, reading, "before", quotation);
  if (led !== undefined) return led;
  if (told !== undefined) return told;
  return earlierSpeaker(passage, quotation, reading);
}

function sentenceStop(words: string): string {
  return /^(?:[^.!?]|\.(?!\s+\p{Lu}|\s*$)|(?<=\b(?:Mr|Mrs|Ms|Dr|U\.S|\p{Lu}))\.)*/u.exec(words)?.[0] ?? words;
}

function lastSentence(words: string): string {
  return words.split(/(?<=[^\p{Lu}][.!?]”?)\s+(?=\p{Lu})/u).at(-1) ?? words;
}

function saidIn(
  passage: Read,
  start: number,
  words: string,
  reading: Reading,
  where: "before" | "after",
  quotation: Quotation,
): Speaker | undefined {
  const span = { start, end: start + words.length };
  const verbs = [...words.matchAll(SAYS)];
  const verb = where === "after" ? verbs[0] : verbs.at(-1);
  if (verb === undefined) return undefined;
  // "A did not say" says nothing.
  if (/\b(?:not|never|n[’']t|denied|declined)\s(?:\w+\s)?$/iu.test(words.slice(0, verb.index))) return undefined;
  if (where === "before" && words.length - verb.index > 160) return undefined;
  if (where === "after" && verb.index > 120) return undefined;
  const at = start + verb.index;
  const people = passage.people.filter((p) => within(p, span) && !p.placed && !within(p, quotation));
  const subject = people.findLast(
    (p) =>
      p.end <= at && at - p.end < 110 && !/[.;]/u.test(passage.bare.slice(p.end, at).replace(/(?:\p{Lu}\.)+/gu, "")),
  );
  const object = people.find(
    (p) =>
      p.start > at &&
      p.start - at < 120 &&
      !/\b(?:told|to|with|by|about)\s(?:the\s)?(?:[\p{L}.]+\s){0,3}$/u.test(passage.bare.slice(at, p.start)),
  );
  const person = where === "after" && verb.index < 4 ? (object ?? subject) : (subject ?? object);
  if (person !== undefined) return speaking(person, reading);
  const pronoun = /\b(?:he|she)\b/iu.test(words);
  if (pronoun) return earlierSpeaker(passage, quotation, reading);
  if (/\bit\s(?:also\s|further\s)?$/iu.test(words.slice(0, verb.index))) return bodyBefore(passage, quotation, reading);
  return bodyIn(passage, span, verb.index + start, where) ?? partyIn(passage, span, at, verb[0]);
}

/** "It said": the body that was named last, in this paragraph or in the one before. */
function bodyBefore(passage: Read, { start }: Quotation, { passages }: Reading): Speaker | undefined {
  for (const { bare, text, parties, number } of [passage, passages[passage.number - 2]].filter(
    (p) => p !== undefined,
  )) {
    const before = number === passage.number ? bare.slice(0, start) : bare;
    const last = [...before.matchAll(new RegExp(BODY, "gu"))].at(-1);
    const span =
      last === undefined ? undefined : trimmed(text, { start: last.index, end: last.index + last[0].length });
    if (span === undefined) continue;
    const side = parties.find((p) => within(p, span))?.side;
    const own = number === passage.number ? { span } : { name: text.slice(span.start, span.end) };
    return { ...own, ...(side === undefined ? {} : { side }) };
  }
  return undefined;
}

/** "Tehran said": a party or its capital that speaks, and not the person before it. */
function partyIn({ bare, parties }: Read, span: Span, at: number, verb: string): Speaker | undefined {
  const party = parties.find(
    (p) =>
      within(p, span) &&
      (/^\s(?:has\s|also\s|later\s)?$/u.test(bare.slice(p.end, at)) ||
        (p.start > at && /^\s(?:the\s)?$/u.test(bare.slice(at + verb.length, p.start)))),
  );
  return party === undefined ? undefined : { span: { start: party.start, end: party.end }, side: party.side };
}

/** "the ministry said in a statement": a body that speaks. */
function bodyIn(passage: Read, { start, end }: Span, at: number, where: "before" | "after"): Speaker | undefined {
  const words = passage.bare.slice(start, end);
  const said = at - start;
  const pieces = where === "after" && said < 4 ? [words.slice(said)] : [words.slice(0, said), words.slice(said)];
  for (const piece of pieces) {
    const m = BODY.exec(
      piece.replace(/^\w+(?=\s)/u, (w) => (piece.startsWith("said") || SAYS_WORD.test(w) ? " ".repeat(w.length) : w)),
    );
    const named = m ?? (piece === words.slice(0, said) ? SOMEBODY.exec(piece) : null);
    if (named === null) continue;
    const from = start + words.indexOf(piece) + named.index;
    const span = trimmed(passage.text, { start: from, end: from + named[0].length });
    if (span === undefined) continue;
    const side = passage.parties.find((p) => within(p, span))?.side;
    return { span, ...(side === undefined ? {} : { side }) };
  }
  return undefined;
}
/** "The monk told me": the subject beside the verb, known or not. */
const SOMEBODY = /\b(?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Tt]heir)\s(?:[\p{L}\p{M}’'-]+\s){0,5}?[\p{L}\p{M}’'-]+\s$/u;
const SAYS_WORD = /^(?:said|says|told|added|stated|noted|wrote|according)$/iu;

function speaking(person: PersonMention, reading: Reading): Speaker {
  return {
    span: { start: person.start, end: person.end },
    name: person.name,
    post: person.post,
    side: person.side ?? reading.sideOf(person.name),
  };
}

/** The one who spoke before in this paragraph, or in the one before it: "she said" names nobody. */
function earlierSpeaker(passage: Read, { start }: Span, reading: Reading): Speaker | undefined {
  const here = passage.quotations.findLast((q) => q.end < start);
  if (here !== undefined) {
    const before = speakerOf(passage, here, reading);
    if (before !== undefined) return before;
  }
  const named = passage.people.findLast((p) => p.end <= start && !p.placed && !p.bare);
  if (named !== undefined) return speaking(named, reading);
  const last = reading.passages[passage.number - 2];
  const spoke = last?.people.findLast((p) => !p.placed && !p.bare);
  if (spoke === undefined) return undefined;
  const name = reading.fullName(spoke.name);
  return { name, side: spoke.side ?? reading.sideOf(spoke.name) };
}
