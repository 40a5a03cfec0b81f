import { fold } from "#core/text/text.ts";
import { isPost, NOT_NAMES, PARTICLES, STARTERS, TITLE_PARTS } from "./lexicon.ts";
import type { PartyMention } from "./parties.ts";
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
    const mention = mentionOf(words, text, parties, from, to);
    if (mention !== undefined) found.push(mention);
    at = to;
  }
  // What stands in somebody's post is nobody: "Director of the Swiss Mediation Office".
  return found.filter(
    (m) => !found.some((o) => o.post !== undefined && m.start >= o.post.start && m.end <= o.post.end),
  );
}

function isNameWord(word: Word, lowered: ReadonlySet<string>): boolean {
  if (/^(?:al|el|as|ar|ad|an|bin)[-‑]\p{Lu}/u.test(word.text)) return true;
  if (!word.capital) return false;
  if (/^\p{Lu}\.$/u.test(word.text)) return true;
  if (!/\p{Ll}/u.test(word.text)) return false;
  const { low } = word;
  if (NOT_NAMES.has(low) || isPost(low) || TITLE_PARTS.has(low)) return false;
  return !(word.first && (STARTERS.has(low) || lowered.has(low))) && !/^(?:The|And|Of|In|A)$/u.test(word.text);
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
  /^ (?:Hotel|Palace|University|Institute|Ministry|Council|Agency|Committee|Commission|Union|Center|Centre|House|Hall|Castle|Airport|Street|Square|Island|Sea|Lake|River|News|Times|Post|Radio|Television|Bank|Group|Party|Treaty|Agreement|Accords?|Process|War|Peninsula|Mountains?|Press|Wire|Courier|Gazette|Herald|Tribune)\b/u;

function mentionOf(
  words: readonly Word[],
  text: string,
  parties: readonly PartyMention[],
  from: number,
  to: number,
): PersonMention | undefined {
  const [first, last] = [words[from], words[to]];
  if (first === undefined || last === undefined) return undefined;
  const span = { start: first.start, end: last.start + last.letters.length };
  if (/\b(?:[Ss]outh|[Nn]orth|[Ee]ast|[Ww]est|[Cc]entral|Upper|Lower)(?:ern)?\s$/u.test(text.slice(0, span.start)))
    return undefined;
  if (
    ORGANISATION.test(text.slice(span.end)) ||
    /\b(?:Palace|Hotel|Lake|Mount|Cape|Port|Bay|House|University|Sea|Gulf|Isle) (?:of )?$/u.test(
      text.slice(0, span.start),
    )
  )
    return undefined;
  const name = text.slice(span.start, span.end);
  const stood = postBefore(words, text, parties, from);
  const before =
    stood !== undefined && /\b(?:of|the|in|for|to|at|and)$/u.test(text.slice(stood.start, stood.end))
      ? undefined
      : stood;
  const after = postAfter(text, span.end);
  const rank = before !== undefined && RANK.test(text.slice(before.start, before.end));
  const personal = /\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Gen|Col|Sen|H\.E|Shri|Smt)\.? $/u.test(text.slice(0, span.start));
  const post = rank ? (after ?? before) : (before ?? after);
  const placed =
    before === undefined &&
    !personal &&
    /\b(?:in|at|near|outside|inside|to|from|for|through|via) $/u.test(text.slice(0, span.start));
  const side = (post === undefined ? undefined : sideIn(post, text, parties)) ?? possessor(span.start, text, parties);
  return {
    ...span,
    name,
    ...(post === undefined ? {} : { post }),
    ...(side === undefined ? {} : { side }),
    placed,
    bare: from === to && before === undefined && !personal && !/-/u.test(name),
  };
}

const ADDRESS = new Set(["mr", "mrs", "ms", "miss", "h.e", "shri", "smt", "sir", "dr", "prof"]);

/** The post that ends just before a name, with or without a comma: `Norway's new ambassador to Chile, Ida Ray`. */
function postBefore(
  words: readonly Word[],
  text: string,
  parties: readonly PartyMention[],
  at: number,
): Span | undefined {
  let name = at;
  // "Tunisia's envoy, Mrs. Ida Ray": the form of address belongs to the name.
  while (name > 0 && ADDRESS.has(words[name - 1]?.low ?? "")) name -= 1;
  let from = name;
  let post = -1;
  let ends = -1;
  for (let i = name - 1; i >= 0; i -= 1) {
    const word = words[i];
    if (word === undefined) break;
    // What ends in the sentence before is another matter.
    if (words[i + 1]?.first === true) break;
    const gap = text.slice(word.end, words[i + 1]?.start);
    if (!(gap === " " || gap === ". " || (gap === ", " && i === name - 1) || (gap === "-" && i < name - 1))) break;
    const ofParty = isParty(word, parties);
    const says = isPost(word.low);
    // "Minister Bo Lin and Envoy Ida Ray": before the "and" stands somebody else.
    if (word.low === "and" && isNamed(words[i - 1], parties)) break;
    const link = /^(?:of|for|to|and|the|on|in|at|s)$/u.test(word.low);
    if (!(says || ofParty || TITLE_PARTS.has(word.low) || link || (word.capital && !word.first) || isEdge(word.low)))
      // "Chile's climate envoy": a word between the party and the post.
      if (post < 0 || !isParty(words[i - 1], parties) || gap !== " ") break;
    if (says) post = i;
    if (ends < 0 && !link) ends = i;
    from = i;
  }
  if (post < 0) return undefined;
  while (from < name && opensNone(words[from]?.low ?? "", words[from + 1]?.low ?? "")) from += 1;
  const [start, end] = [words[from], words[name - 1]];
  if (start === undefined || end === undefined || from > post) return undefined;
  // "Ida Ray and Minister Bo Lin": what stands before an "and" with a name is somebody else's.
  const cut = lastAnd(text.slice(start.start, end.end));
  return { start: start.start + cut, end: end.end };
}

/** A word that no post begins with: "six men under General A", but "Under Secretary A". */
function opensNone(low: string, next: string): boolean {
  return low === "under" ? !next.startsWith("secretar") : /^(?:of|for|to|and|on|in|at)$/u.test(low);
}

function isParty(word: Word | undefined, parties: readonly PartyMention[]): boolean {
  return word !== undefined && parties.some((p) => word.start >= p.start && word.start < p.end);
}

function isNamed(word: Word | undefined, parties: readonly PartyMention[]): boolean {
  if (word === undefined || !word.capital || parties.some((p) => word.start >= p.start && word.start < p.end))
    return false;
  return !isPost(word.low) && !TITLE_PARTS.has(word.low) && !NOT_NAMES.has(word.low);
}

function isEdge(low: string): boolean {
  return /^(?:new|former|then|current|outgoing|acting|veteran|senior|top|chief|lead|special|deputy|its|their|his|her|country|countrys|top-level|soft-spoken|economist|a|an)$/u.test(
    low,
  );
}

/** After the last "and" that joins two people's posts and not two parts of one. */
function lastAnd(post: string): number {
  const all = [...post.matchAll(/\sand\s(?=(?:\p{Lu}\.){2}|the\s|its\s|\p{Lu}[\p{L}’']*(?:’s|'s|n|ian|ish|ese)\s)/gu)];
  const last = all.at(-1);
  return last === undefined ? 0 : last.index + last[0].length;
}

const AFTER =
  /^,\s((?:the|a|an|its|his|her|who is|now)\s)?((?:[^,;.()“”"]|\s\([^()]{2,30}\)|(?<=\p{Lu})\.){3,110}?)(?=,|;|\.|$|\sand\s\p{Lu}|\swho\s|\ssaid\b|\swas\b|\swere\b|\sled\b|\sheaded\b)/u;

function postAfter(text: string, end: number): Span | undefined {
  const bracket = /^\s\(([^()]{3,80})\)/u.exec(text.slice(end));
  const [whole = "", lead = "", words = ""] = bracket === null ? (AFTER.exec(text.slice(end)) ?? []) : ["", "", ""];
  if (bracket?.[1] !== undefined && hasPost(bracket[1])) return { start: end + 2, end: end + 2 + bracket[1].length };
  if (words === "" || !hasPost(words) || /\b(?:said|says|told|will|has|have|had|was|were|met)\b/u.test(words))
    return undefined;
  // "Ambassador Ida Ray, Minister Bo Lin": the next person's own title.
  if (/\s\p{Lu}\p{Ll}+\s\p{Lu}\p{Ll}+$/u.test(words) && lead === "" && !/\b(?:of|for|to)\b/u.test(words))
    return undefined;
  const start = end + whole.indexOf(lead === "" ? words : lead);
  return { start, end: end + whole.length };
}

function hasPost(words: string): boolean {
  return words
    .toLowerCase()
    .split(/[\s,]+/u)
    .some((w) => isPost(w.replace(/[’']s?$/u, "")));
}

/** The party that a post is of: not the one that an ambassador is sent to. */
function sideIn(post: Span, text: string, parties: readonly PartyMention[]): Side | undefined {
  const inside = parties.filter((p) => p.start >= post.start && p.end <= post.end);
  return inside.find((p) => !/\b(?:to|with|for|in)\s(?:the\s)?$/u.test(text.slice(post.start, p.start)))?.side;
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
