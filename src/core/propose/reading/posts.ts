import { isPost, NOT_NAMES, TITLE_PARTS } from "./lexicon.ts";
import type { PartyMention } from "./parties.ts";
import type { Span } from "./span.ts";
import type { Word } from "./words-of.ts";

/** Forms of address. */
export const ADDRESS = new Set(["mr", "mrs", "ms", "miss", "h.e", "shri", "smt", "sir", "dr", "prof"]);

/** The post that ends just before a name, with or without a comma: `Norway's new ambassador to Chile, Ida Ray`. */
export function postBefore(
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
      if (post < 0 || /^(?:by|led|sent|with|headed)$/u.test(word.low) || !isParty(words[i - 1], parties) || gap !== " ")
        break;
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

/** The post that stands behind a name, in commas or in brackets. */
export function postAfter(text: string, end: number): Span | undefined {
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
