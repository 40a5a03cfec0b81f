import { fold } from "#core/text/text.ts";
import { isPost, NOT_NAMES, PARTICLES, STARTERS, TITLE_PARTS } from "./lexicon.ts";
import type { PartyMention } from "./parties.ts";
import { ADDRESS, postAfter, postBefore } from "./posts.ts";
import type { Side } from "./proposal.ts";
import type { Span } from "./span.ts";
import type { Word } from "./words-of.ts";

/** A person whom a paragraph names. `start` and `end` are those of the name alone. */
export interface PersonMention extends Span {
  readonly name: string;
  /** The post as it stands beside the name, before or after it. */
  readonly post?: Span;
  readonly side?: Side;
  /** It stands where a place does: after `in` or `at`. */
  readonly placed: boolean;
  /** It is one word, and nothing beside it says that it is a person. */
  readonly bare: boolean;
}

/** The people in a paragraph: runs of capitalised words, without parties, posts, words of places and beginnings. */
export function peopleIn(
  words: readonly Word[],
  text: string,
  parties: readonly PartyMention[],
  lowered: ReadonlySet<string>,
): readonly PersonMention[] {
  const party = (w: Word): boolean => parties.some((p) => w.start >= p.start && w.start < p.end);
  const named = words.map((w, i) => (isNameWord(w, lowered) || areInitials(words, i, text)) && !party(w));
  const found: PersonMention[] = [];
  for (let at = 0; at < words.length; at += 1) {
    if (named[at] !== true) continue;
    let to = at;
    for (let next = to + 1; next < words.length; next += 1) {
      if (!joined(text, words[next - 1], words[next])) break;
      if (named[next] === true) to = next;
      else if (!PARTICLES.has(words[next]?.low ?? "")) break;
    }
    // A particle before a name: "al-Busaidi" is one word, "von der Leyen" three.
    let from = at;
    while (from > 0 && PARTICLES.has(words[from - 1]?.low ?? "") && words[from - 1]?.capital === true) from -= 1;
    const mention = mentionOf(words, text, parties, from, to, found.findLast((m) => m.post !== undefined)?.post);
    if (mention !== undefined) found.push(mention);
    at = to;
  }
  // What stands in somebody's post is nobody: "Director of the Swiss Mediation Office".
  return found.filter(
    (m) => !found.some((o) => o.post !== undefined && m.start >= o.post.start && m.end <= o.post.end),
  );
}

// Within a sentence they are names: "Vice Premier He Lifeng".
const FIRST = /^(?:We|He|She|They|It|You|Our|My|His|Her|Their|Its|This|That|Both|No|Yes)$/u;

function isNameWord(word: Word, lowered: ReadonlySet<string>): boolean {
  if (/^(?:al|el|as|ar|ad|an|bin)[-‑]\p{Lu}/u.test(word.text)) return true;
  if (!word.capital) return false;
  if (/^\p{Lu}\.$/u.test(word.text)) return true;
  if (!/\p{Ll}/u.test(word.text)) return false;
  const { low } = word;
  if (NOT_NAMES.has(low) || isPost(low) || TITLE_PARTS.has(low)) return false;
  return (
    !(word.first && (STARTERS.has(low) || lowered.has(low) || FIRST.test(word.text))) &&
    !/^(?:The|And|Of|In|A)$/u.test(word.text)
  );
}

/** "PGK Menon" after a rank or a form of address: capitals that stand for first names. */
function areInitials(words: readonly Word[], at: number, text: string): boolean {
  const [before, word, after] = [words[at - 1], words[at], words[at + 1]];
  if (word === undefined || after === undefined || !/^(?:\p{Lu}{2,4}|(?:\p{Lu}\.){2,4})$/u.test(word.text))
    return false;
  return (
    joined(text, before, word) &&
    joined(text, word, after) &&
    (isPost(before?.low ?? "") || ADDRESS.has(before?.low ?? "")) &&
    /^\p{Lu}\p{Ll}/u.test(after.text) &&
    !isPost(after.low) &&
    !TITLE_PARTS.has(after.low)
  );
}

function joined(text: string, a: Word | undefined, b: Word | undefined): boolean {
  return a !== undefined && b !== undefined && text.slice(a.start + a.letters.length, b.start) === " ";
}

const RANK =
  /^(?:(?:Lt|Maj|Brig|Vice|Rear)\.?\s)?(?:Gen|General|Col|Colonel|Adm|Admiral|Capt|Lt|Maj|Judge|Professor)\.?$/u;

const ORGANISATION =
  /^ (?:Hotel|Palace|University|Institute|Ministry|Council|Agency|Committee|Commission|Union|Center|Centre|House|Hall|Castle|Airport|Street|Square|Island|Sea|Lake|River|News|Times|Post|Radio|Television|Bank|Group|Party|Treaty|Agreement|Accords?|Process|War|Peninsula|Mountains?|Press|Wire|Courier|Gazette|Herald|Tribune|Department|Office|Bureau|Service|Board|Authority|Guard|Command|Brigade|Forces?|Fund|Foundation|Movement|Front|Army|Company|Airlines|Airways|Corporation|Canal|Pass|Bridge|Region|Province|District|Governorate|County|Valley|Strait|Coast|Court|Parliament|Assembly|Network)\b/u;

/** Characters before a name that say what it is. */
const NEAR = 30;

function mentionOf(
  words: readonly Word[],
  text: string,
  parties: readonly PartyMention[],
  from: number,
  to: number,
  taken: Span | undefined,
): PersonMention | undefined {
  const [first, last] = [words[from], words[to]];
  if (first === undefined || last === undefined) return undefined;
  const span = { start: first.start, end: last.start + last.letters.length };
  if (
    /\b(?:[Ss]outh|[Nn]orth|[Ee]ast|[Ww]est|[Cc]entral|Upper|Lower)(?:ern)?\s$/u.test(
      text.slice(Math.max(0, span.start - NEAR), span.start),
    )
  )
    return undefined;
  if (
    ORGANISATION.test(text.slice(span.end)) ||
    /\b(?:Palace|Hotel|Lake|Mount|Cape|Port|Bay|House|University|Sea|Gulf|Isle) (?:of )?$/u.test(
      text.slice(Math.max(0, span.start - NEAR), span.start),
    )
  )
    return undefined;
  const name = text.slice(span.start, span.end);
  const stood = postBefore(words, text, parties, from);
  // "Bo Lin, Head of Ports, Ms. Ida Ray": the post is that of the one before.
  const theirs = stood !== undefined && taken !== undefined && stood.start < taken.end;
  const before =
    stood === undefined || theirs || /\b(?:of|the|in|for|to|at|and)$/u.test(text.slice(stood.start, stood.end))
      ? undefined
      : stood;
  const after = postAfter(text, span.end);
  const rank = before !== undefined && RANK.test(text.slice(before.start, before.end));
  const personal = /\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Gen|Col|Sen|H\.E|Shri|Smt)\.? $/u.test(
    text.slice(Math.max(0, span.start - NEAR), span.start),
  );
  const post = rank ? (after ?? before) : (before ?? after);
  const placed =
    before === undefined &&
    !personal &&
    /\b(?:in|at|near|outside|inside|to|from|for|through|via) $/u.test(
      text.slice(Math.max(0, span.start - NEAR), span.start),
    );
  // "The San Juan", "the Grand Canal": what has an article of its own is not a person.
  if (
    post === undefined &&
    !personal &&
    /\b[Tt]he\s$|\b(?:that|those|delegations?|sides?|representatives|forces) of (?:the\s)?$/u.test(
      text.slice(Math.max(0, span.start - NEAR), span.start),
    )
  )
    return undefined;
  const side =
    (post === undefined ? undefined : (sideIn(post, text, parties) ?? itsSide(post, text, parties))) ??
    possessor(span.start, text, parties) ??
    sideAfter(span.end, text, parties);
  return {
    ...span,
    name,
    ...(post === undefined ? {} : { post }),
    ...(side === undefined ? {} : { side }),
    placed,
    bare: from === to && before === undefined && !personal && !/-/u.test(name),
  };
}

/** The party that a post is of: not the one that an ambassador is sent to. */
function sideIn(post: Span, text: string, parties: readonly PartyMention[]): Side | undefined {
  const inside = parties.filter((p) => p.start >= post.start && p.end <= post.end);
  return inside.find((p) => !/\b(?:to|with|for|in)\s(?:the\s)?$/u.test(text.slice(post.start, p.start)))?.side;
}

/** "Chile its minister, Ida Ray": whose the post is stands before it. */
function itsSide({ start, end }: Span, text: string, parties: readonly PartyMention[]): Side | undefined {
  if (!/^(?:its|their)\s/u.test(text.slice(start, end))) return undefined;
  return parties.find((p) => p.end === start - 1)?.side;
}

/** "Ida Ray of Norway", "Ida Ray (Norway)", "Bo Lin of the dockers' union". */
function sideAfter(end: number, text: string, parties: readonly PartyMention[]): Side | undefined {
  return parties.find(
    (p) =>
      p.start >= end &&
      /^(?:,\swho\s(?:runs|heads|leads|chairs|represents)\s(?:the\s)?|\s(?:(?:of|for)\s(?:the\s)?(?:[a-z]+\s)?|\())$/u.test(
        text.slice(end, p.start),
      ),
  )?.side;
}

/** `Norway's Ida Ray`, `the Norwegian Ida Ray`. */
function possessor(start: number, text: string, parties: readonly PartyMention[]): Side | undefined {
  return parties.find((p) => p.end <= start && /^(?:[’']s?)?\s$/u.test(text.slice(p.end, start)) && !p.capital)?.side;
}

/** Whether one name is the other's surname or the whole of it. */
export function isShortOf(short: string, full: string): boolean {
  const [a, b] = [fold(short), fold(full)];
  return a === b || b.endsWith(` ${a}`) || (b.includes(` ${a} `) && a.length > 3);
}
