import type { PersonMention } from "#core/propose/reading/people.ts";
import type { Read } from "#core/propose/reading/read-article.ts";
import type { Side } from "#core/propose/reading/proposal.ts";
import { within, type Span } from "#core/propose/reading/span.ts";

/** The person and, where the text gives one beside the name, the post. */
export function personFields({ start, end, post }: PersonMention): Readonly<Record<"person" | "post", Span>> {
  return { person: { start, end }, ...(post === undefined ? {} : { post }) } as Record<"person" | "post", Span>;
}

/** Where somebody's name ends with what belongs to it: the post behind it, "of Chile", "(Chile)". */
export function endOf({ bare, parties }: Read, { end, post }: PersonMention): number {
  const named = post !== undefined && post.start >= end ? post.end : end;
  const of = /^\s(?:(?:of|for)\s(?:the\s)?|\()/u.exec(bare.slice(named))?.[0] ?? "";
  const party = of === "" ? undefined : parties.find((p) => p.start === named + of.length);
  if (party === undefined) return named;
  return bare.charAt(party.end) === ")" ? party.end + 1 : party.end;
}

const LINK = /^(?:\s*[,;:]?\s*(?:and|as well as|along with|together with|including|&)?\s*)$/u;
const ADDRESS = /\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|H\.E|Shri|Smt|Gen|Lt|Col|Maj|Sen|Adm|Hon)\.\s?/gu;
// How far from the first word the first name of a list may stand: its post comes before it.
const FIRST_WITHIN = 110;

/** The people of a list that begins at `from`: each follows the one before with its post, a comma or an "and". */
export function peopleFrom(passage: Read, from: number, to: number): readonly PersonMention[] {
  const chain: PersonMention[] = [];
  let at = from;
  for (const person of passage.people) {
    if (person.start < at || person.end > to) continue;
    const starts = person.post !== undefined && person.post.start < person.start ? person.post.start : person.start;
    const gap = passage.bare.slice(at, Math.max(at, starts)).replace(ADDRESS, "");
    const fits =
      chain.length === 0
        ? gap.length <= FIRST_WITHIN &&
          !/[!?;]|\b(?:in|at|near)\s$|\b(?:said|told|who|which)\b/u.test(gap) &&
          !(person.bare || person.placed)
        : (LINK.test(gap) ||
            /^(?:,[^,;.]{0,90},?|\s[^,;.]{0,60}?,?)?\s?(?:and\s|along with\s|together with\s|as well as\s|,\s)(?:[^,;.]{0,80})?$/u.test(
              gap,
            ) ||
            FRAMED.test(gap) ||
            (gap.length < 90 &&
              ELLIPSIS.test(gap) &&
              /^[,;]?\s(?:and\s|while\s)?(?:(?:the|its|that)\s|\p{Lu})/u.test(gap))) &&
          !/\b(?:said|told|met|sent|will|has|had|was|were|is|while|whereas|but|included?s?|comprise[sd]?|hosted|signed|arrived)\b/u.test(
            gap,
          ) &&
          !person.placed &&
          !person.bare;
    if (!fits) {
      if (chain.length === 0) continue;
      break;
    }
    chain.push(person);
    at = person.post !== undefined && person.post.start > person.end ? person.post.end : person.end;
    if (passage.bare.charAt(at) === ")") at += 1;
  }
  return chain;
}

const ELLIPSIS =
  /\b(?:side|delegation|team|commission|group|counterparts?|one)\b[^,;.]{0,30}?\bby\b|^[,;]?\s(?:and\s)?(?:the\s)?\p{Lu}[\p{L}.’']*(?:\s\p{Lu}[\p{L}.’']*)?\sby\s/iu;

/** "… and, for Chile, B". */
const FRAMED = /^,?\s(?:and,?\s)?(?:for|from)\s(?:the\s)?[\p{L} ]{3,40}?,(?:\s[\p{L} ]{0,50})?\s?$/u;

/** "… and the Chilean side by B": the side that stands between one person of a list and the next. */
export function sideBetween({ bare, parties }: Read, from: number, person: PersonMention): Side | undefined {
  const before = bare.slice(from, person.start);
  if (!ELLIPSIS.test(before) && !FRAMED.test(bare.slice(from, person.post?.start ?? person.start))) return undefined;
  return parties.findLast((p) => p.start >= from && p.end <= person.start && !within(p, person.post ?? person))?.side;
}

/** "A, B (Chile) and C (Peru)": the side in brackets is that of each one since the brackets before. */
export function sidesInBrackets({ text, parties }: Read, people: readonly PersonMention[]): ReadonlyMap<number, Side> {
  const sides = new Map<number, Side>();
  let side: Side | undefined;
  for (const { start, end } of people.toReversed()) {
    const bracket = /^\s\((?:the\s)?(?=[^()]{2,40}\))/u.exec(text.slice(end));
    if (bracket !== null) side = parties.find((p) => p.start === end + bracket[0].length)?.side;
    if (side !== undefined) sides.set(start, side);
  }
  return sides;
}
